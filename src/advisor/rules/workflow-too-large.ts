import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { statesOf, treeOfMachine } from '../machines.js';

/** A workflow of many states: parts of it can be workflows of their own. */
export const workflowTooLarge = defineObservation({
  id: 'workflow-too-large',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: 'Parts of "{machine}" can be workflows of their own',
    ja: '「{machine}」の一部を、別のワークフローに分けられます',
  },
  what: {
    en: '"{machine}" has {states} states. A part that has one input and one result can be a nested workflow, called by one Task state (startExecution.sync).',
    ja: '「{machine}」には {states} 個のステートがあります。入力と結果が 1 つずつの部分は、Task ステート (startExecution.sync) から呼び出す子ワークフローにできます。',
  },
  why: {
    en: 'Each part can be tested, deployed and run again alone, and short parts can be Express workflows, which are billed by duration instead of transitions.',
    ja: '部分ごとにテスト、デプロイ、再実行ができます。短い部分は、状態遷移ではなく実行時間で課金される Express ワークフローにできます。',
  },
  tradeOff: {
    en: 'An error is found one level deeper, and input and output of each part have 256 KiB at most.',
    ja: 'エラーの原因は 1 段深い実行で確認することになります。部分ごとの入力と出力は 256 KiB までです。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-nested-workflows.html',
    title: { en: 'Nested workflows', ja: 'ネストされたワークフロー' },
    date: '2026-11-25',
  },
  anchor: 'state-machine',
  reach: 0,
  thresholds: { states: { label: { en: 'States', ja: 'ステートの数' }, default: 40 } },
  *find(_system, machine, { states: most = 40 }) {
    const tree = treeOfMachine(machine);
    const count = tree === undefined ? 0 : statesOf(tree).length;
    if (count <= most) return;
    yield {
      nodes: marked(machine),
      facts: { machine: nameOf(machine), states: count },
      verdict: 'question',
      confidence: 'low',
      mechanism: 'sfn-nested',
      evidence: [
        {
          text: { en: 'The definition has {states} states.', ja: '定義には {states} 個のステートがあります。' },
          node: machine.id,
        },
      ],
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: [
      `state-machine Flow(definition: ${JSON.stringify({
        StartAt: 'S0',
        States: Object.fromEntries(
          Array.from({ length: 41 }, (_, index) => [
            `S${String(index)}`,
            { Type: 'Pass', ...(index === 40 ? { End: true } : { Next: `S${String(index + 1)}` }) },
          ]),
        ),
      })})`,
    ],
    misses: ['state-machine Flow -> dynamodb-table Orders'],
  },
});
