import { allow, any, defineOptimized, job, managedRule, page, request, text } from '../define.js';

export const batch = defineOptimized({
  id: 'batch',
  api: 'batch',
  label: text('AWS Batch', 'AWS Batch'),
  source: page('connect-batch'),
  actions: {
    submitJob: {
      label: text('Submit a job', 'ジョブの投入'),
      required: ['JobName', 'JobDefinition', 'JobQueue'],
      patterns: {
        ...request(allow('batch:SubmitJob', ...any)),
        ...job(
          allow(['batch:SubmitJob', 'batch:DescribeJobs', 'batch:TerminateJob'], ...any),
          managedRule('StepFunctionsGetEventsForBatchJobsRule'),
        ),
      },
    },
  },
});
