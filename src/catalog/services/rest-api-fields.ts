import { field } from '../../model/fields.js';

const caching = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html';
const plans = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html';
const domains = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html';

export const domainPattern = {
  test: /^(?:\*\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
  hint: { en: 'a domain such as api.example.com', ja: 'api.example.com のようなドメインを指定してください。' },
};

/** A domain of one's own in front of an API, with its certificate. */
export const domainFields = {
  domainName: field.text({
    label: { en: 'Custom domain', ja: 'カスタムドメイン' },
    placeholder: 'api.example.com',
    code: true,
    pattern: domainPattern,
    advanced: true,
    source: domains,
  }),
  certificateArn: field.text({
    label: { en: 'Certificate', ja: '証明書' },
    help: {
      en: 'ARN of a certificate of ACM for the custom domain.',
      ja: 'カスタムドメインの ACM 証明書の ARN です。',
    },
    code: true,
    placeholder: 'arn:aws:acm:ap-northeast-1:111122223333:certificate/…',
    pattern: {
      test: /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]+$/,
      hint: { en: 'the ARN of a certificate', ja: '証明書の ARN を指定してください。' },
    },
    advanced: true,
    source: domains,
  }),
} as const;

/** What a REST API takes over from code: caching, keys and quotas, answers of its own, pages of other origins. */
export const takenOverFields = {
  corsOrigin: field.text({
    label: { en: 'Allowed origin (CORS)', ja: '許可するオリジン (CORS)' },
    help: {
      en: 'Whose pages may call it from a browser; * for any. A function sends the header itself.',
      ja: 'ブラウザからの呼び出しを許可するページのオリジンです。* はすべてを許可します。関数の応答では、ヘッダーを関数が返します。',
    },
    placeholder: 'https://www.example.com',
    code: true,
    pattern: {
      test: /^(?:\*|https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?)$/,
      hint: {
        en: 'an origin such as https://www.example.com, or *',
        ja: 'https://www.example.com のようなオリジン、または * を指定してください。',
      },
    },
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  }),
  apiKeyRequired: field.boolean({
    label: { en: 'API key required', ja: 'API キーが必須' },
    help: {
      en: 'Makes a key and a usage plan. A key says who calls; it is no authorization.',
      ja: 'API キーと使用量プランを作成します。キーは呼び出し元を識別するもので、認可ではありません。',
    },
    default: false,
    advanced: true,
    source: plans,
  }),
  quota: field.number({
    label: { en: 'Quota of requests', ja: 'リクエストのクォータ' },
    min: 1,
    max: 1_000_000_000,
    unit: 'count',
    when: { field: 'apiKeyRequired', is: [true] },
    advanced: true,
    source: plans,
  }),
  quotaPeriod: field.choice({
    label: { en: 'Period of the quota', ja: 'クォータの期間' },
    options: {
      DAY: { en: 'Day', ja: '日' },
      WEEK: { en: 'Week', ja: '週' },
      MONTH: { en: 'Month', ja: '月' },
    },
    default: 'DAY',
    when: { field: 'apiKeyRequired', is: [true] },
    advanced: true,
    source: plans,
  }),
  clientRate: field.number({
    label: { en: 'Requests per second of one client', ja: 'クライアントごとの 1 秒あたりのリクエスト数' },
    min: 1,
    max: 10_000,
    unit: 'count',
    when: { field: 'apiKeyRequired', is: [true] },
    advanced: true,
    source: plans,
  }),
  clientBurst: field.number({
    label: { en: 'Burst of one client', ja: 'クライアントごとのバースト' },
    min: 1,
    max: 5_000,
    unit: 'count',
    when: { field: 'apiKeyRequired', is: [true] },
    advanced: true,
    source: plans,
  }),
  cache: field.boolean({
    label: { en: 'Response cache', ja: 'レスポンスキャッシュ' },
    help: {
      en: 'Keeps answers of GET requests. Billed by the hour, used or not.',
      ja: 'GET リクエストの応答を保持します。使用の有無にかかわらず、時間単位で課金されます。',
    },
    default: false,
    advanced: true,
    source: caching,
  }),
  cacheSize: field.choice({
    label: { en: 'Cache size (GB)', ja: 'キャッシュサイズ (GB)' },
    options: {
      '0.5': { en: '0.5', ja: '0.5' },
      '1.6': { en: '1.6', ja: '1.6' },
      '6.1': { en: '6.1', ja: '6.1' },
      '13.5': { en: '13.5', ja: '13.5' },
      '28.4': { en: '28.4', ja: '28.4' },
      '58.2': { en: '58.2', ja: '58.2' },
      '118': { en: '118', ja: '118' },
      '237': { en: '237', ja: '237' },
    },
    default: '0.5',
    when: { field: 'cache', is: [true] },
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
  }),
  cacheTtl: field.seconds({
    label: { en: 'Cached for', ja: 'キャッシュ期間' },
    min: 0,
    max: 3600,
    default: 300,
    when: { field: 'cache', is: [true] },
    advanced: true,
    source: caching,
  }),
  mockRoutes: field.map({
    label: { en: 'Mock answers', ja: 'モックの応答' },
    help: {
      en: 'Routes that it answers by itself: "GET /health" with a JSON text.',
      ja: 'API 自身が応答するルートです。「GET /health」のようなルートと JSON を指定します。',
    },
    keyLabel: { en: 'Route', ja: 'ルート' },
    valueLabel: { en: 'Answer', ja: '応答' },
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html',
  }),
  binaryMediaTypes: field.list({
    label: { en: 'Binary media types', ja: 'バイナリメディアタイプ' },
    suggestions: ['image/png', 'image/jpeg', 'application/pdf', 'application/octet-stream', '*/*'],
    advanced: true,
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-configure-with-console.html',
  }),
  ...domainFields,
} as const;
