import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { callStatic, cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import { defineService, type SdkAction } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { iotItem } from './dynamodb-iot.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const keyTypes = {
  STRING: { en: 'String', ja: '文字列' },
  NUMBER: { en: 'Number', ja: '数値' },
  BINARY: { en: 'Binary', ja: 'バイナリ' },
} as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html: key names of 1 to 255 characters. */
const keyName = {
  test: /^.{1,255}$/u,
  hint: { en: 'a name of 1 to 255 characters', ja: '1～255 文字の名前を指定してください。' },
} as const;

const action = (iam: string, required: readonly string[], writes: boolean, indexes = false): SdkAction => ({
  iam: [iam],
  required,
  resource: { parameter: 'TableName', attribute: 'name' },
  arn: indexes ? { attribute: 'arn', suffixes: ['', '/index/*'] } : { attribute: 'arn' },
  writes,
});

const apiAction = (name: string): { iam: readonly string[] } => ({ iam: [`dynamodb:${name}`] });

const tableArn = /^arn:[^:\s]+:dynamodb:[^:\s]*:[^:\s]*:table\/[^/\s]+$/;

export const dynamodbTable = defineService({
  type: 'dynamodb-table',
  cfnType: 'AWS::DynamoDB::GlobalTable',
  category: 'data',
  icon: 'architecture-service/AmazonDynamoDB',
  label: { en: 'DynamoDB table', ja: 'DynamoDB テーブル' },
  defaultLabel: { en: 'Table', ja: 'テーブル' },
  description: { en: 'Items by key, with a stream of their changes', ja: 'キーで項目を管理。変更のストリームも提供' },
  keywords: ['database', 'nosql', 'key-value', 'stream', 'データベース', 'テーブル', 'ストリーム'],
  fields: {
    partitionKey: field.text({
      label: { en: 'Partition key', ja: 'パーティションキー' },
      default: 'pk',
      required: true,
      code: true,
      pattern: keyName,
    }),
    partitionKeyType: field.choice({
      label: { en: 'Type of the partition key', ja: 'パーティションキーの型' },
      options: keyTypes,
      default: 'STRING',
    }),
    sortKey: field.text({
      label: { en: 'Sort key', ja: 'ソートキー' },
      code: true,
      pattern: keyName,
    }),
    sortKeyType: field.choice({
      label: { en: 'Type of the sort key', ja: 'ソートキーの型' },
      options: keyTypes,
      default: 'STRING',
      advanced: true,
    }),
    stream: field.choice({
      label: { en: 'Stream', ja: 'ストリーム' },
      help: {
        en: 'What a record of a change holds. Turned on when a reader is connected.',
        ja: '変更レコードの内容です。読み取り側を接続すると、有効になります。',
      },
      options: {
        none: { en: 'Off', ja: 'オフ' },
        NEW_IMAGE: { en: 'New image', ja: '新しいイメージ' },
        OLD_IMAGE: { en: 'Old image', ja: '古いイメージ' },
        NEW_AND_OLD_IMAGES: { en: 'New and old images', ja: '新旧イメージ' },
        KEYS_ONLY: { en: 'Keys only', ja: 'キーのみ' },
      },
      default: 'none',
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html',
    }),
    timeToLive: field.text({
      label: { en: 'Time to live attribute', ja: '有効期限 (TTL) の属性' },
      code: true,
      advanced: true,
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
    }),
    pointInTimeRecovery: field.boolean({
      label: { en: 'Point-in-time recovery', ja: 'ポイントインタイムリカバリ' },
      default: true,
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    }),
    deletionProtection: field.boolean({
      label: { en: 'Deletion protection', ja: '削除保護' },
      default: false,
      advanced: true,
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      props.sortKey === undefined || props.sortKey === ''
        ? props.partitionKey
        : `${props.partitionKey} + ${props.sortKey}`,
      props.stream === 'none' ? '' : { en: 'stream on', ja: 'ストリームあり' },
    ),
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
  problems: ({ props, node: { origin, existing } }) => [
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html
    ...(props.sortKey !== undefined && props.sortKey === props.partitionKey
      ? [
          problem('field-pattern', {
            field: { en: 'Sort key', ja: 'ソートキー' },
            hint: {
              en: 'another name than the partition key',
              ja: 'パーティションキーとは別の名前を指定してください。',
            },
          }),
        ]
      : []),
    ...(origin === 'existing' &&
    existing?.by === 'arn' &&
    existing.value.startsWith('arn:') &&
    !tableArn.test(existing.value)
      ? [
          problem('field-pattern', {
            field: { en: 'ARN', ja: 'ARN' },
            hint: {
              en: 'the ARN of a table ends in :table/ and its name',
              ja: 'テーブルの ARN の末尾には :table/ とテーブル名を指定してください。',
            },
          }),
        ]
      : []),
  ],
  stateful: true,
  roles: {
    dataSource: {
      by: 'dynamodb',
      operations: {
        GetItem: apiAction('GetItem'),
        Query: apiAction('Query'),
        Scan: apiAction('Scan'),
        PutItem: { ...apiAction('PutItem'), writes: true },
        UpdateItem: { ...apiAction('UpdateItem'), writes: true },
        DeleteItem: { ...apiAction('DeleteItem'), writes: true },
        BatchGetItem: apiAction('BatchGetItem'),
        BatchPutItem: { ...apiAction('BatchWriteItem'), writes: true },
      },
    },
    iotAction: { ...iotTarget('dynamoDb', {}, ['dynamodb:PutItem']), own: iotItem },
    eventSource: {
      kind: 'stream',
      construct: cdk('aws-lambda-event-sources', 'DynamoEventSource'),
      handlerType: 'DynamoDBStreamHandler',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
    pipeSource: {
      parameters: 'DynamoDBStreamParameters',
      iam: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      attribute: 'streamArn',
    },
    changeSource: {},
    exportedTable: {},
    replicatedTable: {},
    metricSource: { metrics: { ThrottledRequests: 'Sum', SystemErrors: 'Sum' } },
    apiIntegration: {
      service: 'dynamodb',
      actions: {
        GetItem: apiAction('GetItem'),
        Query: apiAction('Query'),
        Scan: apiAction('Scan'),
        PutItem: apiAction('PutItem'),
        UpdateItem: apiAction('UpdateItem'),
        DeleteItem: apiAction('DeleteItem'),
        BatchGetItem: apiAction('BatchGetItem'),
        BatchWriteItem: apiAction('BatchWriteItem'),
        TransactWriteItems: {
          iam: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
        },
      },
      defaultAction: 'PutItem',
    },
    sdkTarget: {
      service: 'dynamodb',
      actions: {
        getItem: action('dynamodb:GetItem', ['TableName', 'Key'], false),
        query: action('dynamodb:Query', ['TableName'], false, true),
        scan: action('dynamodb:Scan', ['TableName'], false, true),
        putItem: action('dynamodb:PutItem', ['TableName', 'Item'], true),
        updateItem: action('dynamodb:UpdateItem', ['TableName', 'Key'], true),
        deleteItem: action('dynamodb:DeleteItem', ['TableName', 'Key'], true),
      },
      defaultAction: 'putItem',
      optimized: (['getItem', 'putItem', 'updateItem', 'deleteItem'] as const).map((name) => ({
        resource: `arn:aws:states:::dynamodb:${name}`,
        action: name,
        patterns: ['REQUEST_RESPONSE'] as const,
      })),
    },
  },
  hasRole: (role, { props, node }) => {
    const isCreated = node.origin === 'created';
    switch (role) {
      case 'eventSource':
      case 'pipeSource':
        return props.stream !== 'none' && isCreated;
      case 'changeSource':
        return isCreated;
      case 'exportedTable':
        return props.pointInTimeRecovery || !isCreated;
      case 'replicatedTable':
        return props.stream !== 'none' && props.pointInTimeRecovery && isCreated;
      default:
        return true;
    }
  },
  refusal: {
    en: 'A table takes items through API calls only; this service cannot make them.',
    ja: 'テーブルへの書き込みは API の呼び出しで行いますが、このサービスからは呼び出せません。',
  },
  attributes: ({ props }, self) => ({
    name: member(self, 'tableName'),
    arn: member(self, 'tableArn'),
    // The member is optional in the type, since only a table with a stream has it; a template literal makes it a text.
    ...(props.stream === 'none' ? {} : { streamArn: template(member(self, 'tableStreamArn')) }),
  }),
  construct: ({ constructId, props, emitter, outgoing }) =>
    create(
      cdk('aws-dynamodb', 'TableV2'),
      ref('this'),
      lit(constructId),
      object({
        partitionKey: key(props.partitionKey, props.partitionKeyType),
        sortKey:
          props.sortKey === undefined || props.sortKey === '' ? undefined : key(props.sortKey, props.sortKeyType),
        billing: callStatic('aws-dynamodb', 'Billing.onDemand'),
        dynamoStream: props.stream === 'none' ? undefined : sym('aws-dynamodb', `StreamViewType.${props.stream}`),
        kinesisStream: outgoing
          .filter(({ connection }) => connection.kind === 'stream-destination')
          .slice(0, 1)
          .map(({ other }) => emitter.construct(other.id))[0],
        timeToLiveAttribute:
          props.timeToLive === undefined || props.timeToLive === '' ? undefined : lit(props.timeToLive),
        pointInTimeRecoverySpecification: props.pointInTimeRecovery
          ? object({ pointInTimeRecoveryEnabled: lit(true) })
          : undefined,
        deletionProtection: props.deletionProtection ? lit(true) : undefined,
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-dynamodb',
      by === 'arn' ? 'TableV2.fromTableArn' : 'TableV2.fromTableName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
});

const key = (name: string, type: keyof typeof keyTypes) =>
  object({ name: lit(name), type: sym('aws-dynamodb', `AttributeType.${type}`) });
