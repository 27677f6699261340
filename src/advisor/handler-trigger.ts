import type { HandlerInput } from '../handlers/index.js';
import type { NodeId } from '../model/design.js';
import type { System, SystemConnection } from '../system/system.js';

type Trigger = NonNullable<HandlerInput['trigger']>;

/** What calls a function, as the analysis of its code wants to know; undefined: nothing, or several things. */
export function triggerOf(system: System, id: NodeId): Trigger | undefined {
  const found = new Set(
    system
      .incoming(id)
      .filter(({ origin }) => origin !== 'reference')
      .map((connection) => triggerBy(system, connection)),
  );
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function triggerBy(system: System, { kind, from, origin }: SystemConnection): Trigger | undefined {
  const service = system.node(from)?.service.type;
  if (origin === 'task') return 'sfn-task';
  switch (kind) {
    case 'api-proxy':
      return service === 'rest-api' ? 'apigw-rest' : 'apigw-http';
    case 'websocket-route':
      return 'apigw-websocket';
    case 'event-source-mapping':
      return service === 'sqs-queue'
        ? 'sqs'
        : service === 'dynamodb-table'
          ? 'dynamodb-stream'
          : service === 'kinesis-stream'
            ? 'kinesis'
            : service === undefined || !/broker/.test(service)
              ? 'kafka'
              : 'mq';
    case 'rule':
    case 'service-event':
    case 'bus-subscriber':
      return 'eventbridge-rule';
    case 'schedule-target':
      return 'schedule';
    case 's3-notification':
      return 's3';
    case 'subscription':
      return 'sns';
    case 'resolver':
      return 'appsync';
    case 'authorizer':
      return 'authorizer';
    case 'pipe-target':
      return 'pipes';
    case 'pipe-enrichment':
      return 'pipes-enrichment';
    case 'iot-action':
      return 'iot';
    case 'receipt-action':
      return 'ses';
    case 'uses':
      return service === 'lambda-function' ? 'lambda' : undefined;
    default:
      return undefined;
  }
}
