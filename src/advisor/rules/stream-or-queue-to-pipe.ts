import { lookup, type Connection, type Design, type Json, type NodeId } from '../../model/design.js';
import { addConnection, addNode, removeConnections, updateNode } from '../../model/graph.js';
import { endOf } from '../../system/nodes.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { placeFor, removeIfUnused } from '../changes.js';
import { defineRule, type Limit, type Match } from '../define.js';
import {
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
};

/** PutEvents and SendMessageBatch take 10 entries; a state machine gets its records as one list. */
const maxBatch: Readonly<Record<string, number>> = { 'event-bus': 10, 'sqs-queue': 10 };

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
    for (const mapping of view.callers.filter(({ kind }) => kind === 'event-source-mapping')) {
      const source = system.node(mapping.from);
      if (source === undefined || source.id === call.target.id || endOf(source, 'pipeSource') === undefined) continue;
      // Which message group the function chooses is not known, unless there is one to pass on.
      if (isFifo(call.target) && !isFifo(source)) continue;
      const match = matchOf(system, view, call, mapping, source);
      if (match !== undefined) yield match;
    }
  },

  apply(system, match) {
    const [sourceId, functionId, targetId] = match.nodes;
    const mapping = system
      .incoming(functionId ?? ('' as NodeId))
      .find(({ kind, from }) => kind === 'event-source-mapping' && from === sourceId);
    const lambda = functionId === undefined ? undefined : system.node(functionId);
    if (mapping === undefined || lambda === undefined || targetId === undefined) return system.design;
    return withPipe(system, viewFunction(system, lambda), mapping, targetId, match);
  },

  examples: {
    hits: [
      'dynamodb-table Orders(stream: NEW_IMAGE) -> lambda-function Publish(work: transport, mapping: none) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Forward(work: transport, mapping: none) -> sqs-queue Billing',
      'sqs-queue Orders -> lambda-function Start(work: transport, mapping: picks) -> state-machine Fulfil',
      'dynamodb-table Orders(stream: NEW_IMAGE) -> lambda-function Price(work: transport, mapping: computes) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Start(work: unknown) -> state-machine Fulfil',
    ],
    misses: [
      'sqs-queue Orders -> lambda-function Price(work: transform) -> event-bus Events',
      'sqs-queue Orders -> lambda-function Save(work: transport, mapping: none) -> dynamodb-table Orders2',
      'sqs-queue Orders -> lambda-function Price(work: transform)',
    ],
  },
});

const isFifo = (node: SystemNode | undefined): boolean => node?.props['queueType'] === 'fifo';

function matchOf(
  system: System,
  view: FunctionView,
  call: SingleCall,
  mapping: SystemConnection,
  source: SystemNode,
): Match | undefined {
  const toQueue = call.target.service.type === 'sqs-queue';
  const judgement = judge(view, 'enrichment', true);
  if (judgement === undefined) return undefined;
  const others = otherCallers(view, new Set([mapping.id])).length;
  const keeps = judgement.verdict === 'replace' && others > 0;
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
      action: call.action,
      work: view.work,
      mapping: view.mapping,
      others,
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
    limits: limitsOf(system, call, mapping),
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

function limitsOf(system: System, call: SingleCall, mapping: SystemConnection): readonly Limit[] {
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
    limits.push({
      text: {
        en: 'Rules see the source and detail type that are set at the target of the pipe.',
        ja: 'ルールが受け取る source と detail-type は、パイプのターゲットで設定した値になります。',
      },
      state: 'check',
      source:
        'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetEventBridgeEventBusParameters.html',
    });
  const written = writtenProps(system.design, mapping);
  const lost = Object.keys(written).filter((name) => !carried.includes(name) && name !== 'partialBatchResponse');
  if (lost.length > 0)
    limits.push({
      text: {
        en: `These settings of the event source mapping have no counterpart: ${lost.join(', ')}.`,
        ja: `イベントソースマッピングの次の設定は引き継がれません: ${lost.join(', ')}。`,
      },
      state: 'check',
    });
  return limits;
}

const writtenProps = (design: Design, { id }: SystemConnection): Readonly<Record<string, Json>> =>
  lookup<Connection>(design.connections, id)?.props ?? {};

function withPipe(system: System, view: FunctionView, mapping: SystemConnection, target: NodeId, match: Match): Design {
  const lambda = view.node;
  const { call } = view;
  const { design } = system;
  const partly = view.mapping === 'computes';
  const leaves = !partly && otherCallers(view, new Set([mapping.id])).length === 0;
  const place = placeFor(design, lambda, leaves);
  const { context, comment } = lambda.node;
  const pipe = addNode(
    design,
    {
      service: 'pipe',
      label: labelOfNew(system, lambda, leaves, mapping.from, target),
      ...(context === undefined ? {} : { context }),
      origin: 'created',
      props: {},
      ...(comment === undefined || !leaves ? {} : { comment }),
    },
    { wanted: `${lambda.id}-pipe`, ...(place === undefined ? {} : { at: place }) },
  );
  const queue = system.node(mapping.from)?.service.type === 'sqs-queue';
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html: target parameters take paths.
  const group = isFifo(system.node(target)) ? { messageGroupId: '$.attributes.MessageGroupId' } : {};
  const source = addConnection(pipe.design, {
    kind: 'pipe-source',
    from: mapping.from,
    to: pipe.id,
    props: sourceProps(design, mapping, call),
  });
  const result = addConnection(source.design, {
    kind: 'pipe-target',
    from: pipe.id,
    to: target,
    props: { ...targetProps(view, queue, match), ...group },
  });
  const detached = removeConnections(
    result.design,
    new Set([mapping.id, ...(partly && call !== undefined ? [call.connection.id] : [])]),
  );
  if (!partly) return removeIfUnused(detached, lambda.id);
  const enriched = addConnection(detached, { kind: 'pipe-enrichment', from: pipe.id, to: lambda.id, props: {} });
  return updateNode(enriched.design, lambda.id, (node) => ({
    ...node,
    props: {
      ...Object.fromEntries(Object.entries(node.props).filter(([name]) => name !== 'mapping')),
      work: 'transform',
    },
  }));
}

/** What was set at the event source mapping, within what the pipe's target takes. */
function sourceProps(
  design: Design,
  mapping: SystemConnection,
  call: SingleCall | undefined,
): Readonly<Record<string, Json>> {
  const written = writtenProps(design, mapping);
  const max = lookup(maxBatch, call?.target.service.type ?? '') ?? Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    Object.entries(written)
      .filter(([name]) => carried.includes(name))
      .map(([name, value]) => [name, name === 'batchSize' && typeof value === 'number' ? Math.min(value, max) : value]),
  );
}

/** A message passed on unchanged is its body; what is picked is not known, and stays a marked gap. */
function targetProps({ mapping }: FunctionView, queue: boolean, { verdict }: Match): Readonly<Record<string, Json>> {
  if (mapping === 'computes' && verdict === 'partly') return {};
  if (mapping !== 'none') return { mapping: 'missing' };
  return queue ? { mapping: 'custom', inputTemplate: '<$.body>' } : {};
}
