import { lookup, type Connection, type Design, type Json, type NodeId } from '../../model/design.js';
import { addConnection, addNode, removeConnections, updateNode } from '../../model/graph.js';
import { endOf } from '../../system/nodes.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { placeFor, removeIfUnused } from '../changes.js';
import { eventNamesOf, namesFact, namesLimit, type EventNames } from '../event-names.js';
import { defineRule, type Limit, type Match } from '../define.js';
import {
  apiName,
  evidenceOf,
  judge,
  labelOfNew,
  marked,
  nameOf,
  otherCallers,
  questionTexts,
  viewFunction,
  type FunctionView,
  type SingleCall,
} from '../functions.js';

const targets = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html';
const batching = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html';

/** The action by which code does what a pipe does to its target, by service. */
const actions: Readonly<Record<string, string>> = {
  'event-bus': 'putEvents',
  'sqs-queue': 'sendMessage',
  'state-machine': 'startExecution',
  'sns-topic': 'publish',
  'kinesis-stream': 'putRecord',
  'firehose-stream': 'putRecord',
};

/** What a pipe hands over at once: 10 entries where the API takes no more; a state machine gets its records as one list. */
const maxBatch: Readonly<Record<string, number>> = {
  'event-bus': 10,
  'sqs-queue': 10,
  'sns-topic': 10,
  'kinesis-stream': 500,
  'firehose-stream': 500,
};

/** Settings of an event source mapping that a pipe's source has too. */
const carried = ['batchSize', 'batchingWindow', 'filterPattern', 'startingPosition', 'retryAttempts', 'bisect'];

export const streamOrQueueToPipe = defineRule({
  id: 'stream-or-queue-to-pipe',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'A pipe can connect "{source}" and "{target}"',
    ja: '「{source}」と「{target}」はパイプで接続できます',
  },
  what: {
    en: '"{lambda}" only copies records from "{source}" to "{target}". A pipe with a filter and an input template can take its place.',
    ja: '「{lambda}」は、「{source}」のレコードを「{target}」に転送しているだけです。フィルターと入力テンプレートを設定したパイプに置き換えられます。',
  },
  why: {
    en: 'No loop over records, no retry code, no SDK call. You pay only for records that match the filter, and the pipe keeps the order of a stream.',
    ja: 'レコードのループ、再試行、SDK の呼び出しを書かずに済みます。課金されるのは、フィルターに一致したレコードだけです。パイプは、ストリームの順序を保ってレコードを渡します。',
  },
  tradeOff: {
    en: 'A pipe has one source and one target. Its template picks and renames values but cannot compute, and DynamoDB types ({"S": "..."}) are unwrapped attribute by attribute. If you need real transformation, keep a small function as enrichment.',
    ja: '1 本のパイプに設定できるソースとターゲットは 1 つずつです。入力テンプレートでは値の選択と名前の変更はできますが、計算はできません。DynamoDB の型 ({"S": "..."}) は、属性ごとに外す必要があります。変換が必要な場合は、小さな関数をエンリッチメントとして残してください。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
    title: { en: 'Amazon EventBridge Pipes', ja: 'Amazon EventBridge Pipes' },
    date: '2026-11-23',
  },
  anchor: 'lambda-function',
  reach: 2,

  *find(system, node) {
    const view = viewFunction(system, node);
    const { call } = view;
    if (call === undefined || node.node.origin === 'existing') return;
    if (lookup(actions, call.target.service.type) !== call.action || endOf(call.target, 'pipeTarget') === undefined)
      return;
    // A pipe publishes to standard topics only.
    if (call.target.props['topicType'] === 'fifo') return;
    const sources = new Set(view.callers.filter(({ kind }) => kind === 'event-source-mapping').map(({ from }) => from));
    for (const id of sources) {
      const source = system.node(id);
      if (source === undefined || source.id === call.target.id || endOf(source, 'pipeSource') === undefined) continue;
      // Which message group the function chooses is not known, unless there is one to pass on.
      if (isFifo(call.target) && !isFifo(source)) continue;
      const match = matchOf(system, view, call, source);
      if (match !== undefined) yield match;
    }
  },

  apply(system, match) {
    const [sourceId, functionId, targetId] = match.nodes;
    const lambda = functionId === undefined ? undefined : system.node(functionId);
    const view = lambda && viewFunction(system, lambda);
    if (view?.call === undefined || sourceId === undefined || targetId === undefined) return system.design;
    return withPipes(system, view, view.call, sourceId, match);
  },

  examples: {
    hits: [
      'dynamodb-table Orders(stream: NEW_IMAGE) -> lambda-function Publish(work: transport, mapping: none) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Forward(work: transport, mapping: none) -> sqs-queue Billing',
      'sqs-queue Orders -> lambda-function Start(work: transport, mapping: picks) -> state-machine Fulfil',
      'dynamodb-table Orders(stream: NEW_IMAGE) -> lambda-function Price(work: transport, mapping: computes) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Start(work: unknown) -> state-machine Fulfil',
      'sqs-queue Orders -> lambda-function Tell(work: transport, mapping: none) -> sns-topic News',
      'kinesis-stream Clicks -> lambda-function Copy(work: transport, mapping: none) -> kinesis-stream Others',
      'msk-cluster Topics -> lambda-function Copy(work: transport, mapping: picks) -> sqs-queue Jobs',
    ],
    misses: [
      'sqs-queue Orders -> lambda-function Price(work: transform) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Save(work: transport, mapping: none) -> dynamodb-table Orders2',
      'sqs-queue Orders -> lambda-function Price(work: transform)',
      'sqs-queue Orders -> lambda-function Tell(work: transport, mapping: none) -> sns-topic News(topicType: fifo)',
    ],
  },
});

const isFifo = (node: SystemNode | undefined): boolean => node?.props['queueType'] === 'fifo';

function matchOf(system: System, view: FunctionView, call: SingleCall, source: SystemNode): Match | undefined {
  const toQueue = call.target.service.type === 'sqs-queue';
  const names = namesFor(system, call);
  const judgement = judge(view, 'enrichment', names !== undefined);
  if (judgement === undefined) return undefined;
  const mappings = mappingsFrom(view, source.id);
  const others = otherCallers(view, new Set(mappings.map(({ id }) => id))).length;
  const keeps = judgement.verdict === 'replace' && others > 0;
  const lost = lostSettings(system.design, mappings);
  // A computing function that something else calls as well would have to answer two callers in two ways.
  const applicable = judgement.applicable && !(judgement.verdict === 'partly' && others > 0);
  const texts =
    judgement.verdict === 'question'
      ? questionTexts(view.work, {
          en: 'If that is all, a pipe can take its place.',
          ja: '転送だけであれば、パイプに置き換えられます。',
        })
      : judgement.verdict === 'partly'
        ? enrichmentTexts
        : keeps
          ? staysTexts
          : undefined;
  return {
    nodes: marked(source, view.node, call.target),
    facts: {
      lambda: nameOf(view.node),
      source: nameOf(source),
      target: nameOf(call.target),
      action: apiName(call.action),
      work: view.work,
      mapping: view.mapping,
      others,
      ...(call.action === 'putEvents' ? { events: namesFact(names) } : {}),
      ...(lost.length > 0 ? { lost: lost.join(', ') } : {}),
    },
    verdict: keeps ? 'partly' : judgement.verdict,
    // A state machine gets a list where the function may have started one execution for each record; on a bus, the
    // source and detail type that the function chose are not known.
    confidence: judgement.confidence === 'high' && !toQueue ? 'medium' : judgement.confidence,
    function: view.node.id,
    mechanism: 'pipes',
    evidence: [
      {
        text: { en: '"{lambda}" reads from "{source}".', ja: '「{lambda}」は「{source}」から読み取っています。' },
        node: source.id,
      },
      ...evidenceOf(view, call),
    ],
    limits: limitsOf(call, names, lost),
    applicable,
    ...(texts === undefined ? {} : { texts }),
  };
}

const enrichmentTexts: NonNullable<Match['texts']> = {
  title: {
    en: '"{lambda}" can stay as the enrichment of a pipe',
    ja: '「{lambda}」はパイプのエンリッチメントとして残せます',
  },
  what: {
    en: '"{lambda}" computes values and sends them to "{target}". As the enrichment of a pipe it only computes: the pipe reads from "{source}" and sends.',
    ja: '「{lambda}」は、計算した値を「{target}」に送信しています。パイプのエンリッチメントにすると、関数が行うのは計算だけになります。「{source}」からの読み取りと送信は、パイプが行います。',
  },
};

const staysTexts: NonNullable<Match['texts']> = {
  what: {
    en: '"{lambda}" only copies records from "{source}" to "{target}". A pipe can take over this way; the function stays for its other callers.',
    ja: '「{lambda}」は、「{source}」のレコードを「{target}」に転送しているだけです。この経路はパイプに置き換えられます。関数は、ほかの呼び出し元のために残ります。',
  },
};

function limitsOf(call: SingleCall, names: EventNames | undefined, lost: readonly string[]): readonly Limit[] {
  const limits: Limit[] = [
    {
      text: {
        en: 'The source and the target can be the two ends of a pipe.',
        ja: 'ソースとターゲットは、パイプの両端に設定できます。',
      },
      state: 'met',
      source: targets,
    },
  ];
  const max = lookup(maxBatch, call.target.service.type);
  if (max !== undefined)
    limits.push({
      text: {
        en: `A pipe hands at most ${String(max)} records at a time to this target.`,
        ja: `このターゲットに一度に渡せるレコードは ${String(max)} 件までです。`,
      },
      state: 'met',
      source: batching,
    });
  if (call.target.service.type === 'state-machine')
    limits.push({
      text: {
        en: 'The execution gets the records as a list, even for one record.',
        ja: '実行の入力は、レコードが 1 件の場合もリストになります。',
      },
      state: 'check',
      source: batching,
    });
  if (call.target.service.type === 'event-bus')
    limits.push(
      namesLimit(
        names,
        {
          en: 'Rules see the source and detail type that are set at the target of the pipe.',
          ja: 'ルールが受け取る source と detail-type は、パイプのターゲットで設定した値になります。',
        },
        'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetEventBridgeEventBusParameters.html',
      ),
    );
  if (lost.length > 0)
    limits.push({
      text: {
        en: 'These settings of the event source mapping are not carried over: {lost}.',
        ja: 'イベントソースマッピングの次の設定は引き継がれません: {lost}。',
      },
      state: 'check',
    });
  return limits;
}

const mappingsFrom = (view: FunctionView, source: NodeId): readonly SystemConnection[] =>
  view.callers.filter(({ kind, from }) => kind === 'event-source-mapping' && from === source);

/** How events are called on a bus; of other targets there is nothing to know. */
const namesFor = (system: System, call: SingleCall): EventNames | undefined =>
  call.action === 'putEvents' ? eventNamesOf(system, call) : {};

const lostSettings = (design: Design, mappings: readonly SystemConnection[]): readonly string[] => [
  ...new Set(
    mappings
      .flatMap((mapping) => Object.keys(writtenProps(design, mapping)))
      .filter((name) => !carried.includes(name) && name !== 'partialBatchResponse'),
  ),
];

const writtenProps = (design: Design, { id }: SystemConnection): Readonly<Record<string, Json>> =>
  lookup<Connection>(design.connections, id)?.props ?? {};

/** A pipe for each event source mapping between the source and the function: they can filter in different ways. */
function withPipes(system: System, view: FunctionView, call: SingleCall, source: NodeId, match: Match): Design {
  const lambda = view.node;
  const mappings = mappingsFrom(view, source);
  const gone = new Set(mappings.map(({ id }) => id));
  const partly = view.mapping === 'computes';
  const leaves = !partly && otherCallers(view, gone).length === 0;
  const added = mappings.reduce(
    (design, mapping) => addPipe(design, system, view, call, mapping, match, leaves),
    system.design,
  );
  const detached = removeConnections(added, new Set([...gone, ...(partly ? [call.connection.id] : [])]));
  if (!partly) return removeIfUnused(detached, lambda.id);
  return updateNode(detached, lambda.id, (node) => ({
    ...node,
    props: {
      ...Object.fromEntries(Object.entries(node.props).filter(([name]) => name !== 'mapping')),
      work: 'transform',
    },
  }));
}

function addPipe(
  design: Design,
  system: System,
  view: FunctionView,
  call: SingleCall,
  mapping: SystemConnection,
  match: Match,
  leaves: boolean,
): Design {
  const lambda = view.node;
  const target = call.target;
  const partly = view.mapping === 'computes';
  // The first pipe stands where the function stood, further ones find a place below.
  const isFirst = mapping.id === mappingsFrom(view, mapping.from)[0]?.id;
  const place = placeFor(design, lambda, leaves && isFirst);
  const { context, comment } = lambda.node;
  const pipe = addNode(
    design,
    {
      service: 'pipe',
      label: labelOfNew(system, lambda, leaves, mapping.from, target.id),
      ...(context === undefined ? {} : { context }),
      origin: 'created',
      props: {},
      ...(comment === undefined || !leaves ? {} : { comment }),
    },
    { wanted: `${lambda.id}-pipe`, ...(place === undefined ? {} : { at: place }) },
  );
  const queue = system.node(mapping.from)?.service.type === 'sqs-queue';
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html: target parameters take paths.
  const group = isFifo(target) ? { messageGroupId: '$.attributes.MessageGroupId' } : {};
  const words = lookup<Connection>(system.design.connections, mapping.id)?.comment;
  const source = addConnection(pipe.design, {
    kind: 'pipe-source',
    from: mapping.from,
    to: pipe.id,
    props: sourceProps(system.design, mapping, call),
    ...(words === undefined ? {} : { comment: words }),
  });
  const result = addConnection(source.design, {
    kind: 'pipe-target',
    from: pipe.id,
    to: target.id,
    props: { ...targetProps(view, queue, namesFor(system, call), match), ...group },
  });
  return partly
    ? addConnection(result.design, { kind: 'pipe-enrichment', from: pipe.id, to: lambda.id, props: {} }).design
    : result.design;
}

/** What was set at the event source mapping, within what the pipe's target takes. */
function sourceProps(design: Design, mapping: SystemConnection, call: SingleCall): Readonly<Record<string, Json>> {
  const written = writtenProps(design, mapping);
  const max = lookup(maxBatch, call.target.service.type) ?? Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    Object.entries(written)
      .filter(([name]) => carried.includes(name))
      .map(([name, value]) => [name, name === 'batchSize' && typeof value === 'number' ? Math.min(value, max) : value]),
  );
}

/** A message passed on unchanged is its body; what is picked is not known, and stays a marked gap. */
function targetProps(
  { mapping }: FunctionView,
  queue: boolean,
  names: EventNames | undefined,
  { verdict }: Match,
): Readonly<Record<string, Json>> {
  const known = names ?? {};
  if (names === undefined || (mapping !== 'none' && !(mapping === 'computes' && verdict === 'partly')))
    return { mapping: 'missing', ...known };
  return queue && mapping === 'none' ? { mapping: 'custom', inputTemplate: '<$.body>', ...known } : known;
}
