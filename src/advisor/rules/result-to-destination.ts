import { removeConnections } from '../../model/graph.js';
import { isInvokedAsynchronously } from '../../catalog/services/lambda-function.js';
import { directWays } from '../../system/direct.js';
import { connectDirectly } from '../../system/ways.js';
import type { System, SystemNode } from '../../system/system.js';
import { defineRule } from '../define.js';
import { apiName, callsOf, marked, nameOf, type SingleCall } from '../functions.js';

const destinations = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html';

/** A function that is invoked asynchronously and sends its result on: Lambda can do the sending. */
export const resultToDestination = defineRule({
  id: 'result-to-destination',
  family: 'responsibility',
  severity: 'suggestion',
  title: {
    en: 'Lambda can send the result of "{lambda}" to "{target}"',
    ja: '「{lambda}」の結果は、Lambda の送信先で「{target}」に送信できます',
  },
  what: {
    en: 'Nobody waits for "{lambda}", and all it calls is {action} of "{target}". If that is its result, it can return it, and a destination sends it there.',
    ja: '「{lambda}」の応答を待つものはなく、行う呼び出しは「{target}」の {action} だけです。送信するのが処理の結果であれば、戻り値にして、送信先の設定で送信できます。',
  },
  why: {
    en: 'The function only computes: no SDK call, no client and no permission in its role beyond the destination. Failures can go to a destination of their own.',
    ja: '関数が行うのは計算だけになり、SDK の呼び出しやクライアントは不要です。失敗した場合の送信先も個別に設定できます。',
  },
  tradeOff: {
    en: 'The result arrives in the envelope of Lambda (responsePayload), so its readers have to take it from there. One result for each invocation.',
    ja: '結果は Lambda の形式 (responsePayload) で届くため、読み取る側の変更が必要です。結果は呼び出しごとに 1 件です。',
  },
  source: {
    url: destinations,
    title: { en: 'Destinations of asynchronous invocations', ja: '非同期呼び出しの送信先' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 1,
  *find(system, node) {
    const call = sendingOf(system, node);
    if (call === undefined) return;
    yield {
      nodes: marked(node, call.target),
      facts: { lambda: nameOf(node), target: nameOf(call.target), action: apiName(call.action) },
      verdict: 'question',
      confidence: 'low',
      function: node.id,
      mechanism: 'lambda-destination',
      evidence: [
        {
          text: {
            en: 'All callers of "{lambda}" are asynchronous.',
            ja: '「{lambda}」の呼び出しは、すべて非同期です。',
          },
          node: node.id,
        },
        {
          text: { en: 'It makes one call: {action}.', ja: '行う呼び出しは {action} だけです。' },
          node: call.target.id,
        },
      ],
      limits: [
        {
          text: {
            en: 'The code has to return the result, and readers have to take it from responsePayload.',
            ja: 'コードで結果を返し、読み取る側で responsePayload から取り出す必要があります。',
          },
          state: 'check',
          source: destinations,
        },
      ],
      applicable: true,
    };
  },
  apply(system, match) {
    const node = match.nodes[0] === undefined ? undefined : system.node(match.nodes[0]);
    const call = node && sendingOf(system, node);
    if (node === undefined || call === undefined) return system.design;
    const without = removeConnections(system.design, new Set([call.connection.id]));
    return connectDirectly(without, node.id, call.target.id, 'lambda-destination', { on: 'success' }).design;
  },
  examples: {
    hits: [
      'sns-topic News -> lambda-function Price(work: transform) -> sqs-queue Prices',
      'event-bus Events -> lambda-function Price(work: transform) -> sns-topic Prices',
    ],
    misses: [
      'rest-api Api -> lambda-function Price(work: transform) -> sqs-queue Prices',
      'sns-topic News -> lambda-function Hand(work: transport) -> sqs-queue Prices',
      'sns-topic News -> lambda-function Price(work: transform) -> sqs-queue Prices; lambda-function Price -> dynamodb-table Orders',
      'sqs-queue Orders -> lambda-function Price(work: transform) -> sqs-queue Prices',
    ],
  },
});

const sendings: readonly string[] = ['sendMessage', 'publish', 'putEvents'];

/** The one call that sends something on, of a function that transforms and that nobody waits for. */
function sendingOf(system: System, node: SystemNode): SingleCall | undefined {
  if (node.node.origin === 'existing' || node.props['work'] !== 'transform') return undefined;
  const callers = system.incoming(node.id).filter(({ origin }) => origin !== 'reference');
  const isAsync = callers.length > 0 && callers.every((connection) => isInvokedAsynchronously([{ connection }]));
  const [call, ...others] = callsOf(system, node) ?? [];
  if (!isAsync || call === undefined || others.length > 0 || !sendings.includes(call.action)) return undefined;
  return directWays(node, call.target).ways.some(({ kind }) => kind === 'lambda-destination') ? call : undefined;
}
