import { lookup } from '../../model/design.js';
import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { eventStepsFrom } from '../event-flow.js';
import { listed } from '../machines.js';
import type { Evidence, Match } from '../define.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';

const loops = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html';

/** Kinds by which a service calls a function for what is written into it. */
const triggers = ['event-source-mapping', 's3-notification', 'subscription', 'service-event'];

/** Actions that bring something in, by service type. */
const writes: Readonly<Record<string, readonly string[]>> = {
  's3-bucket': ['putObject', 'copyObject'],
  'sqs-queue': ['sendMessage', 'sendMessageBatch'],
  'sns-topic': ['publish', 'publishBatch'],
  'dynamodb-table': ['putItem', 'updateItem', 'deleteItem', 'batchWriteItem', 'transactWriteItems'],
  'kinesis-stream': ['putRecord', 'putRecords'],
};

/** A function that sets off itself, or two that set off each other without an end. */
export const functionCallsItself = defineObservation({
  id: 'function-calls-itself',
  family: 'orchestration',
  severity: 'warning',
  title: { en: '"{lambda}" may set off itself', ja: '「{lambda}」が自分自身を呼び出す可能性があります' },
  what: {
    en: '"{lambda}" writes to "{source}", and "{source}" calls "{lambda}" again: {way}.',
    ja: '「{lambda}」は「{source}」に書き込み、「{source}」は「{lambda}」を再び呼び出します: {way}。',
  },
  why: {
    en: 'A circle without a condition that ends it runs until someone stops it, and costs as long. Lambda detects it for SQS, SNS and S3 after about 16 turns, and not for other services.',
    ja: '終了条件のない循環は、止めるまで実行され続け、料金も発生し続けます。Lambda が約 16 回で検出するのは SQS、SNS、S3 の循環だけです。',
  },
  tradeOff: {
    en: 'A circle can be meant, such as a job that puts its rest back into the queue. It needs a condition that ends it: another prefix, another queue, a filter or a counter.',
    ja: '残りの処理をキューに戻すなど、意図した循環もあります。その場合は、別のプレフィックス、別のキュー、フィルター、カウンターなどの終了条件が必要です。',
  },
  source: {
    url: loops,
    title: { en: 'Lambda recursive loop detection', ja: 'Lambda の再帰ループの検出' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 3,
  *find(system, node) {
    if (node.node.origin === 'existing') return;
    for (const trigger of system.incoming(node.id)) {
      const source = system.node(trigger.from);
      if (source === undefined || !triggers.includes(trigger.kind)) continue;
      const back = system.outgoing(node.id).find((connection) => writesTo(connection, source));
      if (back !== undefined && !isFiltered(trigger))
        yield matchOf(
          node,
          [node, source],
          [
            {
              text: { en: '"{source}" calls "{lambda}".', ja: '「{source}」が「{lambda}」を呼び出しています。' },
              node: source.id,
            },
            {
              text: { en: '"{lambda}" writes to "{source}".', ja: '「{lambda}」が「{source}」に書き込んでいます。' },
              node: node.id,
            },
          ],
        );
    }
    const circle = circleOf(system, node);
    // Each circle is told once, of its first function.
    if (circle !== undefined && [...circle].sort((a, b) => (a.id < b.id ? -1 : 1))[0]?.id === node.id) {
      const bus = eventStepsFrom(system, node)[0]?.bus;
      if (bus !== undefined)
        yield matchOf(
          node,
          [...circle, bus],
          [
            {
              text: {
                en: 'Events lead from one to the next and back: {way}.',
                ja: 'イベントが順に渡され、元の関数に戻ります: {way}。',
              },
              node: node.id,
            },
          ],
        );
    }
  },
  examples: {
    hits: [
      's3-bucket Files -> lambda-function Shrink(work: transform) -uses(actions: ["putObject"])-> s3-bucket Files',
      'sqs-queue Jobs -> lambda-function Work(work: transform) -> sqs-queue Jobs',
      'lambda-function Ask(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["ask"]})-> lambda-function Answer(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["answer"]})-> lambda-function Ask',
    ],
    misses: [
      's3-bucket Files -s3-notification(prefix: in/)-> lambda-function Shrink(work: transform) -uses(actions: ["putObject"])-> s3-bucket Files',
      's3-bucket Files -> lambda-function Read(work: transform) -uses(actions: ["getObject"])-> s3-bucket Files',
      'lambda-function Ask(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["other"]})-> lambda-function Ask',
    ],
  },
});

function writesTo(connection: SystemConnection, source: SystemNode): boolean {
  const actions = connection.props['actions'];
  if (connection.kind !== 'uses' || connection.to !== source.id || !Array.isArray(actions)) return false;
  const known = lookup(writes, source.service.type) ?? [];
  return actions.some((name) => typeof name === 'string' && known.includes(lowerFirst(name.replace(/^.*:/, ''))));
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What is written may not match the filter: that is how such a circle is ended. */
const isFiltered = ({ props }: SystemConnection): boolean =>
  ['prefix', 'suffix', 'filterPattern', 'filterPolicy', 'detail'].some((name) => {
    const value = props[name];
    return typeof value === 'string' && value !== '';
  });

/** The shortest way of events from a function back to itself. */
function circleOf(system: System, start: SystemNode): readonly SystemNode[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly SystemNode[])[] = [[start]];
  while (ways.length > 0 && seen.size < 200) {
    const longer: (readonly SystemNode[])[] = [];
    for (const way of ways) {
      const last = way.at(-1);
      if (last === undefined) continue;
      for (const { to } of eventStepsFrom(system, last)) {
        if (to.id === start.id) return way;
        if (seen.has(to.id)) continue;
        seen.add(to.id);
        longer.push([...way, to]);
      }
    }
    ways = longer;
  }
  return undefined;
}

function matchOf(node: SystemNode, circle: readonly SystemNode[], evidence: readonly Evidence[]): Match {
  const source = circle.at(-1) ?? node;
  return {
    nodes: marked(...circle),
    facts: {
      lambda: nameOf(node),
      source: nameOf(source),
      way: listed([...circle.map(nameOf), nameOf(node)]).replaceAll(', ', ' → '),
    },
    verdict: 'question',
    confidence: 'medium',
    function: node.id,
    mechanism: 'none',
    evidence,
    limits: [],
    applicable: false,
  };
}
