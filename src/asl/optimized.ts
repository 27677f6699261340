import { lookup } from '../model/design.js';
import type { TaskResource } from './tasks.js';

/**
 * The optimized integrations of Step Functions by service, with the actions that can also run a job (`sync`) or wait for
 * a task token (`token`): https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const optimized: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  apigateway: { invoke: 'token' },
  athena: { startQueryExecution: 'sync', stopQueryExecution: '', getQueryExecution: '', getQueryResults: '' },
  batch: { submitJob: 'sync' },
  bedrock: { invokeModel: '', createModelCustomizationJob: 'sync' },
  bedrockagentcore: { invokeHarness: '' },
  codebuild: {
    startBuild: 'sync',
    stopBuild: '',
    batchDeleteBuilds: '',
    batchGetReports: '',
    startBuildBatch: 'sync',
    stopBuildBatch: '',
    retryBuildBatch: 'sync',
    deleteBuildBatch: '',
  },
  databrew: { startJobRun: 'sync' },
  dynamodb: { getItem: '', putItem: '', updateItem: '', deleteItem: '' },
  ecs: { runTask: 'sync token' },
  eks: {
    call: '',
    runJob: 'sync token',
    createCluster: 'sync',
    deleteCluster: 'sync',
    createFargateProfile: 'sync',
    deleteFargateProfile: 'sync',
    createNodegroup: 'sync',
    deleteNodegroup: 'sync',
  },
  elasticmapreduce: {
    createCluster: 'sync',
    terminateCluster: 'sync',
    addStep: 'sync',
    cancelStep: '',
    setClusterTerminationProtection: '',
    modifyInstanceFleetByName: '',
    modifyInstanceGroupByName: '',
  },
  'emr-containers': { createVirtualCluster: '', deleteVirtualCluster: 'sync', startJobRun: 'sync' },
  'emr-serverless': {
    createApplication: 'sync',
    startApplication: 'sync',
    stopApplication: 'sync',
    deleteApplication: 'sync',
    startJobRun: 'sync',
    cancelJobRun: 'sync',
  },
  events: { putEvents: 'token' },
  glue: { startJobRun: 'sync' },
  lambda: { invoke: 'token' },
  mediaconvert: { createJob: 'sync' },
  sagemaker: {
    createEndpoint: '',
    createEndpointConfig: '',
    createHyperParameterTuningJob: 'sync',
    createLabelingJob: 'sync',
    createModel: '',
    createProcessingJob: 'sync',
    createTrainingJob: 'sync',
    createTransformJob: 'sync',
    updateEndpoint: '',
  },
  sns: { publish: 'token' },
  sqs: { sendMessage: 'token' },
  states: { startExecution: 'sync token' },
};

/** Whether an optimized integration exists and offers the pattern; `true` for other kinds of Task. */
export function isOffered({ kind, service, action, pattern }: TaskResource): boolean | 'unknown' {
  if (kind !== 'optimized' || service === undefined || action === undefined) return true;
  const patterns = lookup(lookup(optimized, service) ?? {}, action);
  if (patterns === undefined) return 'unknown';
  if (pattern === 'REQUEST_RESPONSE') return true;
  return patterns.split(' ').includes(pattern === 'RUN_JOB' ? 'sync' : 'token');
}
