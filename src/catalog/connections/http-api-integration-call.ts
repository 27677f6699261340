import {
  array,
  call,
  cdk,
  create,
  lit,
  object,
  ref,
  sym,
  template,
  member,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter } from '../define.js';
import { subtypeOf, type HttpIntegrationProps } from './http-api-fields.js';
import { given } from './shared.js';

type Integration = EmittedConnection<'httpApi', 'httpApiIntegration', HttpIntegrationProps>;

/** Whether the CDK has a class for the integration; others are made of their resources. */
export const hasOwnConstruct = (subtype: string): boolean => !/^(?:Kinesis|AppConfig)-/.test(subtype);

/** The members of HttpIntegrationSubtype. */
const members: Readonly<Record<string, string>> = {
  'SQS-ReceiveMessage': 'SQS_RECEIVE_MESSAGE',
  'SQS-DeleteMessage': 'SQS_DELETE_MESSAGE',
  'SQS-PurgeQueue': 'SQS_PURGE_QUEUE',
  'AppConfig-GetConfiguration': 'APPCONFIG_GET_CONFIGURATION',
  'Kinesis-PutRecord': 'KINESIS_PUT_RECORD',
  'StepFunctions-StartExecution': 'STEPFUNCTIONS_START_EXECUTION',
  'StepFunctions-StartSyncExecution': 'STEPFUNCTIONS_START_SYNC_EXECUTION',
  'StepFunctions-StopExecution': 'STEPFUNCTIONS_STOP_EXECUTION',
};

const subtypeExpr = (subtype: string): Expr | undefined => {
  const name = Object.hasOwn(members, subtype) ? members[subtype] : undefined;
  return name === undefined ? undefined : sym('aws-apigatewayv2', `HttpIntegrationSubtype.${name}`);
};

/** The statements of a route with its integration. */
export function httpRouteStatements(connection: Integration, emitter: Emitter): readonly Statement[] {
  const { from, to, props } = connection;
  const subtype = subtypeOf(to, props.subtype);
  const comment =
    props.mapping === 'missing'
      ? {
          comment: emitter.text({
            en: 'The parameter mapping is still to be written: it names a value that no request has.',
            ja: 'パラメータマッピングが未定義です。リクエストに存在しない値を参照しています。',
          }),
        }
      : {};
  if (!hasOwnConstruct(subtype)) return routeOfParts(connection, subtype, comment, emitter);
  return [
    {
      type: 'do',
      ...comment,
      expression: call(
        emitter.construct(from.id),
        'addRoutes',
        object({
          path: lit(props.path),
          methods: array([sym('aws-apigatewayv2', `HttpMethod.${props.method}`)]),
          integration: integration(connection, subtype, emitter),
        }),
      ),
    },
  ];
}

/** Where the CDK has no class for an integration, its route names it by its id. */
function routeOfParts(
  connection: Integration,
  subtype: string,
  comment: { readonly comment?: string },
  emitter: Emitter,
): readonly Statement[] {
  const { id, from, props } = connection;
  const api = emitter.construct(from.id);
  const name = emitter.variable(id, 'integration');
  return [
    {
      type: 'const',
      name,
      ...comment,
      value: create(
        cdk('aws-apigatewayv2', 'HttpIntegration'),
        ref('this'),
        lit(emitter.constructId(id, 'integration')),
        object({
          httpApi: api,
          integrationType: sym('aws-apigatewayv2', 'HttpIntegrationType.AWS_PROXY'),
          integrationSubtype: subtypeExpr(subtype),
          credentials: call(sym('aws-apigatewayv2', 'IntegrationCredentials'), 'fromRole', emitter.role(from.id)),
          payloadFormatVersion: sym('aws-apigatewayv2', 'PayloadFormatVersion.VERSION_1_0'),
          parameterMapping: mappingOf(connection, subtype, emitter),
        }),
      ),
    },
    {
      type: 'do',
      expression: create(
        cdk('aws-apigatewayv2', 'CfnRoute'),
        ref('this'),
        lit(emitter.constructId(id, 'route')),
        object({
          apiId: emitter.attribute(from.id, 'id'),
          routeKey: lit(`${props.method} ${props.path}`),
          authorizationType: from.props['authorization'] === 'IAM' ? lit('AWS_IAM') : undefined,
          target: template('integrations/', member(ref(name), 'integrationId')),
        }),
      ),
    },
  ];
}

const mappingOf = (connection: Integration, subtype: string, emitter: Emitter): Expr =>
  Object.entries(parametersOf(connection, subtype, emitter)).reduce<Expr>(
    (mapping, [name, value]) => call(mapping, 'custom', lit(name), value),
    create(cdk('aws-apigatewayv2', 'ParameterMapping')),
  );

function integration(connection: Integration, subtype: string, emitter: Emitter): Expr {
  const { to, props } = connection;
  const target = emitter.construct(to.id);
  const id = lit(emitter.constructId(props.method, props.path, 'integration'));
  const parameterMapping = mappingOf(connection, subtype, emitter);
  const module = 'aws-apigatewayv2-integrations';
  switch (subtype.split('-')[0]) {
    case 'SQS':
      return create(
        cdk(module, 'HttpSqsIntegration'),
        id,
        object({ queue: target, subtype: subtypeExpr(subtype), parameterMapping }),
      );
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
        object({ stateMachine: target, subtype: subtypeExpr(subtype), parameterMapping }),
      );
  }
}

/** What a gap takes from the request: nothing has it, so the service gets no value and refuses. */
const gap = '$request.body.MAPPING_STILL_TO_BE_WRITTEN';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
function parametersOf({ to, props }: Integration, subtype: string, emitter: Emitter): Readonly<Record<string, Expr>> {
  const custom = props.mapping === 'custom' ? props.parameters : {};
  const own = Object.fromEntries(Object.entries(custom).map(([name, value]) => [name, lit(value)]));
  const isMissing = props.mapping === 'missing';
  const body = lit(isMissing ? gap : '$request.body');
  const attribute = (name: string): Expr => emitter.attribute(to.id, name);
  switch (subtype) {
    case 'SQS-SendMessage':
      return {
        QueueUrl: attribute('url'),
        MessageBody: body,
        ...(given(props.messageGroupId) && to.props['queueType'] === 'fifo'
          ? { MessageGroupId: lit(props.messageGroupId) }
          : {}),
        ...own,
      };
    case 'SQS-ReceiveMessage':
    case 'SQS-PurgeQueue':
      return { QueueUrl: attribute('url'), ...own };
    case 'SQS-DeleteMessage':
      return {
        QueueUrl: attribute('url'),
        ReceiptHandle: lit(isMissing ? gap : '$request.querystring.receiptHandle'),
        ...own,
      };
    case 'EventBridge-PutEvents':
      return {
        EventBusName: attribute('name'),
        Source: lit(props.eventSource),
        DetailType: lit(props.detailType),
        Detail: body,
        ...own,
      };
    case 'Kinesis-PutRecord':
      return { StreamName: attribute('name'), Data: body, PartitionKey: lit('$context.requestId'), ...own };
    case 'AppConfig-GetConfiguration':
      return {
        Application: attribute('applicationId'),
        Environment: attribute('environmentId'),
        Configuration: attribute('id'),
        ClientId: lit(isMissing ? gap : '$context.apiId'),
        ...own,
      };
    case 'StepFunctions-StopExecution':
      return { ExecutionArn: lit(isMissing ? gap : '$request.body.executionArn'), ...own };
    default:
      return { StateMachineArn: attribute('arn'), Input: body, ...own };
  }
}
