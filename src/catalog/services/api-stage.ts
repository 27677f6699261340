import type { NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, object, ref, type Expr } from '../../ts-ast/ast.js';
import type { Emitter } from '../define.js';
import { logRetention, logRetentionField, removalPolicy } from './shared.js';

/** What the stages of HTTP and WebSocket APIs have in common; `throttling` is the documentation of the limits. */
export const stageFields = <const Source extends string>(throttling: Source) => ({
  throttlingRate: field.number({
    label: { en: 'Requests per second', ja: '1 秒あたりのリクエスト数' },
    min: 1,
    max: 10_000,
    unit: 'count',
    advanced: true,
    source: throttling,
  }),
  throttlingBurst: field.number({
    label: { en: 'Burst', ja: 'バースト' },
    min: 1,
    max: 5_000,
    unit: 'count',
    advanced: true,
    source: throttling,
  }),
  logRetention: logRetentionField,
});

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
export const httpLogFormat: Readonly<Record<string, string>> = {
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  protocol: '$context.protocol',
  status: '$context.status',
  responseLength: '$context.responseLength',
  integrationError: '$context.integrationErrorMessage',
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html */
export const webSocketLogFormat: Readonly<Record<string, string>> = {
  requestId: '$context.requestId',
  connectionId: '$context.connectionId',
  eventType: '$context.eventType',
  routeKey: '$context.routeKey',
  requestTime: '$context.requestTime',
  status: '$context.status',
  integrationError: '$context.integrationErrorMessage',
};

/** Throttling and access logs of a stage. */
export const stageOptions = (
  id: NodeId,
  props: {
    readonly throttlingRate: number | undefined;
    readonly throttlingBurst: number | undefined;
    readonly logRetention: string;
  },
  format: Readonly<Record<string, string>>,
  emitter: Emitter,
): Readonly<Record<string, Expr | undefined>> => ({
  throttle:
    props.throttlingRate === undefined && props.throttlingBurst === undefined
      ? undefined
      : object({
          rateLimit: props.throttlingRate === undefined ? undefined : lit(props.throttlingRate),
          burstLimit: props.throttlingBurst === undefined ? undefined : lit(props.throttlingBurst),
        }),
  accessLogSettings: object({
    destination: create(
      cdk('aws-apigatewayv2', 'LogGroupLogDestination'),
      create(
        cdk('aws-logs', 'LogGroup'),
        ref('this'),
        lit(emitter.constructId(id, 'access', 'logs')),
        object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
      ),
    ),
    format: callStatic('aws-apigateway', 'AccessLogFormat.custom', lit(JSON.stringify(format))),
  }),
});
