import { allow, arn, callback, defineOptimized, input, managedRule, page, request, text, token } from '../define.js';

const start = allow('states:StartExecution', arn('states', 'stateMachine:{StateMachineArn}'));

export const stepFunctions = defineOptimized({
  id: 'states',
  api: 'sfn',
  label: text('AWS Step Functions', 'AWS Step Functions'),
  errorPrefix: 'StepFunctions',
  source: page('connect-stepfunctions'),
  actions: {
    startExecution: {
      label: text('Start an execution', '実行の開始'),
      required: ['StateMachineArn'],
      sample: { StateMachineArn: '', Input: input },
      callback: { StateMachineArn: '', Input: { input, taskToken: token } },
      patterns: {
        ...request(start),
        RUN_JOB: {
          // With `:2` the output is JSON instead of a text that holds JSON.
          suffixes: ['.sync:2', '.sync'],
          statements: [
            start,
            allow(['states:DescribeExecution', 'states:StopExecution'], arn('states', 'execution:{StateMachineArn}:*')),
            managedRule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
          ],
        },
        ...callback(start),
      },
    },
  },
});
