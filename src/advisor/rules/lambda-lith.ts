import { lookup } from '../../model/design.js';
import { defineObservation } from '../observe.js';
import { callsOf, marked, nameOf } from '../functions.js';
import { groupedBy, listed } from '../machines.js';
import type { System, SystemNode } from '../../system/system.js';

/** One function behind many routes, with the permissions of all of them. */
export const lambdaLith = defineObservation({
  id: 'lambda-lith',
  family: 'granularity',
  severity: 'suggestion',
  title: {
    en: '"{lambda}" is a Lambda-lith of {routes} routes',
    ja: '「{lambda}」は {routes} 個のルートを持つ Lambda-lith です',
  },
  what: {
    en: '"{lambda}" answers {routes} routes and may call {permissions}: every route runs with the permissions, memory and timeout that any of them needs. It can be split by what belongs together: {groups}.',
    ja: '「{lambda}」は {routes} 個のルートに応答し、{permissions} を呼び出せます。どのルートも、全ルートに必要なアクセス許可、メモリ、タイムアウトで実行されます。次のまとまりに分割できます: {groups}。',
  },
  why: {
    en: 'Each function gets only the memory and the permissions it needs (least privilege), and a change to one group does not redeploy the others.',
    ja: 'メモリとアクセス許可を、関数ごとに必要な分だけ設定できます (最小特権)。1 つのグループを変更しても、ほかのグループを再デプロイせずに済みます。',
  },
  tradeOff: {
    en: 'More functions mean more deployments, logs and cold starts to watch, and shared code moves to a package or a layer. With one team and few, similar operations, one function can be the better choice.',
    ja: '関数が増えると、デプロイ、ログ、コールドスタートの管理対象も増えます。共通のコードは、パッケージやレイヤーに移す必要があります。1 つのチームが少数の似た操作を扱う場合は、分割しないほうがよいこともあります。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html',
    title: {
      en: 'Anti-patterns in Lambda-based applications: the Lambda monolith',
      ja: 'Lambda のアンチパターン: Lambda モノリス',
    },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 1,
  thresholds: { routes: { label: { en: 'Routes of one function', ja: '1 つの関数のルート数' }, default: 5 } },
  *find(system, node, { routes: most = 5 }) {
    const routes = routesOf(system, node);
    const isProxy = routes.some(({ path }) => /\{\w+\+\}|\$default/.test(path));
    if (node.node.origin === 'existing' || routes.length < most) return;
    const groups = groupedBy(routes, ({ group }) => group);
    const calls = callsOf(system, node) ?? [];
    yield {
      nodes: marked(node, ...calls.map(({ target }) => target)),
      facts: {
        lambda: nameOf(node),
        routes: routes.length,
        permissions: calls.length === 0 ? '–' : listed([...new Set(calls.flatMap(iamOf))]),
        groups: listed(groups.map(([group, of]) => `${group} (${String(of.length)})`)),
      },
      verdict: 'question',
      confidence: isProxy ? 'low' : 'medium',
      function: node.id,
      mechanism: 'split',
      evidence: groups.map(([group, of]) => ({
        text: {
          en: `${group}: ${of.map(({ words }) => words).join(', ')}`,
          ja: `${group}: ${of.map(({ words }) => words).join(', ')}`,
        },
        node: of[0]?.api ?? node.id,
      })),
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: [
      ['GET /orders', 'POST /orders', 'GET /orders/{id}', 'GET /items', 'POST /items']
        .map((route) => {
          const [method = '', path = ''] = route.split(' ');
          return `rest-api Api -api-proxy(method: ${method}, path: ${path})-> lambda-function All(work: mixed)`;
        })
        .join('; ') + '; lambda-function All -> dynamodb-table Orders',
    ],
    misses: [
      'rest-api Api -api-proxy(method: GET, path: /orders)-> lambda-function One; rest-api Api -api-proxy(method: POST, path: /orders)-> lambda-function One',
    ],
  },
});

function routesOf(system: System, node: SystemNode) {
  return system.incoming(node.id).flatMap(({ kind, from, props }) => {
    if (kind !== 'api-proxy') return [];
    const path = typeof props['path'] === 'string' ? props['path'] : '/';
    const method = typeof props['method'] === 'string' ? props['method'] : 'ANY';
    // Braces would be taken for placeholders of a text.
    const shown = path.replace(/\{(\w+)\+?\}/g, ':$1');
    const group = shown.split('/').find((part) => part !== '' && !part.startsWith(':')) ?? '/';
    return [{ api: from, path, words: `${method} ${shown}`, group: group === '/' ? '/' : `/${group}` }];
  });
}

const iamOf = ({ role, action }: NonNullable<ReturnType<typeof callsOf>>[number]): readonly string[] =>
  lookup(role.actions, action)?.iam ?? [];
