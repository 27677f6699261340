import { field, type Fields, type PropsOf } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { create, lit, object, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, End, Permission } from '../define.js';
import type { RuleTargetField } from '../roles/event-targets.js';
import {
  deadLetterQueueOf,
  given,
  mappingField,
  messageGroupField,
  messageGroupProblems,
  methodField,
  retryFields,
  retryOptions,
} from './shared.js';
import { targetInput } from './target-input.js';

const retries = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html';
const reference = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html';

/** How a rule calls a target, whatever its events come from. */
export const ruleTargetFields = {
  mapping: mappingField({ en: 'None: the whole event', ja: 'なし: イベント全体' }),
  inputTemplate: field.code({
    label: { en: 'Input template', ja: '入力テンプレート' },
    help: {
      en: 'JSON with <$.detail.path> where a value of the event goes.',
      ja: 'イベントの値を入れる箇所を <$.detail.パス> で示した JSON です。',
    },
    language: 'input-template',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
  }),
  messageGroupId: messageGroupField,
  sql: field.text({
    label: { en: 'SQL statement', ja: 'SQL ステートメント' },
    default: 'CALL refresh()',
    required: true,
    code: true,
    source: reference,
  }),
  method: methodField('POST'),
  path: field.text({
    label: { en: 'Path', ja: 'パス' },
    default: '/',
    required: true,
    code: true,
    pattern: {
      test: /^\/[A-Za-z0-9._~$:/-]*$/,
      hint: { en: 'it begins with / and has no parameters', ja: '/ で始め、パラメータを含めないでください。' },
    },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-gateway-target.html',
  }),
  operation: field.text({
    label: { en: 'Mutation', ja: 'ミューテーション' },
    help: {
      en: 'A GraphQL mutation with its variables; the input template gives their values.',
      ja: '変数を含む GraphQL のミューテーションです。変数の値は入力テンプレートで指定します。',
    },
    default: 'mutation Publish($event: AWSJSON!) { publish(event: $event) { id } }',
    required: true,
    code: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/target-appsync.html',
  }),
  instanceAction: field.choice({
    label: { en: 'Action', ja: 'アクション' },
    options: {
      'stop-instance': { en: 'Stop', ja: '停止' },
      'reboot-instance': { en: 'Reboot', ja: '再起動' },
      'terminate-instance': { en: 'Terminate', ja: '終了' },
      'create-snapshot': { en: 'Snapshot of a volume', ja: 'ボリュームのスナップショット作成' },
    },
    default: 'stop-instance',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
  }),
  parameters: field.map({
    label: { en: 'Pipeline parameters', ja: 'パイプラインのパラメータ' },
    help: {
      en: 'A value such as $.detail.id is taken from the event.',
      ja: '$.detail.id のような値を指定すると、イベントから取得します。',
    },
    keyLabel: { en: 'Parameter', ja: 'パラメータ' },
    valueLabel: { en: 'Value', ja: '値' },
    source: reference,
  }),
  ...retryFields(retries),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: { en: 'Receives events that could not be delivered.', ja: '配信できなかったイベントを受け取ります。' },
    services: ['sqs-queue'],
    advanced: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  }),
} as const;

export type RuleTargetProps = PropsOf<typeof ruleTargetFields>;

const ofSomeTargets: readonly RuleTargetField[] = [
  'sql',
  'method',
  'path',
  'operation',
  'instanceAction',
  'parameters',
];

/** Fields that mean nothing for a target, and options that are fewer for it. */
export const ruleTargetOptions = (to: End<'ruleTarget'>): Readonly<Record<string, readonly string[]>> => ({
  ...Object.fromEntries(
    ofSomeTargets.filter((name) => to.role.fields?.includes(name) !== true).map((name) => [name, []]),
  ),
  ...(to.role.fields?.includes('instanceAction') === true
    ? { instanceAction: Object.keys(ruleTargetFields.instanceAction.options) }
    : {}),
  ...(to.props['queueType'] === 'fifo' ? {} : { messageGroupId: [] }),
  // A bus as target takes the event as it is, and retries by itself.
  ...(to.service.roles.eventBus === undefined ? {} : { mapping: ['default'], retryAttempts: [], maxEventAge: [] }),
  ...(to.role.input === 'none' ? { mapping: ['default'] } : {}),
});

export const ruleTargetProblems = (to: End<'ruleTarget'>, props: RuleTargetProps): readonly Problem[] => [
  ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
  ...messageGroupProblems(to, props.messageGroupId),
];

/** What a rule needs to call its target. CDK or the emitted role gives it. */
export const ruleTargetPermissions = (
  from: End<'eventBus'> | End<'eventPublisher'>,
  to: End<'ruleTarget'>,
  props: PropsOf<Fields>,
): readonly Permission[] =>
  ruleTargetStatements(to, props).map((one) => ({ grantee: from.id, ...one, byConstruct: true }));

/** The same without saying who gets it. */
export const ruleTargetStatements = (
  to: End<'ruleTarget'>,
  props: PropsOf<Fields>,
): readonly Omit<Permission, 'grantee' | 'byConstruct'>[] =>
  to.role.permissions?.(to, props) ?? [{ actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] }];

/** The target as CDK's own class makes it. */
export function constructedTarget(to: End<'ruleTarget'>, props: RuleTargetProps, emitter: Emitter): Expr | undefined {
  const { construct } = to.role;
  if (construct === undefined) return undefined;
  const input = props.mapping === 'custom' && given(props.inputTemplate) ? targetInput(props.inputTemplate) : undefined;
  const isBus = to.service.roles.eventBus !== undefined;
  const taken = to.role.arguments?.(to, emitter, props) ?? { positional: [emitter.construct(to.id)] };
  const { input: inputName = 'input' } = to.role;
  const options = object({
    ...taken.options,
    ...(isBus ? {} : { ...(inputName === 'none' ? {} : { [inputName]: input }), ...retryOptions(props) }),
    messageGroupId:
      to.props['queueType'] === 'fifo' && given(props.messageGroupId) ? lit(props.messageGroupId) : undefined,
    deadLetterQueue: deadLetterQueueOf(props.deadLetterQueue, emitter),
  });
  const hasOptions = options.type === 'object' && options.entries.length > 0;
  return create(construct, ...taken.positional, ...(hasOptions ? [options] : []));
}
