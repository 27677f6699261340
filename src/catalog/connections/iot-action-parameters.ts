import { field, resolveProps, type PropsOf } from '../../model/fields.js';
import { json, lit, object, type Expr } from '../../ts-ast/ast.js';
import type { ConnectedEnd, Emitter } from '../define.js';
import type { IotActionName } from '../roles/iot.js';
import { given } from './shared.js';

const guide = 'https://docs.aws.amazon.com/iot/latest/developerguide/';
const templates = {
  en: 'Values of the message as ${name}, functions as ${topic()}.',
  ja: 'メッセージの値は ${name}、関数は ${topic()} のように指定します。',
};

/** A parameter that may hold substitution templates: https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html */
const text = <const Label extends { en: string; ja: string }, const Default extends string>(
  label: Label,
  byDefault: Default,
  page: string,
) => field.text({ label, help: templates, default: byDefault, required: true, code: true, source: `${guide}${page}` });

const s3 = 's3-rule-action.html';
const dynamo = 'dynamodb-rule-action.html';
const search = 'opensearch-rule-action.html';
const location = 'location-rule-action.html';
const siteWise = 'iotsitewise-rule-action.html';

const separators = { none: undefined, newline: '\n', tab: '\t', windows: '\r\n', comma: ',' } as const;

export const iotActionFields = {
  use: field.choice({
    label: { en: 'Used for', ja: '用途' },
    options: {
      action: { en: 'Messages', ja: 'メッセージ' },
      error: { en: 'Messages that another action failed on', ja: 'ほかのアクションが失敗したメッセージ' },
    },
    default: 'action',
    source: `${guide}rule-error-handling.html`,
  }),
  key: text({ en: 'Object key', ja: 'オブジェクトキー' }, '${topic()}/${timestamp()}', s3),
  write: field.choice({
    label: { en: 'Item', ja: '項目' },
    options: {
      attributes: { en: 'One attribute for each value of the message', ja: 'メッセージの値ごとに属性を作成' },
      payload: { en: 'The message in one attribute', ja: 'メッセージ全体を 1 つの属性に保存' },
    },
    default: 'attributes',
    source: `${guide}dynamodb-v2-rule-action.html`,
  }),
  hashKeyValue: {
    ...text({ en: 'Value of the partition key', ja: 'パーティションキーの値' }, '${topic()}', dynamo),
    when: { field: 'write', is: ['payload'] },
  },
  rangeKeyValue: {
    ...text({ en: 'Value of the sort key', ja: 'ソートキーの値' }, '${timestamp()}', dynamo),
    when: { field: 'write', is: ['payload'] },
  },
  payloadField: {
    ...text({ en: 'Attribute of the message', ja: 'メッセージの属性' }, 'payload', dynamo),
    when: { field: 'write', is: ['payload'] },
  },
  base64: field.boolean({
    label: { en: 'Base64', ja: 'Base64' },
    help: { en: 'Encodes the message.', ja: 'メッセージをエンコードします。' },
    default: false,
    source: `${guide}sqs-rule-action.html`,
  }),
  messageFormat: field.choice({
    label: { en: 'Message format', ja: 'メッセージ形式' },
    options: { RAW: { en: 'RAW', ja: 'RAW' }, JSON: { en: 'JSON', ja: 'JSON' } },
    default: 'RAW',
    source: `${guide}sns-rule-action.html`,
  }),
  partitionKey: text({ en: 'Partition key', ja: 'パーティションキー' }, '${newuuid()}', 'kinesis-rule-action.html'),
  batch: field.boolean({
    label: { en: 'Batch mode', ja: 'バッチモード' },
    help: {
      en: 'The message is an array; each element becomes a record.',
      ja: 'メッセージは配列です。要素ごとに 1 件のレコードになります。',
    },
    default: false,
    source: `${guide}kinesis-firehose-rule-action.html`,
  }),
  separator: field.choice({
    label: { en: 'Separator', ja: '区切り文字' },
    options: {
      none: { en: 'None', ja: 'なし' },
      newline: { en: 'New line', ja: '改行' },
      tab: { en: 'Tab', ja: 'タブ' },
      windows: { en: 'New line of Windows', ja: 'Windows の改行' },
      comma: { en: 'Comma', ja: 'カンマ' },
    },
    default: 'newline',
    source: `${guide}kinesis-firehose-rule-action.html`,
  }),
  namePrefix: field.text({
    label: { en: 'Prefix of the execution name', ja: '実行名のプレフィックス' },
    code: true,
    pattern: {
      test: /^[A-Za-z0-9_-]{1,40}$/,
      hint: { en: 'letters, digits, hyphens and underscores', ja: '英数字、ハイフン、アンダースコア' },
    },
    source: `${guide}stepfunctions-rule-action.html`,
  }),
  stateValue: field.choice({
    label: { en: 'State', ja: '状態' },
    options: {
      ALARM: { en: 'In alarm', ja: 'アラーム状態' },
      OK: { en: 'OK', ja: 'OK' },
      INSUFFICIENT_DATA: { en: 'Insufficient data', ja: 'データ不足' },
    },
    default: 'ALARM',
    source: `${guide}cloudwatch-alarms-rule-action.html`,
  }),
  stateReason: text({ en: 'Reason', ja: '理由' }, 'Set by ${topic()}', 'cloudwatch-alarms-rule-action.html'),
  topic: text({ en: 'Topic', ja: 'トピック' }, 'telemetry', 'apache-kafka-rule-action.html'),
  brokers: field.text({
    label: { en: 'Bootstrap servers', ja: 'ブートストラップサーバー' },
    help: {
      en: 'Those for SASL/SCRAM, which the cluster has once it is deployed.',
      ja: 'SASL/SCRAM 用のサーバーです。クラスターをデプロイすると決まります。',
    },
    default: 'b-1.example.kafka.ap-northeast-1.amazonaws.com:9096',
    required: true,
    code: true,
    source: `${guide}apache-kafka-rule-action.html`,
  }),
  secretArn: field.text({
    label: { en: 'ARN of the secret', ja: 'シークレットの ARN' },
    help: {
      en: 'User name and password. Its name begins with AmazonMSK_, and its key lets the rule decrypt it.',
      ja: 'ユーザー名とパスワードです。名前は AmazonMSK_ で始まり、KMS キーでルールに復号を許可する必要があります。',
    },
    default: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:AmazonMSK_devices-AbCdEf',
    required: true,
    code: true,
    pattern: {
      test: /^arn:[^:\s']+:secretsmanager:[^:\s']+:\d{12}:secret:AmazonMSK_[A-Za-z0-9/_+=.@-]+$/,
      hint: {
        en: 'the ARN of a secret whose name begins with AmazonMSK_',
        ja: '名前が AmazonMSK_ で始まるシークレットの ARN を指定してください。',
      },
    },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html',
  }),
  messageKey: field.text({
    label: { en: 'Message key', ja: 'メッセージキー' },
    help: templates,
    code: true,
    placeholder: '${clientid()}',
    source: `${guide}apache-kafka-rule-action.html`,
  }),
  index: text({ en: 'Index', ja: 'インデックス' }, 'telemetry', search),
  documentId: text({ en: 'Document ID', ja: 'ドキュメント ID' }, '${newuuid()}', search),
  dimensions: field.map({
    label: { en: 'Dimensions', ja: 'ディメンション' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: 'Value', ja: '値' },
    help: templates,
    source: `${guide}timestream-rule-action.html`,
  }),
  database: text({ en: 'Database', ja: 'データベース' }, 'telemetry', 'iot-rule-actions.html'),
  measurement: text({ en: 'Measurement', ja: 'メジャーメント' }, 'devices', 'iot-rule-actions.html'),
  deviceId: text({ en: 'Device ID', ja: 'デバイス ID' }, '${clientid()}', location),
  latitude: text({ en: 'Latitude', ja: '緯度' }, '${latitude}', location),
  longitude: text({ en: 'Longitude', ja: '経度' }, '${longitude}', location),
  propertyId: text({ en: 'Property ID', ja: 'プロパティ ID' }, '${propertyId}', siteWise),
  valueType: field.choice({
    label: { en: 'Value type', ja: '値の型' },
    options: {
      doubleValue: { en: 'Double', ja: '倍精度浮動小数点数' },
      integerValue: { en: 'Integer', ja: '整数' },
      stringValue: { en: 'String', ja: '文字列' },
      booleanValue: { en: 'Boolean', ja: 'ブール値' },
    },
    default: 'doubleValue',
    source: `${guide}${siteWise}`,
  }),
  value: text({ en: 'Value', ja: '値' }, '${value}', siteWise),
  time: text({ en: 'Time (seconds)', ja: '時刻 (秒)' }, '${floor(timestamp() / 1E3)}', siteWise),
  qos: field.choice({
    label: { en: 'Quality of service', ja: 'QoS' },
    options: { '0': { en: 'At most once', ja: '最大 1 回' }, '1': { en: 'At least once', ja: '少なくとも 1 回' } },
    default: '0',
    source: `${guide}republish-rule-action.html`,
  }),
  headers: field.map({
    label: { en: 'Headers', ja: 'ヘッダー' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: 'Value', ja: '値' },
    help: templates,
    source: `${guide}https-rule-action.html`,
  }),
} as const;

export type IotActionProps = PropsOf<typeof iotActionFields>;

interface Action {
  /** Fields that mean something for it, beside `use`. */
  readonly fields: readonly (keyof IotActionProps)[];
  /** Acts without a role: Lambda allows it by its own policy. */
  readonly noRole?: true;
  readonly parameters: (
    props: IotActionProps,
    node: ConnectedEnd['other'],
  ) => Readonly<Record<string, Expr | undefined>>;
}

const optional = (value: string | undefined): Expr | undefined => (given(value) ? lit(value) : undefined);
const pairs = (map: Readonly<Record<string, string>>, name: string): Expr =>
  json(Object.entries(map).map(([key, value]) => ({ [name]: key, value })));

/** What the fields of a connection say to the action that it stands for. */
export const iotActions: Readonly<Record<IotActionName, Action>> = {
  s3: { fields: ['key'], parameters: ({ key }) => ({ key: lit(key) }) },
  dynamoDb: {
    fields: ['write', 'hashKeyValue', 'rangeKeyValue', 'payloadField'],
    parameters: () => ({}),
  },
  sqs: { fields: ['base64'], parameters: ({ base64 }) => ({ useBase64: lit(base64) }) },
  sns: { fields: ['messageFormat'], parameters: ({ messageFormat }) => ({ messageFormat: lit(messageFormat) }) },
  kinesis: { fields: ['partitionKey'], parameters: ({ partitionKey }) => ({ partitionKey: lit(partitionKey) }) },
  firehose: {
    fields: ['batch', 'separator'],
    parameters: ({ batch, separator }) => ({
      batchMode: batch ? lit(true) : undefined,
      separator: separators[separator] === undefined ? undefined : lit(separators[separator]),
    }),
  },
  stepFunctions: {
    fields: ['namePrefix'],
    parameters: ({ namePrefix }) => ({ executionNamePrefix: optional(namePrefix) }),
  },
  cloudwatchLogs: { fields: ['batch'], parameters: ({ batch }) => ({ batchMode: batch ? lit(true) : undefined }) },
  cloudwatchAlarm: {
    fields: ['stateValue', 'stateReason'],
    parameters: ({ stateValue, stateReason }) => ({ stateValue: lit(stateValue), stateReason: lit(stateReason) }),
  },
  kafka: {
    fields: ['topic', 'messageKey', 'brokers', 'secretArn'],
    noRole: true,
    parameters: ({ topic, messageKey }) => ({ topic: lit(topic), key: optional(messageKey) }),
  },
  openSearch: {
    fields: ['index', 'documentId'],
    parameters: ({ index, documentId }) => ({ index: lit(index), type: lit('_doc'), id: lit(documentId) }),
  },
  timestream: {
    fields: ['dimensions'],
    parameters: ({ dimensions }) => ({ dimensions: pairs(dimensions, 'name') }),
  },
  influxDb: {
    fields: ['database', 'measurement', 'dimensions'],
    parameters: ({ database, measurement, dimensions }) => ({
      databaseName: lit(database),
      tableName: lit(measurement),
      tags: Object.keys(dimensions).length === 0 ? undefined : json(dimensions),
    }),
  },
  location: {
    fields: ['deviceId', 'latitude', 'longitude'],
    parameters: ({ deviceId, latitude, longitude }) => ({
      deviceId: lit(deviceId),
      latitude: lit(latitude),
      longitude: lit(longitude),
    }),
  },
  iotSiteWise: { fields: ['propertyId', 'valueType', 'value', 'time'], parameters: () => ({}) },
  republish: { fields: ['qos'], parameters: ({ qos }) => ({ qos: lit(Number(qos)) }) },
  http: {
    fields: ['headers'],
    noRole: true,
    parameters: ({ headers }) => ({
      headers: Object.keys(headers).length === 0 ? undefined : pairs(headers, 'key'),
    }),
  },
  lambda: { fields: [], noRole: true, parameters: () => ({}) },
};

/** The action of a topic rule that a connection stands for. */
export function iotActionOf({ connection, other, service }: ConnectedEnd, emitter: Emitter, roleArn: () => Expr): Expr {
  const role = service.roles.iotAction;
  if (role === undefined) return object({});
  const props = resolveProps(iotActionFields, connection.props);
  const action = iotActions[role.action];
  // Two actions write to a table: one knows its keys, the other takes them from the message.
  const name = role.action === 'dynamoDb' && props.write === 'attributes' ? 'dynamoDBv2' : role.action;
  return object({
    [name]: object({
      ...role.own(other, emitter, props, roleArn),
      ...action.parameters(props, other),
      roleArn: action.noRole === true ? undefined : roleArn(),
    }),
  });
}
