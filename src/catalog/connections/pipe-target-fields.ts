import { field } from '../../model/fields.js';
import type { RoleOf } from '../define.js';
import { httpFields } from './http-parameters.js';
import { mappingField, messageGroupField, partitionKeyField } from './shared.js';

const reference = 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetParameters.html';
const timestream =
  'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetTimestreamParameters.html';

export const pipeTargetFields = {
  mapping: mappingField({ en: 'None: records as they come', ja: 'なし: レコードをそのまま転送' }),
  inputTemplate: field.code({
    label: { en: 'Input template', ja: '入力テンプレート' },
    help: {
      en: 'Picks values with <$.path>; it cannot compute.',
      ja: '<$.パス> で値を選択します。計算はできません。',
    },
    language: 'input-template',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html',
  }),
  eventSource: field.text({
    label: { en: 'Source of the events', ja: 'イベントの source' },
    code: true,
    placeholder: 'orders',
    source: reference,
  }),
  detailType: field.text({
    label: { en: 'Detail type of the events', ja: 'イベントの detail-type' },
    code: true,
    placeholder: 'OrderChanged',
    source: reference,
  }),
  messageGroupId: messageGroupField,
  deduplicationId: field.text({
    label: { en: 'Message deduplication ID', ja: 'メッセージ重複排除 ID' },
    help: {
      en: 'Needed where the queue does not derive it from the content.',
      ja: 'キューがコンテンツに基づく重複排除を使用しない場合に必要です。',
    },
    code: true,
    placeholder: '$.messageId',
    advanced: true,
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
  }),
  partitionKey: partitionKeyField,
  invocation: field.choice({
    label: { en: 'Invocation', ja: '呼び出し' },
    options: {
      REQUEST_RESPONSE: { en: 'Wait for the answer', ja: '応答を待つ' },
      FIRE_AND_FORGET: { en: 'Start and go on', ja: '応答を待たない' },
    },
    optionHelp: {
      REQUEST_RESPONSE: {
        en: 'A failure is retried as the source says.',
        ja: '失敗した場合、ソースの設定に従って再試行します。',
      },
      FIRE_AND_FORGET: {
        en: 'The pipe does not hear of failures.',
        ja: '失敗はパイプに通知されません。',
      },
    },
    default: 'REQUEST_RESPONSE',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html',
  }),
  logStream: field.text({
    label: { en: 'Log stream', ja: 'ログストリーム' },
    help: { en: 'Empty: one of the name of the pipe.', ja: '空欄の場合、パイプの名前のログストリームになります。' },
    code: true,
    pattern: {
      test: /^[^:*]{1,256}$/,
      hint: { en: 'without : and *', ja: ': と * は使用できません。' },
    },
    advanced: true,
    source:
      'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetCloudWatchLogsParameters.html',
  }),
  ...httpFields,
  sql: field.text({
    label: { en: 'SQL statement', ja: 'SQL ステートメント' },
    help: {
      en: 'A path such as $.body is replaced by the data.',
      ja: '$.body のようなパスは、データに置き換わります。',
    },
    default: 'CALL load_records()',
    required: true,
    code: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetRedshiftDataParameters.html',
  }),
  parameters: field.map({
    label: { en: 'Parameters', ja: 'パラメータ' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: 'Value or $.path', ja: '値または $.パス' },
    source: reference,
  }),
  dimensions: field.map({
    label: { en: 'Dimensions', ja: 'ディメンション' },
    help: { en: 'What is measured, by paths of the data.', ja: '測定の対象を、データのパスで指定します。' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: '$.path', ja: '$.パス' },
    source: timestream,
  }),
  measures: field.map({
    label: { en: 'Measures', ja: 'メジャー' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: '$.path', ja: '$.パス' },
    source: timestream,
  }),
  measureType: field.choice({
    label: { en: 'Type of the measures', ja: 'メジャーの型' },
    options: {
      DOUBLE: { en: 'Double', ja: 'Double' },
      BIGINT: { en: 'Bigint', ja: 'Bigint' },
      VARCHAR: { en: 'Varchar', ja: 'Varchar' },
      BOOLEAN: { en: 'Boolean', ja: 'Boolean' },
    },
    default: 'DOUBLE',
    source: timestream,
  }),
  timeValue: field.text({
    label: { en: 'Time', ja: '時刻' },
    default: '$.data.time',
    required: true,
    code: true,
    source: timestream,
  }),
  timeUnit: field.choice({
    label: { en: 'Unit of the time', ja: '時刻の単位' },
    options: {
      MILLISECONDS: { en: 'Milliseconds', ja: 'ミリ秒' },
      SECONDS: { en: 'Seconds', ja: '秒' },
      MICROSECONDS: { en: 'Microseconds', ja: 'マイクロ秒' },
      NANOSECONDS: { en: 'Nanoseconds', ja: 'ナノ秒' },
    },
    default: 'MILLISECONDS',
    advanced: true,
    source: timestream,
  }),
} as const;

type FieldName = keyof typeof pipeTargetFields;
type Parameters = RoleOf<'pipeTarget'>['parameters'];

/** Fields beyond the template, by what the API calls the parameters of a target. */
export const ownPipeTargetFields: Readonly<Record<Parameters, readonly FieldName[]>> = {
  SqsQueueParameters: ['messageGroupId', 'deduplicationId'],
  EventBridgeEventBusParameters: ['eventSource', 'detailType'],
  StepFunctionStateMachineParameters: ['invocation'],
  LambdaFunctionParameters: ['invocation'],
  KinesisStreamParameters: ['partitionKey'],
  CloudWatchLogsParameters: ['logStream'],
  HttpParameters: ['method', 'path', 'pathValues', 'headers', 'query'],
  EcsTaskParameters: [],
  BatchJobParameters: ['parameters'],
  RedshiftDataParameters: ['sql'],
  SageMakerPipelineParameters: ['parameters'],
  TimestreamParameters: ['dimensions', 'measures', 'measureType', 'timeValue', 'timeUnit'],
  none: [],
};
