/** What a word of a query may mean besides itself: services by id, words of actions. */
export interface Alias {
  readonly services?: readonly string[];
  readonly words?: readonly string[];
  /** An action outright: `sns:publish` for a notification. */
  readonly actions?: readonly string[];
}

type Row = readonly [keys: string, alias: Alias];

const service = (keys: string, ...services: readonly string[]): Row => [keys, { services }];
const word = (keys: string, ...words: readonly string[]): Row => [keys, { words }];
const action = (keys: string, ...actions: readonly string[]): Row => [keys, { actions }];

/** Abbreviations and names in both languages; keys are parted by spaces, in lower case. */
const rows: readonly Row[] = [
  // Abbreviations and other names of services.
  service('ddb dynamo ダイナモ', 'dynamodb'),
  service('sfn stepfunctions ワークフロー ステートマシン ステップファンクション workflow statemachine', 'sfn'),
  service('eb eventbridge events イベントブリッジ イベントバス bus', 'eventbridge'),
  service('cw メトリクス アラーム metrics alarm', 'cloudwatch'),
  service('cwl logs ログ', 'cloudwatchlogs'),
  service('cfn スタック stack', 'cloudformation'),
  service('cf cdn', 'cloudfront'),
  service('apigw', 'apigateway', 'apigatewayv2'),
  service('sm secret secrets シークレット 秘密', 'secretsmanager'),
  service('parameterstore パラメータストア パラメータ', 'ssm'),
  service('cognito ユーザープール ユーザー認証 userpool', 'cognitoidentityprovider', 'cognitoidentity'),
  service('kds ストリーム', 'kinesis'),
  service('kdf datafirehose データ配信', 'firehose'),
  service('es elasticsearch 全文検索', 'opensearch', 'elasticsearch'),
  service('redis memcached キャッシュ cache', 'elasticache'),
  service('elb alb nlb ロードバランサー', 'elasticloadbalancingv2', 'elasticloadbalancing'),
  service('asg オートスケーリング', 'autoscaling', 'applicationautoscaling'),
  service('ecr コンテナイメージ', 'ecr'),
  service('fargate コンテナ container', 'ecs'),
  service('k8s kubernetes', 'eks'),
  service('vm インスタンス 仮想マシン ebs', 'ec2'),
  service('aurora データベース rdb', 'rds', 'rdsdata'),
  service('sql', 'rdsdata', 'redshiftdata', 'athena'),
  service('データウェアハウス dwh', 'redshift', 'redshiftdata', 'redshiftserverless'),
  service('s3 バケット bucket オブジェクトストレージ ストレージ', 's3'),
  service('オブジェクト ファイル file', 's3'),
  service('テーブル 表', 'dynamodb', 's3tables', 'glue'),
  service('項目 アイテム', 'dynamodb'),
  service('キュー 待ち行列', 'sqs'),
  service('メッセージ', 'sqs', 'sns'),
  service('トピック', 'sns'),
  action('通知 プッシュ通知 notify notification', 'sns:publish'),
  action('sms ショートメッセージ', 'sns:publish', 'pinpointsmsvoicev2:sendTextMessage'),
  action('メール送信 メール 電子メール mail', 'sesv2:sendEmail', 'ses:sendEmail', 'sesv2:sendBulkEmail'),
  service('関数 function ラムダ', 'lambda'),
  service('スケジュール 予約 定期実行 cron', 'scheduler'),
  service('イベント', 'eventbridge'),
  service('暗号 暗号化 復号 鍵', 'kms'),
  service('証明書', 'acm', 'acmpca'),
  service('権限 ロール', 'iam'),
  service('アカウント', 'organizations', 'account'),
  service('コスト 料金 費用 cost', 'costexplorer', 'budgets', 'pricing'),
  service('予算', 'budgets'),
  service('dns ドメイン', 'route53', 'route53domains'),
  service('バックアップ', 'backup'),
  service('設定 構成', 'appconfig', 'config'),
  service('ビルド', 'codebuild'),
  service('パイプライン', 'codepipeline', 'sagemaker'),
  service('デプロイ', 'codedeploy', 'codepipeline'),
  service('バッチ', 'batch'),
  service('地図 位置 位置情報 map', 'location', 'geomaps', 'geoplaces', 'georoutes'),
  service('分析 クエリ', 'athena', 'cloudwatchlogs'),
  service('etl クローラー データカタログ', 'glue'),
  service('ダッシュボード bi', 'quicksight'),
  service('iot デバイス モノのインターネット', 'iot', 'iotdataplane'),
  service('ブロードキャスト 配信 ライブ 生放送 ライブ配信 live', 'ivs', 'medialive'),
  service('動画 映像 ビデオ video', 'mediaconvert', 'rekognition', 'ivs'),
  service('動画変換 変換 トランスコード transcode エンコード', 'mediaconvert'),
  service('waf ファイアウォール', 'wafv2', 'networkfirewall'),
  service('脅威 脅威検出', 'guardduty', 'securityhub'),
  service('サポート', 'support'),
  service('電話 コールセンター コンタクトセンター', 'connect'),
  service('チャットボット 対話', 'lexruntimev2', 'lexmodelsv2', 'qbusiness'),
  service('おすすめ レコメンド 推薦 recommend', 'personalizeruntime', 'personalize'),
  service('予測', 'forecast', 'sagemaker'),
  service('データ移行 移行', 'databasemigration', 'datasync'),
  service('ファイルシステム', 'efs', 'fsx'),
  service('転送 sftp ftp', 'transfer', 'datasync'),
  service('コマンド', 'ssm'),
  service('x-ray トレース', 'xray'),

  // AI services by what they do.
  service('文字起こし 書き起こし 音声認識 音声テキスト変換 stt speechtotext', 'transcribe'),
  service('翻訳 translation', 'translate'),
  service('音声合成 読み上げ tts texttospeech speech', 'polly'),
  service('画像認識 画像解析 顔認識 物体検出 顔', 'rekognition'),
  service('画像 image', 'rekognition', 'bedrockruntime'),
  service('ocr 文字認識 帳票 文書 文書解析 領収書', 'textract'),
  service('感情分析 自然言語処理 感情 sentiment nlp', 'comprehend'),
  service('生成ai llm 大規模言語モデル 基盤モデル genai 生成 ai claude nova', 'bedrockruntime', 'bedrock'),
  service('モデル 推論', 'bedrockruntime', 'sagemakerruntime', 'bedrock'),
  service('モデル学習 学習 機械学習 トレーニング ml', 'sagemaker', 'bedrock'),
  service('ナレッジベース 検索拡張生成 rag', 'bedrockagentruntime', 'bedrockagent'),
  service('エージェント agent', 'bedrockagentcore', 'bedrockagentruntime', 'bedrockagent'),
  service('埋め込み ベクトル vector embedding', 's3vectors', 'bedrockruntime'),
  service('検索 search', 'kendra', 'opensearch', 'cloudsearch'),

  // Verbs.
  word('取得 読み取り 読み込み 読む 参照 fetch read', 'get', 'describe', 'read', 'receive'),
  word('一覧 列挙 リスト ls', 'list', 'describe'),
  word('作成 新規 生成 追加 new add', 'create', 'put', 'add'),
  word('削除 消去 消す remove del rm', 'delete', 'remove', 'terminate'),
  word('更新 変更 編集 modify edit change', 'update', 'modify', 'put', 'set'),
  word('登録 書き込み 書く 保存 格納 write save store insert', 'put', 'register', 'write', 'create'),
  word('送信 送る 発行 publish send', 'send', 'publish', 'put'),
  word('受信', 'receive', 'poll'),
  word('開始 起動 begin', 'start', 'run', 'begin'),
  word('停止 中止 終了 キャンセル', 'stop', 'cancel', 'terminate'),
  word('実行 run execute', 'start', 'run', 'execute', 'invoke'),
  word('呼び出し 呼び出す 呼ぶ call', 'invoke', 'call'),
  word('検出 検知', 'detect'),
  word('問い合わせ 照会', 'query', 'select'),
  word('走査', 'scan'),
  word('コピー 複製', 'copy'),
  word('説明 詳細', 'describe'),
  word('有効化 有効', 'enable', 'activate'),
  word('無効化 無効', 'disable', 'deactivate'),
  word('確認 検証', 'verify', 'validate', 'check', 'head'),
  word('承認', 'approve', 'accept'),
  word('拒否', 'reject', 'deny'),
  word('復元 リストア', 'restore'),
  word('エクスポート 書き出し', 'export'),
  word('インポート 取り込み', 'import'),
  word('タグ タグ付け', 'tag'),
  word('公開', 'publish', 'put'),
  word('成功', 'success'),
  word('失敗', 'failure'),
  word('応答 返信', 'send', 'respond'),

  // Nouns of actions.
  word('テーブル', 'table'),
  word('項目 アイテム row record', 'item', 'record'),
  word('レコード', 'record', 'item', 'records'),
  word('キュー', 'queue'),
  word('メッセージ', 'message'),
  word('トピック', 'topic'),
  word('オブジェクト ファイル file', 'object', 'file'),
  word('バケット', 'bucket'),
  word('関数', 'function'),
  word('ジョブ', 'job'),
  word('タスク', 'task'),
  word('実行', 'execution'),
  word('イベント', 'event', 'events'),
  word('ルール', 'rule'),
  word('ユーザー', 'user', 'users'),
  word('グループ', 'group'),
  word('ロール', 'role'),
  word('シークレット', 'secret'),
  word('パラメータ', 'parameter', 'parameters'),
  word('インスタンス', 'instance', 'instances'),
  word('クラスター', 'cluster'),
  word('スナップショット', 'snapshot'),
  word('スケジュール', 'schedule'),
  word('モデル', 'model'),
  word('エンドポイント', 'endpoint'),
  word('ストリーム', 'stream'),
  word('チャンネル', 'channel'),
  word('クエリ', 'query'),
  word('トークン', 'token'),
  word('イメージ 画像', 'image'),
  word('ラベル', 'labels', 'label'),
  word('テキスト 文字', 'text'),
  word('顔', 'face', 'faces'),
  word('文書', 'document'),
  word('ログ', 'log', 'events'),
  word('メトリクス', 'metric'),
  word('アラーム', 'alarm', 'alarms'),
  word('スタック', 'stack'),
  word('メール', 'email'),
  word('db', 'database', 'db'),
];

function merge(into: Alias | undefined, { services = [], words = [], actions = [] }: Alias): Alias {
  return {
    services: [...(into?.services ?? []), ...services],
    words: [...(into?.words ?? []), ...words],
    actions: [...(into?.actions ?? []), ...actions],
  };
}

/** What a word may mean, by the word. */
export const aliases: ReadonlyMap<string, Alias> = rows.reduce((all, [keys, alias]) => {
  for (const key of keys.split(' ')) all.set(key, merge(all.get(key), alias));
  return all;
}, new Map<string, Alias>());

const longest = Math.max(...[...aliases.keys()].map((key) => key.length));
const isWritten = (char: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(char);

/** The known words in a text without spaces, the longest first: テーブルに書き込み -> テーブル, 書き込み. */
export function japaneseWords(text: string): { readonly words: readonly string[]; readonly rest: string } {
  const words: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length;) {
    const found = isWritten(text.charAt(at)) ? wordAt(text, at) : undefined;
    if (found === undefined) rest += text.charAt(at);
    else words.push(found);
    at += found?.length ?? 1;
  }
  return { words, rest };
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (aliases.has(word)) return word;
  }
  return undefined;
}
