import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';

/** Props of connections that hold a mapping which a person wrote. */
const templates = ['requestTemplate', 'responseTemplate', 'inputTemplate', 'code'] as const;

/** A direct integration whose template has become a program: a function is easier to test. */
export const templateComputes = defineObservation({
  id: 'template-computes',
  family: 'keep',
  severity: 'suggestion',
  title: {
    en: 'The mapping from "{source}" to "{target}" has become a program',
    ja: '「{source}」から「{target}」へのマッピングが、プログラムになっています',
  },
  what: {
    en: 'The mapping has {lines} lines and {branches} conditions and loops. A small function, or an Express workflow with JSONata, says the same and can be tested.',
    ja: 'マッピングは {lines} 行で、条件分岐とループが {branches} 個あります。小さな関数か、JSONata を使う Express ワークフローなら、同じ処理をテストできます。',
  },
  why: {
    en: 'Templates have no tests, no types and no step-by-step debugging. What computes belongs where it can be tested.',
    ja: 'テンプレートにはテスト、型、ステップ実行がありません。計算を行う処理は、テストできる場所に置くほうが安全です。',
  },
  tradeOff: {
    en: 'A function brings code, a runtime and a cold start back. Long templates that only pick and rename are fine as they are.',
    ja: '関数にすると、コード、ランタイム、コールドスタートが加わります。長くても、値の選択と名前の変更だけのテンプレートはそのままで問題ありません。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html',
    title: { en: 'Mapping templates (API Gateway)', ja: 'マッピングテンプレート (API Gateway)' },
    date: '2026-11-25',
  },
  anchor: 'rest-api',
  reach: 1,
  thresholds: {
    lines: { label: { en: 'Lines of a mapping', ja: 'マッピングの行数' }, default: 40 },
    branches: { label: { en: 'Conditions and loops', ja: '条件分岐とループの数' }, default: 5 },
  },
  *find(system, api, { lines: mostLines = 40, branches: mostBranches = 5 }) {
    for (const connection of system.outgoing(api.id)) {
      const target = system.node(connection.to);
      const texts = templates.flatMap((name) => {
        const value = connection.props[name];
        return typeof value === 'string' ? [value] : [];
      });
      const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
      const branches = texts.reduce((sum, text) => sum + (text.match(/#(?:if|elseif|foreach)\b/g) ?? []).length, 0);
      if (target === undefined || lines <= mostLines || branches <= mostBranches) continue;
      yield {
        nodes: marked(api, target),
        facts: { source: nameOf(api), target: nameOf(target), lines, branches },
        verdict: 'question',
        confidence: 'low',
        mechanism: 'lambda-or-express',
        evidence: [
          {
            text: {
              en: '{lines} lines, {branches} conditions and loops.',
              ja: '{lines} 行、条件分岐とループ {branches} 個。',
            },
            node: api.id,
          },
        ],
        limits: [],
        applicable: false,
      };
    }
  },
  examples: {
    hits: [
      `rest-api Api -api-integration(mapping: custom, requestTemplate: ${JSON.stringify(
        `${'#if($a) "x" #end\n'.repeat(8)}${'"a": "b",\n'.repeat(40)}`,
      )})-> sqs-queue Jobs`,
    ],
    misses: [
      'rest-api Api -> sqs-queue Jobs',
      `rest-api Api -api-integration(mapping: custom, requestTemplate: ${JSON.stringify('"a": "b",\n'.repeat(60))})-> sqs-queue Jobs`,
    ],
  },
});
