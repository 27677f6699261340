import type { Json, NodeId } from '../../model/design.js';
import { resolveProps, type PropsOf } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type NodeView, type RoleOf } from '../define.js';
import { hiddenHttpFields, httpParameters, httpProblems } from './http-parameters.js';
import { ownPipeTargetFields, pipeTargetFields as fields } from './pipe-target-fields.js';
import { given, messageGroupProblems } from './shared.js';

type Parameters = RoleOf<'pipeTarget'>['parameters'];
type Props = PropsOf<typeof fields>;

const someHave = new Set(Object.values(ownPipeTargetFields).flat());

/** Fields that mean nothing for a target. */
function hiddenFields({ role, props }: NodeView & { readonly role: RoleOf<'pipeTarget'> }): readonly string[] {
  const own = new Set<string>(ownPipeTargetFields[role.parameters]);
  const isFifo = props['queueType'] === 'fifo';
  // A Standard workflow only starts: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
  const isStandard = role.parameters === 'StepFunctionStateMachineParameters' && props['type'] !== 'EXPRESS';
  return [
    ...[...someHave].filter((name) => !own.has(name)),
    ...(own.has('messageGroupId') && !isFifo ? ['messageGroupId', 'deduplicationId'] : []),
    ...(isStandard ? ['invocation'] : []),
  ];
}

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
    ...Object.fromEntries(hiddenFields(to).map((name) => [name, []])),
    ...(to.role.http === undefined ? {} : hiddenHttpFields(to.role.http)),
  }),
  initialProps: (_from, to): Readonly<Record<string, Json>> =>
    to.role.parameters === 'TimestreamParameters'
      ? { dimensions: { device: '$.data.device' }, measures: { value: '$.data.value' } }
      : {},
  refuse: (_from, to) => to.role.unready?.(to),
  describe: (_from, to, props) =>
    to.role.parameters === 'EventBridgeEventBusParameters' && given(props.detailType)
      ? { en: props.detailType, ja: props.detailType }
      : props.mapping === 'missing'
        ? { en: 'mapping missing', ja: 'マッピング未定義' }
        : to.role.http === 'route'
          ? { en: `${props.method} ${props.path}`, ja: `${props.method} ${props.path}` }
          : props.mapping === 'custom'
            ? { en: 'template', ja: 'テンプレート' }
            : { en: 'records', ja: 'レコード' },
  permissions: (from, to, props) =>
    to.role.permissions?.(to, props).map((permission) => ({ grantee: from.id, ...permission })) ?? [
      { grantee: from.id, actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
    ],
  problems: ({ to, props }) => [
    ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
    ...messageGroupProblems(to, props.messageGroupId),
    ...deduplicationProblems(to, props),
    ...httpProblems(to.role.http, props),
    ...(to.role.parameters === 'TimestreamParameters' ? emptyMaps(props) : []),
  ],
  emit: () => [],
});

/** A FIFO queue tells messages apart by their content, or by what the pipe says. */
const deduplicationProblems = ({ props }: NodeView, { deduplicationId }: Props): readonly Problem[] =>
  props['queueType'] === 'fifo' && props['contentBasedDeduplication'] === false && !given(deduplicationId)
    ? [problem('field-required', { field: fields.deduplicationId.label })]
    : [];

const emptyMaps = (props: Props): readonly Problem[] =>
  (['dimensions', 'measures'] as const)
    .filter((name) => Object.keys(props[name]).length === 0)
    .map((name) => problem('field-required', { field: fields[name].label }));

/** `target` and `targetParameters` of the pipe that a target connection belongs to. */
export function pipeTargetOf(
  pipe: NodeId,
  { connection, other }: ConnectedEnd,
  role: RoleOf<'pipeTarget'>,
  emitter: Emitter,
): Readonly<Record<'target' | 'targetParameters', Expr>> {
  const props = resolveProps(fields, connection.props);
  return {
    target: role.target?.(other, emitter, props) ?? emitter.attribute(other.id, 'arn'),
    targetParameters: object({
      ...merged(parametersOf(role.parameters, other, props), role.own?.(other, emitter) ?? {}),
      inputTemplate:
        props.mapping === 'custom' && given(props.inputTemplate)
          ? emitter.templateFile(`templates/pipes/${fileNameOf(pipe)}.input.txt`, props.inputTemplate, {})
          : undefined,
    }),
  };
}

type Group = Readonly<Record<string, Expr | undefined>>;

/** What the node says with what the connection adds or says in its stead, where both say something of one group. */
function merged(ofConnection: Group, ofNode: Group): Group {
  const groups: Record<string, Expr | undefined> = { ...ofConnection };
  for (const [name, value] of Object.entries(ofNode)) {
    const there = groups[name];
    groups[name] =
      there?.type === 'object' && value?.type === 'object'
        ? {
            type: 'object',
            entries: [
              ...value.entries.filter(([key]) => !there.entries.some(([said]) => said === key)),
              ...there.entries,
            ],
          }
        : value;
  }
  return groups;
}

const text = (value: string | undefined): Expr | undefined => (given(value) ? lit(value) : undefined);

/** An object where it says anything. */
const someOf = (name: string, record: Group): Group =>
  Object.values(record).some((value) => value !== undefined) ? { [name]: object(record) } : {};

const mapOf = (map: Readonly<Record<string, string>>): Expr | undefined =>
  Object.keys(map).length === 0
    ? undefined
    : { type: 'object', entries: Object.entries(map).map(([key, value]) => [key, lit(value)]) };

const listOf = (
  map: Readonly<Record<string, string>>,
  item: (name: string, value: string) => Readonly<Record<string, Expr>>,
): Expr => array(Object.entries(map).map(([name, value]) => object(item(name, value))));

function parametersOf(parameters: Parameters, other: NodeView, props: Props): Group {
  switch (parameters) {
    case 'SqsQueueParameters':
      return other.props['queueType'] === 'fifo'
        ? {
            sqsQueueParameters: object({
              messageGroupId: text(props.messageGroupId),
              messageDeduplicationId: text(props.deduplicationId),
            }),
          }
        : {};
    case 'EventBridgeEventBusParameters':
      return {
        eventBridgeEventBusParameters: object({ source: text(props.eventSource), detailType: text(props.detailType) }),
      };
    case 'StepFunctionStateMachineParameters':
      return {
        stepFunctionStateMachineParameters: object({
          invocationType: lit(other.props['type'] === 'EXPRESS' ? props.invocation : 'FIRE_AND_FORGET'),
        }),
      };
    case 'LambdaFunctionParameters':
      return { lambdaFunctionParameters: object({ invocationType: lit(props.invocation) }) };
    case 'KinesisStreamParameters':
      return { kinesisStreamParameters: object({ partitionKey: lit(props.partitionKey) }) };
    case 'CloudWatchLogsParameters':
      return someOf('cloudWatchLogsParameters', { logStreamName: text(props.logStream) });
    case 'HttpParameters':
      return { httpParameters: httpParameters(props) };
    case 'BatchJobParameters':
      return someOf('batchJobParameters', { parameters: mapOf(props.parameters) });
    case 'RedshiftDataParameters':
      return { redshiftDataParameters: object({ sqls: array([lit(props.sql)]) }) };
    case 'SageMakerPipelineParameters':
      return Object.keys(props.parameters).length === 0
        ? {}
        : {
            sageMakerPipelineParameters: object({
              pipelineParameterList: listOf(props.parameters, (name, value) => ({
                name: lit(name),
                value: lit(value),
              })),
            }),
          };
    case 'TimestreamParameters':
      return { timestreamParameters: timestreamParameters(props) };
    case 'EcsTaskParameters':
    case 'none':
      return {};
  }
}

const timestreamParameters = ({ dimensions, measures, measureType, timeValue, timeUnit }: Props): Expr =>
  object({
    timeValue: lit(timeValue),
    timeFieldType: lit('EPOCH'),
    epochTimeUnit: lit(timeUnit),
    // Records of one time and dimensions replace each other only with a higher version.
    versionValue: lit('1'),
    dimensionMappings: listOf(dimensions, (name, value) => ({
      dimensionName: lit(name),
      dimensionValue: lit(value),
      dimensionValueType: lit('VARCHAR'),
    })),
    singleMeasureMappings: listOf(measures, (name, value) => ({
      measureName: lit(name),
      measureValue: lit(value),
      measureValueType: lit(measureType),
    })),
  });
