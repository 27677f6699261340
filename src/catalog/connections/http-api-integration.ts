import { lookup } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { array, call, cdk, create, lit, object, sym, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type EmittedConnection, type Emitter, type End } from '../define.js';
import { given, mappingField, messageGroupField, messageGroupProblems, methodField, pathField } from './shared.js';

const subtypes =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html';

const fields = {
  method: methodField('POST'),
  path: pathField,
  subtype: field.text({
    label: { en: 'Action', ja: 'アクション' },
    help: { en: 'Empty: the usual one of the service.', ja: '空欄の場合、サービスの標準のアクションになります。' },
    code: true,
    source: subtypes,
  }),
  mapping: mappingField({ en: 'None: the whole body', ja: 'なし: 本文全体' }),
  parameters: field.map({
    label: { en: 'Parameter mapping', ja: 'パラメータマッピング' },
    help: {
      en: 'Parameters of the action, such as MessageBody from $request.body.order.',
      ja: 'アクションのパラメータです。例: MessageBody に $request.body.order',
    },
    keyLabel: { en: 'Parameter', ja: 'パラメータ' },
    valueLabel: { en: 'Value', ja: '値' },
    when: { field: 'mapping', is: ['custom'] },
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
  }),
  eventSource: field.text({
    label: { en: 'Source of the events', ja: 'イベントの source' },
    default: 'api',
    required: true,
    code: true,
  }),
  detailType: field.text({
    label: { en: 'Detail type of the events', ja: 'イベントの detail-type' },
    default: 'Requested',
    required: true,
    code: true,
  }),
  messageGroupId: messageGroupField,
} as const;

type Integration = EmittedConnection<'httpApi', 'httpApiIntegration', PropsOf<typeof fields>>;

const subtypeOf = (to: End<'httpApiIntegration'>, subtype: string | undefined): string =>
  given(subtype) && lookup(to.role.subtypes, subtype) !== undefined ? subtype : to.role.defaultSubtype;

/** The subtypes that fit: a synchronous execution is for Express workflows only. */
const subtypesFor = (to: End<'httpApiIntegration'>): readonly string[] =>
  Object.keys(to.role.subtypes).filter(
    (subtype) => subtype !== 'StepFunctions-StartSyncExecution' || to.props['type'] === 'EXPRESS',
  );

export const httpApiIntegration = defineConnection({
  kind: 'http-api-integration',
  label: { en: 'First-class integration', ja: 'ファーストクラス統合' },
  from: 'httpApi',
  to: 'httpApiIntegration',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'No function; parameters are picked from the request, nothing more.',
    ja: '関数は不要です。マッピングで行えるのは、リクエストからの値の選択だけです。',
  },
  source: subtypes,
  delivery: (_from, to, props) =>
    subtypeOf(to, props.subtype) === 'StepFunctions-StartSyncExecution' ? 'sync' : 'async',
  refuse: (_from, to) =>
    to.node.origin === 'existing' && to.service.hasDefinition === true
      ? {
          en: 'The integration needs a state machine of this design.',
          ja: 'この統合は、この設計で作成するステートマシンにのみ使用できます。',
        }
      : undefined,
  optionsFor: (_from, to) => ({
    subtype: subtypesFor(to),
    ...(to.service.roles.eventBus === undefined ? { eventSource: [], detailType: [] } : {}),
    ...(to.props['queueType'] === 'fifo' ? {} : { messageGroupId: [] }),
  }),
  initialProps: (_from, to) => ({
    method: 'POST',
    path: `/${to.id}`,
    subtype: to.props['type'] === 'EXPRESS' ? 'StepFunctions-StartSyncExecution' : to.role.defaultSubtype,
  }),
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: (from, to, props) => [
    {
      grantee: from.id,
      actions: lookup(to.role.subtypes, subtypeOf(to, props.subtype))?.iam ?? [],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  problems: ({ to, props }) => {
    const options = subtypesFor(to);
    const expected = options.join(', ');
    return [
      ...(given(props.subtype) && !options.includes(props.subtype)
        ? [
            problem('field-wrong-type', {
              field: fields.subtype.label,
              expected: { en: `one of ${expected}`, ja: `${expected} のいずれか` },
            }),
          ]
        : []),
      ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
      ...messageGroupProblems(to, props.messageGroupId),
    ];
  },
  emit: (connections, emitter) =>
    connections.map((connection) => ({
      type: 'do',
      ...(connection.props.mapping === 'missing'
        ? {
            comment: emitter.text({
              en: 'The parameter mapping is still to be written: it names a value that no request has.',
              ja: 'パラメータマッピングが未定義です。リクエストに存在しない値を参照しています。',
            }),
          }
        : {}),
      expression: call(
        emitter.construct(connection.from.id),
        'addRoutes',
        object({
          path: lit(connection.props.path),
          methods: array([sym('aws-apigatewayv2', `HttpMethod.${connection.props.method}`)]),
          integration: integration(connection, emitter),
        }),
      ),
    })),
});

function integration(connection: Integration, emitter: Emitter): Expr {
  const { to, props } = connection;
  const subtype = subtypeOf(to, props.subtype);
  const [service = ''] = subtype.split('-');
  const target = emitter.construct(to.id);
  const id = lit(emitter.constructId(props.method, props.path, 'integration'));
  const parameterMapping = Object.entries(parametersOf(connection, emitter)).reduce<Expr>(
    (mapping, [name, value]) => call(mapping, 'custom', lit(name), value),
    create(cdk('aws-apigatewayv2', 'ParameterMapping')),
  );
  const module = 'aws-apigatewayv2-integrations';
  switch (service) {
    case 'SQS':
      return create(cdk(module, 'HttpSqsIntegration'), id, object({ queue: target, parameterMapping }));
    case 'EventBridge':
      return create(
        cdk(module, 'HttpEventBridgeIntegration'),
        id,
        object({
          eventBusRef: object({
            eventBusArn: emitter.attribute(to.id, 'arn'),
            eventBusName: emitter.attribute(to.id, 'name'),
          }),
          parameterMapping,
        }),
      );
    default:
      return create(
        cdk(module, 'HttpStepFunctionsIntegration'),
        id,
        object({
          stateMachine: target,
          subtype: sym(
            'aws-apigatewayv2',
            subtype === 'StepFunctions-StartSyncExecution'
              ? 'HttpIntegrationSubtype.STEPFUNCTIONS_START_SYNC_EXECUTION'
              : 'HttpIntegrationSubtype.STEPFUNCTIONS_START_EXECUTION',
          ),
          parameterMapping,
        }),
      );
  }
}

/** What a gap takes from the request: nothing has it, so the service gets no value and refuses. */
const gap = '$request.body.MAPPING_STILL_TO_BE_WRITTEN';

function parametersOf({ to, props }: Integration, emitter: Emitter): Readonly<Record<string, Expr>> {
  const custom = props.mapping === 'custom' ? props.parameters : {};
  const own = Object.fromEntries(Object.entries(custom).map(([name, value]) => [name, lit(value)]));
  const body = lit(props.mapping === 'missing' ? gap : '$request.body');
  switch (subtypeOf(to, props.subtype).split('-')[0]) {
    case 'SQS':
      return {
        QueueUrl: emitter.attribute(to.id, 'url'),
        MessageBody: body,
        ...(given(props.messageGroupId) && to.props['queueType'] === 'fifo'
          ? { MessageGroupId: lit(props.messageGroupId) }
          : {}),
        ...own,
      };
    case 'EventBridge':
      return {
        EventBusName: emitter.attribute(to.id, 'name'),
        Source: lit(props.eventSource),
        DetailType: lit(props.detailType),
        Detail: body,
        ...own,
      };
    default:
      return { StateMachineArn: emitter.attribute(to.id, 'arn'), Input: body, ...own };
  }
}
