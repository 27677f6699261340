import { addBetweens, type Between } from './betweens.js';

/** Services that people put between two that do not meet, in no order: their rank says which is offered first. */
const all: readonly Between[] = [
  {
    id: 'pipe',
    service: 'pipe',
    props: {},
    title: { en: 'Through a pipe', ja: 'パイプを経由' },
    tradeOff: {
      en: 'Filters and picks values without code. Keeps the order of a stream; cannot compute.',
      ja: 'コードなしで値を絞り込み、選択できます。ストリームの順序を保ちます。計算はできません。',
    },
    rank: 55,
    out: 'pipe-target',
    detour: true,
  },
  {
    id: 'express-workflow',
    service: 'state-machine',
    props: { type: 'EXPRESS' },
    title: { en: 'Through an Express workflow', ja: 'Express ワークフローを経由' },
    tradeOff: {
      en: 'Starts it and waits for the answer. Retry and Catch are built in.',
      ja: 'ワークフローを開始し、応答を待ちます。Retry と Catch が組み込まれています。',
    },
    rank: 60,
    detour: true,
    from: ['proxySource'],
  },
  {
    id: 'standard-workflow',
    service: 'state-machine',
    props: {},
    title: { en: 'Through a Standard workflow', ja: 'Standard ワークフローを経由' },
    tradeOff: {
      en: 'Each start is seen in the history. Retry and Catch are built in; billed by state transition.',
      ja: '実行履歴を確認できます。Retry と Catch が組み込まれています。状態遷移ごとに課金されます。',
    },
    rank: 65,
    detour: true,
    notFrom: ['proxySource'],
  },
  {
    id: 'lambda-function',
    service: 'lambda-function',
    props: {},
    title: { en: 'Through a Lambda function', ja: 'Lambda 関数を経由' },
    tradeOff: {
      en: 'Right when something is computed on the way. Code, errors and updates are yours.',
      ja: '途中で計算が必要な場合に適しています。コード、エラー処理、更新は自分で管理します。',
    },
    rank: 90,
    detour: true,
  },
  {
    id: 'http-api',
    service: 'http-api',
    props: {},
    title: { en: 'Through an HTTP API', ja: 'HTTP API を経由' },
    tradeOff: {
      en: 'An entry point that checks who calls and passes requests on.',
      ja: '呼び出し元を認証し、リクエストを渡すエントリポイントです。',
    },
    rank: 50,
    from: ['client'],
  },
  {
    id: 'rest-api',
    service: 'rest-api',
    props: {},
    title: { en: 'Through a REST API', ja: 'REST API を経由' },
    tradeOff: {
      en: 'Calls many AWS services itself, with a mapping template.',
      ja: 'マッピングテンプレートを使って、多くの AWS サービスを直接呼び出せます。',
    },
    rank: 52,
    from: ['client'],
  },
  {
    id: 'event-bus',
    service: 'event-bus',
    props: {},
    title: { en: 'Through an event bus', ja: 'イベントバスを経由' },
    tradeOff: {
      en: 'Rules pick events and deliver them to any number of targets, without a promise of order.',
      ja: 'ルールに一致したイベントを複数のターゲットに配信できます。順序は保証されません。',
    },
    rank: 70,
    out: 'rule',
  },
  {
    id: 'sns-topic',
    service: 'sns-topic',
    props: {},
    title: { en: 'Through an SNS topic', ja: 'SNS トピックを経由' },
    tradeOff: {
      en: 'Each subscriber gets a copy of the messages that pass its filter.',
      ja: 'フィルターを通過したメッセージのコピーを、各サブスクライバーに配信します。',
    },
    rank: 72,
    out: 'subscription',
  },
  {
    id: 'sqs-queue',
    service: 'sqs-queue',
    props: {},
    title: { en: 'Through an SQS queue', ja: 'SQS キューを経由' },
    tradeOff: {
      en: 'Keeps what comes until it is dealt with; evens out peaks.',
      ja: '処理されるまでメッセージを保持し、負荷の急増を吸収します。',
    },
    rank: 74,
  },
  {
    id: 'firehose-stream',
    service: 'firehose-stream',
    props: {},
    title: { en: 'Through Data Firehose', ja: 'Data Firehose を経由' },
    tradeOff: {
      en: 'Writes in batches by time or size; within minutes rather than at once.',
      ja: '時間またはサイズでまとめて書き込みます。即時ではなく、数分以内に届きます。',
    },
    rank: 76,
    out: 'delivery-destination',
  },
];

addBetweens(all);
