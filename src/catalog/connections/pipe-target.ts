import type { NodeId } from '../../model/design.js';
import { field, resolveProps } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import { given, mappingField, messageGroupField, messageGroupProblems, partitionKeyField } from './shared.js';

const reference = 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetParameters.html';

const fields = {
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
  partitionKey: partitionKeyField,
} as const;

export const pipeTarget = defineConnection({
  kind: 'pipe-target',
  label: { en: 'Pipe target', ja: 'パイプのターゲット' },
  from: 'pipe',
  to: 'pipeTarget',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'The template picks and renames values, but cannot compute.',
    ja: 'テンプレートでは値の選択と名前の変更ができますが、計算はできません。',
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html',
  delivery: () => 'async',
  optionsFor: (_from, to) => ({
    ...(to.role.parameters === 'EventBridgeEventBusParameters' ? {} : { eventSource: [], detailType: [] }),
    ...(to.props['queueType'] === 'fifo' ? {} : { messageGroupId: [] }),
    ...(to.role.parameters === 'KinesisStreamParameters' ? {} : { partitionKey: [] }),
  }),
  refuse: (_from, to) => to.role.unready?.(to),
  describe: (_from, to, props) =>
    to.role.parameters === 'EventBridgeEventBusParameters' && given(props.detailType)
      ? { en: props.detailType, ja: props.detailType }
      : props.mapping === 'custom'
        ? { en: 'template', ja: 'テンプレート' }
        : props.mapping === 'missing'
          ? { en: 'mapping missing', ja: 'マッピング未定義' }
          : { en: 'records', ja: 'レコード' },
  permissions: (from, to) =>
    to.role.permissions?.(to).map((permission) => ({ grantee: from.id, ...permission })) ?? [
      { grantee: from.id, actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
    ],
  problems: ({ to, props }) => [
    ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
    ...messageGroupProblems(to, props.messageGroupId),
  ],
  emit: () => [],
});

/** `targetParameters` of the pipe that a target connection belongs to. */
export function pipeTargetParameters(
  pipe: NodeId,
  { connection, other }: ConnectedEnd,
  role: RoleOf<'pipeTarget'>,
  emitter: Emitter,
): Expr {
  const props = resolveProps(fields, connection.props);
  const text = (value: string | undefined): Expr | undefined => (given(value) ? lit(value) : undefined);
  const own = {
    SqsQueueParameters: () =>
      other.props['queueType'] === 'fifo'
        ? { sqsQueueParameters: object({ messageGroupId: text(props.messageGroupId) }) }
        : {},
    EventBridgeEventBusParameters: () => ({
      eventBridgeEventBusParameters: object({ source: text(props.eventSource), detailType: text(props.detailType) }),
    }),
    StepFunctionStateMachineParameters: () => ({
      stepFunctionStateMachineParameters: object({ invocationType: lit('FIRE_AND_FORGET') }),
    }),
    LambdaFunctionParameters: () => ({
      lambdaFunctionParameters: object({ invocationType: lit('REQUEST_RESPONSE') }),
    }),
    KinesisStreamParameters: () => ({
      kinesisStreamParameters: object({ partitionKey: lit(props.partitionKey) }),
    }),
    CloudWatchLogsParameters: () => ({}),
    HttpParameters: () => ({}),
    EcsTaskParameters: () => ({}),
    BatchJobParameters: () => ({}),
    none: () => ({}),
  }[role.parameters]();
  return object({
    ...own,
    ...role.own?.(other, emitter),
    inputTemplate:
      props.mapping === 'custom' && given(props.inputTemplate)
        ? emitter.templateFile(`templates/pipes/${fileNameOf(pipe)}.input.txt`, props.inputTemplate, {})
        : undefined,
  });
}
