import { defineObservation } from '../observe.js';
import { handlerOf } from '../handler-facts.js';
import { marked, nameOf, viewFunction } from '../functions.js';

/** A function that computes: code is the right place for it. */
export const keepFunction = defineObservation({
  id: 'keep-function',
  family: 'keep',
  severity: 'suggestion',
  title: { en: '"{lambda}" is best kept', ja: '「{lambda}」は残すことをお勧めします' },
  what: {
    en: '"{lambda}" transforms data; it does more than transport it.',
    ja: '「{lambda}」は、データを転送するだけでなく変換しています。',
  },
  why: {
    en: 'Business rules, signatures (HMAC) and binary data are what functions are for. As a mapping template or a JSONata expression, this logic would be longer and harder to test.',
    ja: '業務ルール、署名 (HMAC)、バイナリデータの処理には、Lambda 関数が適しています。マッピングテンプレートや JSONata 式で書くと、かえって長くなり、テストも難しくなります。',
  },
  tradeOff: {
    en: 'You go on maintaining code and runtime. The function can still get smaller: let Step Functions retry, and let API Gateway authorize and validate requests.',
    ja: 'コードとランタイムの保守は続きます。再試行は Step Functions に、認可とリクエストの検証は API Gateway に移譲すると、関数を小さくできます。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-application-design.html',
    title: { en: 'Designing Lambda applications', ja: 'Lambda アプリケーションの設計' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 0,
  *find(system, node) {
    const { work } = viewFunction(system, node);
    if (work !== 'transform' || node.node.origin === 'existing') return;
    yield {
      nodes: marked(node),
      facts: { lambda: nameOf(node), work },
      verdict: 'keep',
      confidence: 'high',
      function: node.id,
      mechanism: 'none',
      evidence: handlerOf(node)?.evidence ?? [
        { text: { en: 'Work: transform.', ja: '処理の内容: 変換。' }, node: node.id },
      ],
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: ['lambda-function Price(work: transform)'],
    misses: [
      'lambda-function Price(work: transport)',
      'lambda-function Price(work: unknown)',
      'lambda-function Price(work: mixed)',
    ],
  },
});
