import { endOf } from '../../system/nodes.js';
import { apiName } from '../functions.js';
import { carried, defineTransportRule } from '../transport.js';

const resolvers = 'https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html';

export const resolverReadsDirectly = defineTransportRule({
  id: 'resolver-reads-directly',
  title: { en: 'A resolver can use "{target}" itself', ja: 'リゾルバーから「{target}」を直接使用できます' },
  what: {
    en: '"{lambda}" answers fields of "{source}" with one call ({action} of "{target}"). "{target}" can be the data source of the resolver.',
    ja: '「{lambda}」は、「{source}」のフィールドに 1 回の呼び出し (「{target}」の {action}) で応答しています。リゾルバーのデータソースに「{target}」を直接指定できます。',
  },
  why: {
    en: 'AppSync runs the few lines of a resolver itself: no cold start, no function to pay for, and the role of the data source allows only what the resolver does.',
    ja: 'リゾルバーの数行のコードは AppSync が実行します。コールドスタートや関数の料金はなく、データソースのロールに必要なのは、リゾルバーが行う操作のアクセス許可だけです。',
  },
  tradeOff: {
    en: 'Resolver code is a subset of JavaScript without loops that go on, promises, packages or network access. Nothing retries.',
    ja: 'リゾルバーのコードは JavaScript のサブセットで、自由なループ、Promise、パッケージ、ネットワークアクセスは使えません。再試行は行われません。',
  },
  source: {
    url: resolvers,
    title: { en: 'AppSync JavaScript resolvers', ja: 'AppSync の JavaScript リゾルバー' },
    date: '2026-11-25',
  },
  via: ['resolver'],
  then: {
    en: 'If that is all, the resolver can use "{target}" itself.',
    ja: '転送だけであれば、リゾルバーから「{target}」を直接使用できます。',
  },
  integrations: ({ call }) => {
    const source = endOf(call.target, 'dataSource');
    const operation = Object.keys(source?.role.operations ?? {}).find(
      (name) => name.toLowerCase() === apiName(call.action).toLowerCase(),
    );
    return operation === undefined
      ? []
      : [
          {
            kind: 'resolver',
            mechanism: 'appsync-datasource-resolver',
            language: 'jsonata',
            passThrough: ['sendMessage', 'startExecution', 'putEvents'].includes(call.action),
            gap: { mapping: 'missing' },
            props: (trigger, written) => ({ ...carried('typeName', 'fieldName')(trigger, written), operation }),
            limits: [
              {
                text: {
                  en: 'AppSync has this data source, with {action}.',
                  ja: 'AppSync のデータソースとして {action} を使用できます。',
                },
                state: 'met',
                source:
                  'https://docs.aws.amazon.com/appsync/latest/devguide/resolver-mapping-template-reference-overview.html',
              },
              {
                text: {
                  en: 'A resolver runs 30 seconds at most, with 32,000 characters of code.',
                  ja: 'リゾルバーの実行は 30 秒まで、コードは 32,000 文字までです。',
                },
                state: 'check',
                source: 'https://docs.aws.amazon.com/general/latest/gr/appsync.html',
              },
            ],
          },
        ];
  },
  examples: {
    hits: [
      'appsync-api Api -> lambda-function Read(work: transport, mapping: picks) -uses(actions: ["getItem"])-> dynamodb-table Orders',
      'appsync-api Api -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'appsync-api Api -> lambda-function Read(work: unknown) -uses(actions: ["getItem"])-> dynamodb-table Orders',
    ],
    misses: [
      'appsync-api Api -> lambda-function Price(work: transform) -> dynamodb-table Orders',
      'appsync-api Api -> lambda-function Load(work: transport, mapping: none) -> s3-bucket Files',
      'appsync-api Api -> dynamodb-table Orders',
    ],
  },
});
