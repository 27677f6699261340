import { lookup } from '../../../model/design.js';
import type { Localized } from '../../../model/localized.js';

const words = (en: string, ja: string): Localized => ({ en, ja });

/** What the fields of a definition are, in one line each: https://states-language.net/spec.html */
const fields: Readonly<Record<string, Localized>> = {
  Arguments: words('What the call is given; JSONata', '呼び出しに渡す値 (JSONata)'),
  Assign: words('Sets variables for the states that follow', '以降のステートで使う変数を設定'),
  BackoffRate: words(
    'Factor by which the wait grows with each retry; 2.0',
    '再試行ごとに待ち時間に掛ける倍率 (既定値 2.0)',
  ),
  BatchInput: words('Given to every batch beside its items', '項目とともに各バッチに渡す値'),
  Branches: words('State machines that run at the same time', '同時に実行するステートマシン'),
  Catch: words('Where to go on when the state fails', 'ステートが失敗したときの遷移先'),
  Cause: words('What happened, in words', '失敗の原因の説明'),
  CausePath: words('Path to what happened', '失敗の原因へのパス'),
  Choices: words(
    'Rules in their order; the first that holds decides',
    '上から順に評価するルール。最初に成立したものを採用',
  ),
  Comment: words('For people; the service does not read it', '説明。実行には影響しない'),
  Condition: words('JSONata expression that is true or false', 'true または false になる JSONata 式'),
  Credentials: words('Role of another account to call with', '呼び出しに使う別アカウントのロール'),
  Default: words('Where to go on when no rule holds', 'どのルールも成立しないときの遷移先'),
  End: words('Ends the state machine, or the branch', 'ステートマシンまたはブランチを終了'),
  Error: words('Name of the error', 'エラーの名前'),
  ErrorEquals: words('Names of errors that the entry is for', '対象のエラーの名前'),
  ErrorPath: words('Path to the name of the error', 'エラーの名前へのパス'),
  ExecutionType: words('Type of the child workflows: STANDARD, EXPRESS', '子ワークフローのタイプ (STANDARD、EXPRESS)'),
  HeartbeatSeconds: words('Fails when no heartbeat comes for so long', 'この秒数ハートビートがないと失敗'),
  HeartbeatSecondsPath: words('Path to the heartbeat timeout', 'ハートビートタイムアウトへのパス'),
  InputPath: words('Part of the input that the state sees', '入力のうちステートが使う部分'),
  InputType: words('Format of the file with the items', '項目を含むファイルの形式'),
  IntervalSeconds: words('Wait before the first retry; 1', '最初の再試行までの秒数 (既定値 1)'),
  ItemBatcher: words('Gives items to the child workflows in batches', '項目をまとめて子ワークフローに渡す'),
  ItemProcessor: words('The states that run for each item', '項目ごとに実行するステート'),
  ItemReader: words(
    'Reads the items from a file or a list of objects',
    'ファイルやオブジェクトの一覧から項目を読み取る',
  ),
  ItemSelector: words('What each run is given in place of its item', '項目の代わりに各実行に渡す値'),
  Items: words('The list that the state runs for; JSONata', '処理する項目のリスト (JSONata)'),
  ItemsPath: words('Path to the list that the state runs for', '処理する項目のリストへのパス'),
  Iterator: words('Former name of ItemProcessor', 'ItemProcessor の以前の名前'),
  JitterStrategy: words('FULL: waits for a random part of the time', 'FULL を指定すると待ち時間をランダムに短縮'),
  Label: words('Part of the names of the child workflow runs', '子ワークフローの実行名に付くラベル'),
  MaxAttempts: words('How often to retry at most; 3', '再試行の最大回数 (既定値 3)'),
  MaxConcurrency: words(
    'How many items run at the same time; 0: no limit of your own',
    '同時に処理する項目数 (0 は制限なし)',
  ),
  MaxConcurrencyPath: words('Path to how many items run at the same time', '同時に処理する項目数へのパス'),
  MaxDelaySeconds: words('The longest wait between retries', '再試行間の待ち時間の上限'),
  MaxInputBytesPerBatch: words('Size of a batch at most', 'バッチの最大サイズ (バイト)'),
  MaxItems: words('How many items to read at most', '読み取る項目数の上限'),
  MaxItemsPerBatch: words('Items of a batch at most', 'バッチの最大項目数'),
  Mode: words(
    'INLINE: in this execution; DISTRIBUTED: child workflows',
    'INLINE はこの実行内、DISTRIBUTED は子ワークフローで処理',
  ),
  Next: words('The state that follows', '次のステート'),
  Output: words('What the state hands on; JSONata', '次のステートに渡す値 (JSONata)'),
  OutputPath: words('Part of the result that is handed on', '結果のうち次のステートに渡す部分'),
  Parameters: words('What the call is given; keys ending in .$ hold paths', '呼び出しに渡す値。末尾が .$ のキーはパス'),
  ProcessorConfig: words('How the items are processed', '項目の処理方法'),
  QueryLanguage: words('JSONata or JSONPath', 'JSONata または JSONPath'),
  ReaderConfig: words('How the file is read', 'ファイルの読み取り方法'),
  Resource: words('What the Task calls, and how it waits', 'Task の呼び出し先と待機方法'),
  Result: words('A fixed result', '固定の結果'),
  ResultPath: words('Where in the input the result is put', '入力の中で結果を置く場所'),
  ResultSelector: words('Picks from the raw result', '結果から値を選択'),
  ResultWriter: words('Writes the results to a bucket', '結果をバケットに書き込む'),
  Retry: words('Which errors are retried, and how', '再試行するエラーとその方法'),
  Seconds: words('How long to wait', '待機する秒数'),
  SecondsPath: words('Path to how long to wait', '待機する秒数へのパス'),
  StartAt: words('The state that comes first', '最初のステート'),
  States: words('The states by name', '名前ごとのステート'),
  TimeoutSeconds: words('Fails when it takes longer', 'この秒数を超えると失敗'),
  TimeoutSecondsPath: words('Path to the timeout', 'タイムアウトへのパス'),
  Timestamp: words('Until when to wait', '待機の終了時刻'),
  TimestampPath: words('Path to until when to wait', '待機の終了時刻へのパス'),
  ToleratedFailureCount: words('How many items may fail', '許容する失敗の件数'),
  ToleratedFailureCountPath: words('Path to how many items may fail', '許容する失敗の件数へのパス'),
  ToleratedFailurePercentage: words('Which part of the items may fail', '許容する失敗の割合 (%)'),
  ToleratedFailurePercentagePath: words('Path to which part of the items may fail', '許容する失敗の割合へのパス'),
  Type: words('Type of the state', 'ステートのタイプ'),
  Variable: words('Path that the rule looks at', 'ルールが調べるパス'),
  Version: words('Version of the language; 1.0', '言語のバージョン (1.0)'),
};

/** Undefined: it is no field of ours, such as a parameter of a call. */
export const fieldWords = (name: string): Localized | undefined => lookup(fields, name);

/** Values of fields that take one of a few. */
export const fieldValues: Readonly<Record<string, readonly string[]>> = {
  Type: ['Task', 'Choice', 'Parallel', 'Map', 'Pass', 'Wait', 'Succeed', 'Fail'],
  QueryLanguage: ['JSONata', 'JSONPath'],
  Mode: ['INLINE', 'DISTRIBUTED'],
  ExecutionType: ['STANDARD', 'EXPRESS'],
  JitterStrategy: ['FULL', 'NONE'],
  InputType: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'],
  CSVHeaderLocation: ['FIRST_ROW', 'GIVEN'],
  Version: ['1.0'],
};

/** What stands in the objects of a definition that are no states. */
export const objectFields: Readonly<Record<string, readonly string[]>> = {
  Retry: [
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
    'Comment',
  ],
  Catch: ['ErrorEquals', 'Next', 'Assign', 'Output', 'ResultPath', 'Comment'],
  Choices: ['Condition', 'Variable', 'Next', 'Assign', 'Output', 'Comment'],
  Branches: ['StartAt', 'States', 'Comment', 'QueryLanguage'],
  ItemProcessor: ['ProcessorConfig', 'StartAt', 'States', 'Comment', 'QueryLanguage'],
  Iterator: ['StartAt', 'States', 'Comment'],
  ProcessorConfig: ['Mode', 'ExecutionType'],
  ItemReader: ['Resource', 'Arguments', 'Parameters', 'ReaderConfig'],
  ReaderConfig: ['InputType', 'CSVHeaderLocation', 'CSVHeaders', 'MaxItems', 'MaxItemsPath'],
  ItemBatcher: ['MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput'],
  ResultWriter: ['Resource', 'Arguments', 'Parameters', 'WriterConfig'],
  Credentials: ['RoleArn'],
};

export const machineFields = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];

/** How the value of a field begins, as JSON. */
const starts: Readonly<Record<string, string>> = {
  End: 'true',
  Retry: '[{ "ErrorEquals": [""] }]',
  Catch: '[{ "ErrorEquals": [""], "Next": "" }]',
  Choices: '[]',
  Branches: '[]',
  ErrorEquals: '[""]',
  CSVHeaders: '[]',
};
const objects = new Set(
  (
    'Arguments Parameters Assign Output ItemProcessor ItemReader ItemBatcher ItemSelector ResultWriter ProcessorConfig ReaderConfig ' +
    'ResultSelector Credentials States BatchInput WriterConfig'
  ).split(' '),
);
const numbers = /(?:Seconds|Attempts|Rate|Concurrency|Count|Percentage|MaxItems|PerBatch)$/;

export function valueStart(field: string): string {
  const start = lookup(starts, field);
  if (start !== undefined) return start;
  if (objects.has(field)) return '{}';
  return numbers.test(field) ? '' : '""';
}
