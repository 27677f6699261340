import { lookup, type NodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { substitutionNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { lit, member, ref, template, type Expr } from '../../ts-ast/ast.js';
import { attributesOf } from '../attributes.js';
import type { Emitter, End, Permission } from '../define.js';
import { noResource } from '../permissions.js';
import type { ApiAction } from '../roles/api.js';
import { requestTemplateOf } from './api-templates.js';
import { given, mappingField } from './shared.js';

const mappingTemplates = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html';

/** The action of an integration with an AWS service, and how its request and response are written. */
export const actionFields = {
  action: field.text({
    label: { en: 'Action', ja: 'アクション' },
    help: { en: 'Empty: the usual one of the service.', ja: '空欄の場合、サービスの標準のアクションになります。' },
    code: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  }),
  mapping: mappingField({ en: 'Default template', ja: 'デフォルトのテンプレート' }),
  requestTemplate: field.code({
    label: { en: 'Request template', ja: 'リクエストのマッピングテンプレート' },
    help: {
      en: 'VTL that writes the request of the action.',
      ja: 'アクションへのリクエストを作る VTL です。',
    },
    language: 'vtl',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: mappingTemplates,
  }),
  responseTemplate: field.code({
    label: { en: 'Response template', ja: 'レスポンスのマッピングテンプレート' },
    help: {
      en: 'Empty: the answer of the service as JSON.',
      ja: '空欄の場合、サービスの応答を JSON で返します。',
    },
    language: 'vtl',
    source: mappingTemplates,
  }),
} as const;

export type ActionProps = PropsOf<typeof actionFields>;

/** The action of an integration: the one given, else the service's usual one. */
export const actionOf = (to: End<'apiIntegration'>, action: string | undefined): string =>
  given(action) && lookup(to.role.actions, action) !== undefined ? action : to.role.defaultAction;

/** The actions that fit: StartSyncExecution is for Express workflows only. */
export const actionsOf = (to: End<'apiIntegration'>): readonly string[] =>
  Object.keys(to.role.actions).filter((action) => action !== 'StartSyncExecution' || to.props['type'] === 'EXPRESS');

/** The action of a newly drawn integration. */
export const usualActionOf = (to: End<'apiIntegration'>): string =>
  to.props['type'] === 'EXPRESS' ? 'StartSyncExecution' : to.role.defaultAction;

const handsOver: ReadonlySet<string> = new Set([
  'SendMessage',
  'StartExecution',
  'Publish',
  'PutRecord',
  'PutRecords',
  'PutRecordBatch',
  'PutEvents',
]);

export const deliveryOf = (to: End<'apiIntegration'>, props: ActionProps): 'sync' | 'async' => {
  const action = actionOf(to, props.action);
  return handsOver.has(action) || lookup(to.role.actions, action)?.async === true ? 'async' : 'sync';
};

/** What the role of an API needs for an action. */
export function actionPermissions(
  grantee: NodeId,
  to: End<'apiIntegration'>,
  props: ActionProps,
): readonly Permission[] {
  const name = actionOf(to, props.action);
  const action = lookup(to.role.actions, name);
  const iam = action?.iam ?? [];
  const known = attributesOf(to.service, to);
  const named = (action?.resources ?? [{ attribute: 'arn' }]).filter(({ attribute }) =>
    Object.hasOwn(known, attribute),
  );
  // An API without a resource of one's own.
  if (named.length === 0) return [{ grantee, actions: iam, resources: [], anyResource: noResource }];
  const indexes = name === 'Query' || name === 'Scan' ? [{ attribute: 'arn', suffix: '/index/*' }] : [];
  return [{ grantee, actions: iam, resources: [...named, ...indexes].map((one) => ({ node: to.id, ...one })) }];
}

export const actionProblems = (to: End<'apiIntegration'>, props: ActionProps) => {
  const actions = actionsOf(to);
  const expected = actions.join(', ');
  return [
    ...(given(props.action) && !actions.includes(props.action)
      ? [
          problem('field-wrong-type', {
            field: actionFields.action.label,
            expected: { en: `one of ${expected}`, ja: `${expected} のいずれか` },
          }),
        ]
      : []),
    ...(isGap(to, props) ? [problem('mapping-missing', {})] : []),
  ];
};

/** Whether the request is a marked gap: left open, or an action that has no template of ours. */
export function isGap(to: End<'apiIntegration'>, props: ActionProps): boolean {
  if (props.mapping !== 'default') return props.mapping === 'missing';
  const action = actionOf(to, props.action);
  if (lookup(to.role.actions, action)?.passThrough === true) return false;
  return requestTemplateOf(to, action) === undefined;
}

/** Called by the query protocol: the action is in the body. */
export const isQuery = (service: string): boolean => service === 'sqs' || service === 'sns';

/** SQS is called at the address of its queue, SNS at that of the service. */
export function queryPathOf(to: End<'apiIntegration'>, emitter: Emitter): Expr | undefined {
  return to.role.service === 'sqs'
    ? template(member(ref('this'), 'account'), '/', emitter.attribute(to.id, 'name'))
    : to.role.service === 'sns'
      ? lit('/')
      : undefined;
}

/** The path of an action of a REST protocol. */
export function pathOf(parts: NonNullable<ApiAction['path']>, to: End<'apiIntegration'>, emitter: Emitter): Expr {
  const written = parts.map((part) =>
    typeof part === 'string'
      ? part
      : 'attribute' in part
        ? emitter.attribute(to.id, part.attribute)
        : `{${part.parameter}}`,
  );
  return written.every((part) => typeof part === 'string') ? lit(written.join('')) : template(...written);
}

/** The request template: the person's, ours, or one that the service refuses. */
export function requestTextOf(to: End<'apiIntegration'>, props: ActionProps, emitter: Emitter): string {
  const written =
    props.mapping === 'custom' && given(props.requestTemplate)
      ? props.requestTemplate
      : props.mapping === 'default'
        ? requestTemplateOf(to, actionOf(to, props.action))
        : undefined;
  return written ?? gapTemplate(to, emitter);
}

/** Headers that a protocol needs and that API Gateway does not write by itself. */
export function headersOf(to: End<'apiIntegration'>, name: string): Readonly<Record<string, Expr>> {
  const { service, target, actions } = to.role;
  const own = lookup(actions, name);
  const all: Readonly<Record<string, string>> = {
    ...(isQuery(service)
      ? { 'Content-Type': 'application/x-www-form-urlencoded' }
      : target !== undefined && own?.path === undefined
        ? { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `${target}.${name}` }
        : {}),
    ...own?.headers,
  };
  return Object.fromEntries(
    Object.entries(all).map(([header, value]) => [`integration.request.header.${header}`, lit(`'${value}'`)]),
  );
}

/** A request that the service refuses, so that a gap is noticed at the first call. */
function gapTemplate(to: End<'apiIntegration'>, emitter: Emitter): string {
  const comment = emitter.text({
    en: 'Still to be written: what the function did with the request. The service refuses this.',
    ja: '未定義: 関数がリクエストに対して行っていた処理を記述してください。このままではサービスに拒否されます。',
  });
  return `## ${comment}\n${isQuery(to.role.service) ? 'Action=MappingMissing' : '{}'}`;
}

/** The attributes of the target that a template names: `${OrdersName}`. */
export function substitutionsOf(
  to: End<'apiIntegration'>,
  text: string,
  emitter: Emitter,
): Readonly<Record<string, Expr>> {
  const names = Object.keys(attributesOf(to.service, to));
  return Object.fromEntries(
    names
      .map((attribute) => [substitutionNameOf(to.id, attribute), attribute] as const)
      .filter(([name]) => text.includes(`\${${name}}`))
      .map(([name, attribute]) => [name, emitter.attribute(to.id, attribute)]),
  );
}

export const withNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
