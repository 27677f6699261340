import { allow, arn, defineOptimized, job, page, request, text } from '../define.js';

const recipeJob = arn('databrew', 'job/{Name}');

export const databrew = defineOptimized({
  id: 'databrew',
  api: 'databrew',
  label: text('AWS Glue DataBrew', 'AWS Glue DataBrew'),
  source: page('connect-databrew'),
  actions: {
    startJobRun: {
      label: text('Run a job', 'ジョブの実行'),
      required: ['Name'],
      patterns: {
        ...request(allow('databrew:StartJobRun', recipeJob)),
        ...job(allow(['databrew:StartJobRun', 'databrew:ListJobRuns', 'databrew:StopJobRun'], recipeJob)),
      },
    },
  },
});
