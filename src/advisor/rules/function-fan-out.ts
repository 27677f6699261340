import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { listed } from '../machines.js';

/** One function that calls several: the order, the waiting and the errors are hidden in its code. */
export const functionFanOut = defineObservation({
  id: 'function-fan-out',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: '"{lambda}" coordinates {count} functions in code',
    ja: '「{lambda}」は、コードの中で {count} 個の関数を制御しています',
  },
  what: {
    en: '"{lambda}" calls {functions}. A state machine with a Parallel or Map state can do it, or an event that each of them has a rule for.',
    ja: '「{lambda}」は {functions} を呼び出しています。Parallel ステートか Map ステートを使うステートマシン、または各関数のルールに一致するイベントで実現できます。',
  },
  why: {
    en: 'Each branch gets its own retries and errors, and the workflow shows which one failed. You do not pay for a function that waits for others, nor does its timeout end them.',
    ja: 'ブランチごとに再試行とエラー処理を設定でき、失敗したブランチをワークフローで確認できます。ほかの関数を待つ間の料金はかからず、タイムアウトで処理が途切れることもありません。',
  },
  tradeOff: {
    en: 'A workflow is one more resource, billed by state transition or duration. If every call is a workflow of functions alone, a durable function can keep the flow in code.',
    ja: 'ワークフローというリソースが増え、状態遷移または実行時間で課金されます。関数だけを呼び出すフローであれば、耐久性のある関数でコードの中に残すこともできます。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html',
    title: { en: 'Anti-patterns in Lambda-based applications', ja: 'Lambda ベースのアプリケーションのアンチパターン' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 1,
  thresholds: { functions: { label: { en: 'Functions called', ja: '呼び出す関数の数' }, default: 2 } },
  *find(system, node, { functions = 2 }) {
    if (node.node.origin === 'existing') return;
    const called = [
      ...new Set(
        system.outgoing(node.id).flatMap(({ kind, to }) => {
          const callee = system.node(to);
          return kind === 'uses' && callee?.service.type === 'lambda-function' && to !== node.id ? [callee] : [];
        }),
      ),
    ];
    if (called.length < functions) return;
    yield {
      nodes: marked(node, ...called),
      facts: { lambda: nameOf(node), count: called.length, functions: listed(called.map(nameOf)) },
      verdict: 'question',
      confidence: 'medium',
      function: node.id,
      mechanism: 'sfn-optimized',
      evidence: called.map(({ id }) => ({
        text: { en: '"{lambda}" calls this function.', ja: '「{lambda}」がこの関数を呼び出しています。' },
        node: id,
      })),
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: ['lambda-function All -> lambda-function A; lambda-function All -> lambda-function B'],
    misses: ['lambda-function All -> lambda-function A', 'state-machine All -> lambda-function A'],
  },
});
