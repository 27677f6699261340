import type { RuleDefinition } from './define.js';
import { apiGatewayDirectIntegration } from './rules/api-gateway-direct-integration.js';
import { orchestrateOrChoreograph } from './rules/orchestrate-or-choreograph.js';
import { streamOrQueueToPipe } from './rules/stream-or-queue-to-pipe.js';
import { taskCallsTransportLambda } from './rules/task-calls-transport-lambda.js';

/** The ordered list of rules. New advice is one file and one line here. */
export const rules: readonly RuleDefinition[] = [
  apiGatewayDirectIntegration,
  streamOrQueueToPipe,
  taskCallsTransportLambda,
  orchestrateOrChoreograph,
];
