import { defineProblems, error, warning } from './define.js';

const removeOrDistribute = [
  'Remove it, or set Mode to DISTRIBUTED.',
  '削除するか、Mode を DISTRIBUTED に設定してください。',
] as const;
const useStandard = [
  'Use a Standard workflow, or the request-response pattern.',
  'Standard ワークフローまたはリクエストレスポンスのパターンを使用してください。',
] as const;

/** What only states of one type have. */
export const stateProblems = defineProblems({
  'resource-missing': error(
    [
      'Resource is missing: nothing says what the Task calls.',
      'Resource がありません。Task の呼び出し先が指定されていません。',
    ],
    ['Write the ARN of the integration in Resource.', 'Resource に統合の ARN を記述してください。'],
  ),
  'resource-no-arn': error(
    ['Resource must be an ARN.', 'Resource には ARN を指定してください。'],
    [
      'Write an ARN such as arn:aws:states:::lambda:invoke.',
      'arn:aws:states:::lambda:invoke のような ARN を記述してください。',
    ],
  ),
  'resource-placeholder': warning(
    ['Resource "{resource}" is no ARN yet.', 'Resource「{resource}」は、まだ ARN ではありません。'],
    ['Put the ARN in before the definition is deployed.', '定義をデプロイする前に ARN に置き換えてください。'],
  ),
  'integration-unknown': error(
    ['{resource} is not among the optimized integrations.', '{resource} は、最適化統合にありません。'],
    [
      'Choose another action, or the AWS SDK integration (aws-sdk) of the service.',
      '別のアクションを選択するか、サービスの AWS SDK 統合 (aws-sdk) を使用してください。',
    ],
  ),
  'pattern-not-offered': error(
    ['{resource} does not offer this integration pattern.', '{resource} では、この統合パターンを使用できません。'],
    ['Choose a pattern that the action offers.', 'アクションが対応するパターンを選択してください。'],
  ),
  'sdk-no-sync': error(
    ['AWS SDK integrations cannot run a job (.sync).', 'AWS SDK 統合では .sync を使用できません。'],
    [
      'Wait by a callback or by asking again, or use the optimized integration.',
      'コールバックまたは定期的な確認で待機するか、最適化統合を使用してください。',
    ],
  ),
  'service-unknown': warning(
    [
      'There is no AWS SDK integration for the service "{service}".',
      'サービス「{service}」の AWS SDK 統合はありません。',
    ],
    ['Correct the name of the service.', 'サービスの名前を修正してください。'],
  ),
  'action-misspelt': warning(
    [
      'The service "{service}" has no action "{action}"; it has "{nearest}".',
      'サービス「{service}」にアクション「{action}」はありません。「{nearest}」があります。',
    ],
    ['Correct the name.', '名前を修正してください。'],
  ),
  'action-unknown': warning(
    [
      'The service "{service}" has no action "{action}".',
      'サービス「{service}」にアクション「{action}」はありません。',
    ],
    ['Correct the name; it begins in lower case.', '名前を修正してください。先頭は小文字です。'],
  ),
  'action-retired': warning(
    ['{resource} is no longer offered by AWS.', '{resource} は、AWS での提供が終了しています。'],
    ['Choose a service that takes its place.', '後継のサービスを選択してください。'],
  ),
  'action-blocked': error(
    ['Step Functions cannot call {resource}.', 'Step Functions から {resource} を呼び出すことはできません。'],
    ['Choose another action, or call it in a function.', '別のアクションを選択するか、関数の中で呼び出してください。'],
  ),
  'parameter-unknown': warning(
    ['{resource} has no parameter "{field}".', '{resource} に「{field}」パラメータはありません。'],
    ['Correct the name; parameters begin in upper case.', '名前を修正してください。パラメータの先頭は大文字です。'],
  ),
  'parameter-missing': warning(
    ['{resource} needs the parameter "{field}".', '{resource} には「{field}」パラメータが必要です。'],
    ['Add the parameter.', 'パラメータを追加してください。'],
  ),
  'mapping-missing': warning(
    [
      'What this state sends is not written yet. It fails on purpose until it is.',
      'このステートが送信する内容がまだ定義されていません。定義するまで、意図的に失敗します。',
    ],
    ['Write what the state sends.', 'ステートが送信する内容を記述してください。'],
  ),
  'heartbeat-too-long': error(
    [
      'HeartbeatSeconds must be smaller than TimeoutSeconds.',
      'HeartbeatSeconds には TimeoutSeconds より小さい値を指定してください。',
    ],
    ['Shorten the heartbeat, or lengthen the timeout.', 'ハートビートを短くするか、タイムアウトを長くしてください。'],
  ),
  'credentials-role': error(
    ['Credentials needs a RoleArn.', 'Credentials には RoleArn が必要です。'],
    ['Add the RoleArn of the role to assume.', '引き受けるロールの RoleArn を追加してください。'],
  ),
  'express-no-sync': error(
    ['.sync is available in Standard workflows only.', '.sync は Standard ワークフローでのみ使用できます。'],
    useStandard,
  ),
  'express-no-token': error(
    [
      '.waitForTaskToken is available in Standard workflows only.',
      '.waitForTaskToken は Standard ワークフローでのみ使用できます。',
    ],
    useStandard,
  ),
  'express-no-activity': error(
    [
      'Activities are available in Standard workflows only.',
      'アクティビティは Standard ワークフローでのみ使用できます。',
    ],
    ['Use a Standard workflow, or call a function.', 'Standard ワークフローを使用するか、関数を呼び出してください。'],
  ),
  'express-no-distributed': error(
    [
      'The distributed mode of Map is available in Standard workflows only.',
      'Map の分散モードは Standard ワークフローでのみ使用できます。',
    ],
    ['Use a Standard workflow, or the inline mode.', 'Standard ワークフローまたはインラインモードを使用してください。'],
  ),
  'token-not-sent': warning(
    [
      'The task token is not passed on, so that nobody can answer.',
      'タスクトークンが渡されていないため、コールバックを受け取れません。',
    ],
    [
      'Pass $$.Task.Token, or $states.context.Task.Token, in what the state sends.',
      'ステートが送信する内容に $$.Task.Token または $states.context.Task.Token を含めてください。',
    ],
  ),
  'wait-one-of': error(
    [
      'A Wait state has exactly one of Seconds, Timestamp, SecondsPath and TimestampPath.',
      'Wait ステートには、Seconds、Timestamp、SecondsPath、TimestampPath のいずれか 1 つを指定してください。',
    ],
    ['Keep or add one of them.', 'いずれか 1 つを残すか、追加してください。'],
  ),
  'timestamp-invalid': error(
    ['"{field}" must look like 2026-01-31T09:00:00Z.', '「{field}」は 2026-01-31T09:00:00Z の形式で指定してください。'],
    [
      'Write date and time with T between them and Z or an offset at the end.',
      '日付と時刻を T でつなぎ、末尾に Z またはオフセットを付けてください。',
    ],
  ),
  'branches-missing': error(
    ['A Parallel state needs Branches.', 'Parallel ステートには Branches が必要です。'],
    ['Add a branch with StartAt and States.', 'StartAt と States を持つブランチを追加してください。'],
  ),
  'processor-missing': error(
    ['A Map state needs an ItemProcessor.', 'Map ステートには ItemProcessor が必要です。'],
    ['Add an ItemProcessor with StartAt and States.', 'StartAt と States を持つ ItemProcessor を追加してください。'],
  ),
  'execution-type-missing': error(
    ['The distributed mode of Map needs an ExecutionType.', 'Map の分散モードには ExecutionType が必要です。'],
    ['Set ExecutionType to STANDARD or EXPRESS.', 'ExecutionType を STANDARD または EXPRESS に設定してください。'],
  ),
  'field-of-distributed': warning(
    ['"{field}" has an effect in the distributed mode of Map only.', '「{field}」は、Map の分散モードでのみ有効です。'],
    removeOrDistribute,
  ),
  'label-invalid': error(
    [
      'Label has 40 characters at most, without spaces, wildcards, brackets and special characters.',
      'Label は 40 文字以内で指定してください。空白、ワイルドカード、括弧、特殊文字は使用できません。',
    ],
    ['Use letters, digits, hyphens and underscores.', '英数字、ハイフン、アンダースコアを使用してください。'],
  ),
  'reader-resource': error(
    [
      '"{field}" of {what} must be one of {values}.',
      '{what} の「{field}」には次のいずれかを指定してください: {values}。',
    ],
    ['Write one of these ARNs.', '上記のいずれかの ARN を記述してください。'],
  ),
  'csv-headers-missing': error(
    [
      'CSVHeaders is needed when CSVHeaderLocation is GIVEN.',
      'CSVHeaderLocation が GIVEN の場合、CSVHeaders が必要です。',
    ],
    ['List the headers in CSVHeaders.', 'CSVHeaders にヘッダーを列挙してください。'],
  ),
  'batch-limit-missing': error(
    [
      'ItemBatcher needs MaxItemsPerBatch or MaxInputBytesPerBatch.',
      'ItemBatcher には MaxItemsPerBatch または MaxInputBytesPerBatch が必要です。',
    ],
    ['Add one of them, or both.', '少なくとも一方を追加してください。'],
  ),
});
