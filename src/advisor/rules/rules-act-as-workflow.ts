import { defineObservation } from '../observe.js';
import { eventStepsFrom, type EventStep } from '../event-flow.js';
import { marked, nameOf } from '../functions.js';
import { contextName, listed } from '../machines.js';
import type { System, SystemNode } from '../../system/system.js';

/** Functions of one context that hand events to each other in order: a workflow that nobody sees. */
export const rulesActAsWorkflow = defineObservation({
  id: 'rules-act-as-workflow',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: 'These {count} functions act as one workflow',
    ja: 'この {count} 個の関数は、1 つのワークフローとして動いています',
  },
  what: {
    en: 'In "{context}", each of these functions publishes an event that starts the next: {functions}. A state machine can call them in this order.',
    ja: '「{context}」では、各関数が発行したイベントで次の関数が開始されます: {functions}。ステートマシンで同じ順に呼び出せます。',
  },
  why: {
    en: 'The order is written down in one place, with retries, errors and the history of each execution. Without it, nobody sees where a case stands or what has to be undone.',
    ja: '処理の順序、再試行、エラー処理が 1 か所に定義され、実行ごとの履歴も残ります。ワークフローがないと、処理の進行状況や補償が必要な範囲がわかりません。',
  },
  tradeOff: {
    en: 'A workflow knows its steps: a new step is a change of the workflow, where an event needs only one more rule. Between contexts, events stay the better choice.',
    ja: 'ワークフローは各ステップを把握するため、ステップの追加にはワークフローの変更が必要です。イベントなら、ルールの追加だけで済みます。コンテキスト間では、イベントのほうが適しています。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-integrating-microservices/decentralized.html',
    title: {
      en: 'Orchestration and choreography (AWS Prescriptive Guidance)',
      ja: 'オーケストレーションとコレオグラフィ (AWS 規範ガイダンス)',
    },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 6,
  thresholds: {
    steps: {
      label: { en: 'Functions in a row', ja: '連続する関数の数' },
      default: 3,
    },
  },
  *find(system, node, { steps = 3 }) {
    if (node.node.origin === 'existing' || comesBefore(system, node)) return;
    const chain = chainFrom(system, node);
    if (chain.length < steps) return;
    yield {
      nodes: marked(...chain),
      facts: {
        count: chain.length,
        context: contextName(system, node.context),
        functions: listed(chain.map(nameOf)).replaceAll(', ', ' → '),
      },
      verdict: 'question',
      confidence: 'medium',
      function: node.id,
      mechanism: 'sfn-optimized',
      evidence: chain.slice(1).map((to, index) => ({
        text: {
          en: `Step ${String(index + 2)} follows an event of step ${String(index + 1)}.`,
          ja: `ステップ ${String(index + 2)} は、ステップ ${String(index + 1)} のイベントで開始されます。`,
        },
        node: to.id,
      })),
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: [
      'lambda-function A(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["a"]})-> lambda-function B(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["b"]})-> lambda-function C(work: transform)',
    ],
    misses: [
      'lambda-function A(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["a"]})-> lambda-function B(work: transform)',
      '[X] lambda-function A(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["a"]})-> [Y] lambda-function B(work: transform) -> event-bus Events; event-bus Events -rule(pattern: {"source": ["b"]})-> [Z] lambda-function C(work: transform)',
    ],
  },
});

const inContext = (system: System, from: SystemNode): readonly EventStep[] =>
  eventStepsFrom(system, from).filter(({ to }) => to.context === from.context && to.id !== from.id);

/** Whether an event of the same context leads here: then the chain begins earlier. */
function comesBefore(system: System, node: SystemNode): boolean {
  return system.incoming(node.id).some(
    ({ kind, from: bus }) =>
      kind === 'rule' &&
      system.incoming(bus).some(({ from }) => {
        const before = system.node(from);
        return (
          before?.service.type === 'lambda-function' &&
          before.id !== node.id &&
          inContext(system, before).some(({ to }) => to.id === node.id)
        );
      }),
  );
}

/** The one way on, as long as there is one: where events part, several things happen at once. */
function chainFrom(system: System, start: SystemNode): readonly SystemNode[] {
  const chain = [start];
  for (;;) {
    const last = chain.at(-1);
    const [next, ...others] = last === undefined ? [] : inContext(system, last);
    if (next === undefined || others.length > 0 || chain.some(({ id }) => id === next.to.id)) return chain;
    chain.push(next.to);
  }
}
