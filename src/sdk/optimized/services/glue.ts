import { allow, arn, defineOptimized, job, page, request, text } from '../define.js';

const glueJob = arn('glue', 'job/{JobName}');

export const glue = defineOptimized({
  id: 'glue',
  api: 'glue',
  label: text('AWS Glue', 'AWS Glue'),
  source: page('connect-glue'),
  actions: {
    startJobRun: {
      label: text('Run a job', 'ジョブの実行'),
      required: ['JobName'],
      patterns: {
        ...request(allow('glue:StartJobRun', glueJob)),
        ...job(allow(['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'], glueJob)),
      },
    },
  },
});
