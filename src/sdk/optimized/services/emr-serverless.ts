import { allow, arn, defineOptimized, job, managedRule, page, passRole, request, text } from '../define.js';

const application = arn('emr-serverless', '/applications/{ApplicationId}');
const applicationRule = managedRule('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const jobRule = managedRule('StepFunctionsGetEventsForEMRServerlessJobRule');

/** Needed once in an account, by the first application. */
const linkedRole = allow(
  'iam:CreateServiceLinkedRole',
  'arn:{partition}:iam::{account}:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*',
);
const executionRole = passRole('{ExecutionRoleArn}', 'emr-serverless.amazonaws.com');

export const emrServerless = defineOptimized({
  id: 'emr-serverless',
  api: 'emrserverless',
  label: text('Amazon EMR Serverless', 'Amazon EMR Serverless'),
  source: page('connect-emr-serverless'),
  actions: {
    createApplication: {
      label: text('Create an application', 'アプリケーションの作成'),
      required: ['ReleaseLabel', 'Type'],
      sample: { Name: '', ReleaseLabel: '', Type: 'SPARK' },
      patterns: {
        ...request(allow('emr-serverless:CreateApplication', arn('emr-serverless', '/*')), linkedRole),
        ...job(
          allow('emr-serverless:CreateApplication', arn('emr-serverless', '/*')),
          allow(
            ['emr-serverless:GetApplication', 'emr-serverless:DeleteApplication'],
            arn('emr-serverless', '/applications/*'),
          ),
          applicationRule,
          linkedRole,
        ),
      },
    },
    startApplication: {
      label: text('Start an application', 'アプリケーションの開始'),
      required: ['ApplicationId'],
      patterns: {
        ...request(allow('emr-serverless:StartApplication', application)),
        ...job(
          allow(
            ['emr-serverless:StartApplication', 'emr-serverless:GetApplication', 'emr-serverless:StopApplication'],
            application,
          ),
          applicationRule,
        ),
      },
    },
    stopApplication: {
      label: text('Stop an application', 'アプリケーションの停止'),
      required: ['ApplicationId'],
      patterns: {
        ...request(allow('emr-serverless:StopApplication', application)),
        ...job(
          allow(['emr-serverless:StopApplication', 'emr-serverless:GetApplication'], application),
          applicationRule,
        ),
      },
    },
    deleteApplication: {
      label: text('Delete an application', 'アプリケーションの削除'),
      required: ['ApplicationId'],
      patterns: {
        ...request(allow('emr-serverless:DeleteApplication', application)),
        ...job(
          allow(['emr-serverless:DeleteApplication', 'emr-serverless:GetApplication'], application),
          applicationRule,
        ),
      },
    },
    startJobRun: {
      label: text('Run a job', 'ジョブの実行'),
      required: ['ApplicationId', 'ExecutionRoleArn'],
      sample: { ApplicationId: '', ExecutionRoleArn: '', JobDriver: { SparkSubmit: { EntryPoint: '' } } },
      patterns: {
        ...request(allow('emr-serverless:StartJobRun', application), executionRole),
        ...job(
          allow('emr-serverless:StartJobRun', application),
          executionRole,
          allow(['emr-serverless:GetJobRun', 'emr-serverless:CancelJobRun'], `${application}/jobruns/*`),
          jobRule,
        ),
      },
    },
    cancelJobRun: {
      label: text('Cancel a job', 'ジョブのキャンセル'),
      required: ['ApplicationId', 'JobRunId'],
      patterns: {
        ...request(allow('emr-serverless:CancelJobRun', `${application}/jobruns/{JobRunId}`)),
        ...job(
          allow(['emr-serverless:CancelJobRun', 'emr-serverless:GetJobRun'], `${application}/jobruns/{JobRunId}`),
          jobRule,
        ),
      },
    },
  },
});
