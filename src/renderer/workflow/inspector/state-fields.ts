import { field } from '../../../model/fields.js';

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const sources = {
  task: `${guide}state-task.html`,
  structure: `${guide}statemachine-structure.html`,
  errors: `${guide}concepts-error-handling.html`,
  map: `${guide}state-map.html`,
  distributed: `${guide}state-map-distributed.html`,
  reader: `${guide}input-output-itemreader.html`,
  batcher: `${guide}input-output-itembatcher.html`,
  writer: `${guide}input-output-resultwriter.html`,
  wait: `${guide}state-wait.html`,
  fail: `${guide}state-fail.html`,
} as const;

/** Step Functions takes no longer times: same pages as the fields. */
const longest = 99_999_999;
/** AWS documents no upper limit. */
const unlimited = Number.MAX_SAFE_INTEGER;

export const commentField = field.text({ label: { en: 'Comment', ja: 'コメント' } });

export const taskFields = {
  TimeoutSeconds: field.seconds({
    label: { en: 'Timeout', ja: 'タイムアウト' },
    help: {
      en: 'The state fails with States.Timeout when it takes longer. Without it, a Task can wait until the execution ends.',
      ja: 'この時間を超えると States.Timeout で失敗します。指定しない場合、実行が終わるまで待ち続けることがあります。',
    },
    min: 1,
    max: longest,
    source: sources.task,
  }),
  HeartbeatSeconds: field.seconds({
    label: { en: 'Heartbeat', ja: 'ハートビート' },
    help: {
      en: 'The state fails with States.HeartbeatTimeout when no heartbeat comes for that long. Shorter than the timeout.',
      ja: 'この時間内にハートビートがないと States.HeartbeatTimeout で失敗します。タイムアウトより短くしてください。',
    },
    min: 1,
    max: longest,
    source: sources.task,
  }),
} as const;

export const machineTimeout = field.seconds({
  label: { en: 'Timeout of the definition', ja: '定義のタイムアウト' },
  help: {
    en: 'The execution fails with States.Timeout when it takes longer.',
    ja: '実行時間がこれを超えると States.Timeout で失敗します。',
  },
  min: 1,
  max: longest,
  source: sources.structure,
});

export const waitFields = {
  Seconds: field.seconds({
    label: { en: 'Duration', ja: '待機時間' },
    min: 0,
    max: longest,
    required: true,
    source: sources.wait,
  }),
  Timestamp: field.text({
    label: { en: 'Until', ja: '待機終了時刻' },
    help: {
      en: 'A time as RFC 3339 writes it, with T and a zone.',
      ja: 'RFC 3339 形式の日時。T とタイムゾーンが必要です。',
    },
    placeholder: '2026-12-31T15:00:00Z',
    required: true,
    code: true,
    source: sources.wait,
  }),
} as const;

export const failFields = {
  Error: field.text({
    label: { en: 'Error', ja: 'エラー名' },
    help: {
      en: 'Name that Retry and Catch around it, and callers, tell the error by.',
      ja: '外側の Retry と Catch や呼び出し元がエラーを区別するための名前です。',
    },
    placeholder: 'OrderRejected',
    code: true,
    source: sources.fail,
  }),
  Cause: field.text({
    label: { en: 'Cause', ja: '原因' },
    help: { en: 'Words for people.', ja: '人が読むための説明です。' },
    source: sources.fail,
  }),
} as const;

export const retryFields = {
  IntervalSeconds: field.seconds({
    label: { en: 'First interval', ja: '最初の間隔' },
    min: 1,
    max: longest,
    default: 1,
    source: sources.errors,
  }),
  MaxAttempts: field.number({
    label: { en: 'Attempts', ja: '最大試行回数' },
    help: { en: '0: never tried again.', ja: '0 の場合、再試行しません。' },
    min: 0,
    max: longest,
    default: 3,
    source: sources.errors,
  }),
  BackoffRate: field.number({
    label: { en: 'Backoff rate', ja: 'バックオフ率' },
    help: { en: 'Each interval is this many times as long as the one before.', ja: '間隔を毎回この倍率で延ばします。' },
    min: 1,
    max: unlimited,
    step: 0.5,
    default: 2,
    source: sources.errors,
  }),
  MaxDelaySeconds: field.seconds({
    label: { en: 'Longest interval', ja: '最大の間隔' },
    help: { en: 'Longer than the first interval.', ja: '最初の間隔より長くしてください。' },
    min: 1,
    max: 31_622_400,
    source: sources.errors,
  }),
  JitterStrategy: field.choice({
    label: { en: 'Jitter', ja: 'ジッター' },
    options: { NONE: { en: 'None', ja: 'なし' }, FULL: { en: 'Full', ja: 'フル' } },
    optionHelp: {
      FULL: {
        en: 'Intervals are drawn at random between 0 and their length.',
        ja: '間隔を 0 から本来の長さまでの間でランダムに決めます。',
      },
    },
    default: 'NONE',
    source: sources.errors,
  }),
} as const;

export const mapFields = {
  MaxConcurrencyInline: field.number({
    label: { en: 'Concurrency', ja: '同時実行数' },
    help: { en: '0: as many at once as can be.', ja: '0 の場合、可能な限り同時に実行します。' },
    min: 0,
    max: 40,
    default: 0,
    source: sources.map,
  }),
  MaxConcurrency: field.number({
    label: { en: 'Concurrency', ja: '同時実行数' },
    help: { en: '0: up to 10,000 at once.', ja: '0 の場合、最大 10,000 件を同時に実行します。' },
    min: 0,
    max: 10_000,
    default: 0,
    source: sources.distributed,
  }),
  ToleratedFailurePercentage: field.number({
    label: { en: 'Tolerated failures (%)', ja: '許容する失敗の割合 (%)' },
    help: {
      en: 'The state fails when a larger share of the items fails.',
      ja: '失敗した項目の割合がこれを超えると、ステートが失敗します。',
    },
    min: 0,
    max: 100,
    default: 0,
    source: sources.distributed,
  }),
  ToleratedFailureCount: field.number({
    label: { en: 'Tolerated failures', ja: '許容する失敗の件数' },
    help: {
      en: 'The state fails when more items fail.',
      ja: '失敗した項目の件数がこれを超えると、ステートが失敗します。',
    },
    min: 0,
    max: unlimited,
    default: 0,
    source: sources.distributed,
  }),
  Label: field.text({
    label: { en: 'Label', ja: 'ラベル' },
    help: {
      en: 'Becomes part of the ARN of its runs. Without it a new one is made for each.',
      ja: 'Map Run の ARN の一部になります。指定しない場合、自動で作成されます。',
    },
    code: true,
    pattern: {
      test: /^[^\s?*<>{}[\]"#%\\^|~`$&,;:/\p{Cc}]{1,40}$/u,
      hint: { en: 'Up to 40 characters, without spaces and signs.', ja: '40 文字以内。空白と記号は使用できません。' },
    },
    source: sources.distributed,
  }),
  ExecutionType: field.choice({
    label: { en: 'Child workflows', ja: '子ワークフロー' },
    options: { STANDARD: { en: 'Standard', ja: 'Standard' }, EXPRESS: { en: 'Express', ja: 'Express' } },
    optionHelp: {
      STANDARD: {
        en: 'Each item or batch up to a year, with history.',
        ja: '項目またはバッチごとに最長 1 年。実行履歴があります。',
      },
      EXPRESS: { en: 'Each item or batch up to 5 minutes.', ja: '項目またはバッチごとに最長 5 分。' },
    },
    default: 'STANDARD',
    source: sources.distributed,
  }),
} as const;

export const readerFields = {
  InputType: field.choice({
    label: { en: 'Format of the items', ja: '項目の形式' },
    options: {
      JSON: { en: 'JSON', ja: 'JSON' },
      JSONL: { en: 'JSON Lines', ja: 'JSON Lines' },
      CSV: { en: 'CSV', ja: 'CSV' },
      PARQUET: { en: 'Parquet', ja: 'Parquet' },
      MANIFEST: { en: 'Manifest', ja: 'マニフェスト' },
    },
    default: 'JSON',
    source: sources.reader,
  }),
  CSVHeaderLocation: field.choice({
    label: { en: 'Column names', ja: '列名' },
    options: {
      FIRST_ROW: { en: 'In the first row', ja: '先頭行' },
      GIVEN: { en: 'Given here', ja: 'ここで指定' },
    },
    default: 'FIRST_ROW',
    source: sources.reader,
  }),
  CSVHeaders: field.list({ label: { en: 'Names of the columns', ja: '列名の一覧' }, source: sources.reader }),
  CSVDelimiter: field.choice({
    label: { en: 'Delimiter', ja: '区切り文字' },
    options: {
      COMMA: { en: 'Comma', ja: 'カンマ' },
      PIPE: { en: 'Pipe', ja: 'パイプ' },
      SEMICOLON: { en: 'Semicolon', ja: 'セミコロン' },
      SPACE: { en: 'Space', ja: '空白' },
      TAB: { en: 'Tab', ja: 'タブ' },
    },
    default: 'COMMA',
    source: sources.reader,
  }),
  ManifestType: field.choice({
    label: { en: 'Kind of manifest', ja: 'マニフェストの種類' },
    options: {
      S3_INVENTORY: { en: 'S3 Inventory', ja: 'S3 インベントリ' },
      ATHENA_DATA: { en: 'Athena UNLOAD', ja: 'Athena UNLOAD' },
    },
    default: 'S3_INVENTORY',
    source: sources.reader,
  }),
  Transformation: field.choice({
    label: { en: 'Objects of the list', ja: '一覧のオブジェクト' },
    options: {
      NONE: { en: 'Their keys and facts', ja: 'キーと属性のみ' },
      LOAD_AND_FLATTEN: { en: 'What is in them', ja: '内容を読み込む' },
    },
    default: 'NONE',
    source: sources.reader,
  }),
  MaxItems: field.number({
    label: { en: 'At most', ja: '最大件数' },
    help: {
      en: 'Items beyond are not read. 0: all of them.',
      ja: 'これを超える項目は読み取りません。0 の場合、すべて。',
    },
    min: 0,
    max: 100_000_000,
    default: 0,
    source: sources.reader,
  }),
  ItemsPointer: field.text({
    label: { en: 'Items in the JSON', ja: 'JSON 内の項目の位置' },
    help: {
      en: 'A JSON pointer to the list of items, where it is inside of the file.',
      ja: '項目のリストがファイルの内部にある場合の JSON ポインター。',
    },
    placeholder: '/data/items',
    code: true,
    source: sources.reader,
  }),
} as const;

export const batcherFields = {
  MaxItemsPerBatch: field.number({
    label: { en: 'Items in a batch', ja: 'バッチの項目数' },
    min: 1,
    max: unlimited,
    source: sources.batcher,
  }),
  MaxInputBytesPerBatch: field.number({
    label: { en: 'Bytes in a batch', ja: 'バッチのバイト数' },
    min: 1,
    max: 262_144,
    source: sources.batcher,
  }),
} as const;

export const writerFields = {
  Transformation: field.choice({
    label: { en: 'Results', ja: '結果の形' },
    options: {
      NONE: { en: 'With facts of the execution', ja: '実行の情報を含む' },
      COMPACT: { en: 'Outputs alone', ja: '出力のみ' },
      FLATTEN: { en: 'Outputs, lists joined', ja: '出力のみ (リストを連結)' },
    },
    default: 'NONE',
    source: sources.writer,
  }),
  OutputType: field.choice({
    label: { en: 'Files', ja: 'ファイル形式' },
    options: { JSON: { en: 'JSON', ja: 'JSON' }, JSONL: { en: 'JSON Lines', ja: 'JSON Lines' } },
    default: 'JSON',
    source: sources.writer,
  }),
} as const;

export { sources };
