import { defineObservation } from '../observe.js';
import { callsOf, marked, nameOf } from '../functions.js';
import { groupedBy, listed } from '../machines.js';
import type { System, SystemNode } from '../../system/system.js';

/** Many functions of one route each over one table: a few by what belongs together are enough. */
export const microFunctions = defineObservation({
  id: 'micro-functions',
  family: 'granularity',
  severity: 'suggestion',
  title: {
    en: '{count} functions serve "{target}" with one route each',
    ja: '「{target}」に、ルート 1 つの関数が {count} 個あります',
  },
  what: {
    en: '{functions} all use only "{target}", have the same memory and timeout, and belong to one context. Those that read and those that write can be one function each.',
    ja: '{functions} は、いずれも「{target}」だけを使用し、メモリとタイムアウトが同じで、同じコンテキストに属しています。読み取り用と書き込み用の 2 つの関数にまとめられます。',
  },
  why: {
    en: 'Fewer functions to deploy, watch and keep warm, and no code that is copied between them. Permissions stay as narrow as reading and writing.',
    ja: 'デプロイ、監視、コールドスタートの対象が減り、コードの重複もなくなります。アクセス許可は、読み取りと書き込みで分けたままにできます。',
  },
  tradeOff: {
    en: 'A function of several routes chooses in code what to do, and its permissions are those of all of them. Functions of different teams or with different memory stay apart.',
    ja: '複数のルートを持つ関数は、処理をコードで振り分け、全ルートのアクセス許可を持ちます。チームやメモリが異なる関数は、分けたままにしてください。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-decomposing-monoliths/welcome.html',
    title: { en: 'Decomposing monoliths (AWS Prescriptive Guidance)', ja: 'モノリスの分解 (AWS 規範ガイダンス)' },
    date: '2026-11-25',
  },
  anchor: 'dynamodb-table',
  reach: 2,
  thresholds: { functions: { label: { en: 'Functions with one route', ja: 'ルート 1 つの関数の数' }, default: 6 } },
  *find(system, table, { functions: least = 6 }) {
    const small = [...new Set(system.incoming(table.id).map(({ from }) => from))].flatMap((id) => {
      const node = system.node(id);
      return node !== undefined && isMicro(system, node, table) ? [node] : [];
    });
    for (const [, alike] of groupedBy(small, kindOf)) {
      if (alike.length < least) continue;
      yield {
        nodes: marked(table, ...alike),
        facts: { target: nameOf(table), count: alike.length, functions: listed(alike.map(nameOf)) },
        verdict: 'question',
        confidence: 'low',
        mechanism: 'merge',
        evidence: alike.map((node) => ({
          text: { en: 'One route, one table.', ja: 'ルート 1 つ、テーブル 1 つの関数です。' },
          node: node.id,
        })),
        limits: [],
        applicable: false,
      };
    }
  },
  examples: {
    hits: [
      Array.from(
        { length: 6 },
        (_, index) =>
          `rest-api Api -api-proxy(method: GET, path: /r${String(index)})-> lambda-function F${String(index)}(work: transform) -> dynamodb-table Orders`,
      ).join('; '),
    ],
    misses: [
      'rest-api Api -> lambda-function A(work: transform) -> dynamodb-table Orders',
      Array.from(
        { length: 6 },
        (_, index) =>
          `rest-api Api -api-proxy(method: GET, path: /r${String(index)})-> lambda-function F${String(index)}(work: transform, memory: ${String(128 * (index + 1))}) -> dynamodb-table Orders`,
      ).join('; '),
    ],
  },
});

const isMicro = (system: System, node: SystemNode, table: SystemNode): boolean =>
  node.service.type === 'lambda-function' &&
  system.incoming(node.id).filter(({ kind }) => kind === 'api-proxy').length === 1 &&
  system.incoming(node.id).filter(({ origin }) => origin !== 'reference').length === 1 &&
  (callsOf(system, node) ?? []).length > 0 &&
  (callsOf(system, node) ?? []).every(({ target }) => target.id === table.id);

const kindOf = ({ context, props }: SystemNode): string =>
  JSON.stringify([context ?? null, props['memory'] ?? null, props['timeout'] ?? null]);
