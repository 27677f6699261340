import type { RuleDefinition } from './define.js';
import { apiCallsSeveral } from './rules/api-calls-several.js';
import { apiGatewayDirectIntegration } from './rules/api-gateway-direct-integration.js';
import { bucketNotifiesDirectly } from './rules/bucket-notifies-directly.js';
import { filesFromDistribution } from './rules/files-from-distribution.js';
import { functionCallsItself } from './rules/function-calls-itself.js';
import { functionFanOut } from './rules/function-fan-out.js';
import { iotRuleActsDirectly } from './rules/iot-rule-acts-directly.js';
import { keepFunction } from './rules/keep-function.js';
import { lambdaLith } from './rules/lambda-lith.js';
import { logsStreamDirectly } from './rules/logs-stream-directly.js';
import { microFunctions } from './rules/micro-functions.js';
import { oneCallFunction } from './rules/one-call-function.js';
import { orchestrateOrChoreograph } from './rules/orchestrate-or-choreograph.js';
import { pollingToCallback } from './rules/polling-to-callback.js';
import { resolverReadsDirectly } from './rules/resolver-reads-directly.js';
import { resultToDestination } from './rules/result-to-destination.js';
import { ruleCallsTarget } from './rules/rule-calls-target.js';
import { rulesActAsWorkflow } from './rules/rules-act-as-workflow.js';
import { sagaWithoutCompensation } from './rules/saga-without-compensation.js';
import { scheduleCallsTarget } from './rules/schedule-calls-target.js';
import { standardOrExpress } from './rules/standard-or-express.js';
import { streamOrQueueToPipe } from './rules/stream-or-queue-to-pipe.js';
import { taskCallsTransportLambda } from './rules/task-calls-transport-lambda.js';
import { templateComputes } from './rules/template-computes.js';
import { topicDeliversDirectly } from './rules/topic-delivers-directly.js';
import { websocketDirectIntegration } from './rules/websocket-direct-integration.js';
import { workflowReachesContext } from './rules/workflow-reaches-context.js';
import { workflowTooLarge } from './rules/workflow-too-large.js';

/** The ordered list of rules. New advice is one file and one line here. */
export const rules: readonly RuleDefinition[] = [
  apiGatewayDirectIntegration,
  streamOrQueueToPipe,
  taskCallsTransportLambda,
  ruleCallsTarget,
  scheduleCallsTarget,
  topicDeliversDirectly,
  bucketNotifiesDirectly,
  resolverReadsDirectly,
  iotRuleActsDirectly,
  logsStreamDirectly,
  websocketDirectIntegration,
  apiCallsSeveral,
  oneCallFunction,
  filesFromDistribution,
  orchestrateOrChoreograph,
  functionFanOut,
  rulesActAsWorkflow,
  functionCallsItself,
  workflowReachesContext,
  standardOrExpress,
  sagaWithoutCompensation,
  workflowTooLarge,
  lambdaLith,
  microFunctions,
  resultToDestination,
  pollingToCallback,
  keepFunction,
  templateComputes,
];
