import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSdkCatalog, type SdkCatalog } from '../../src/sdk/catalog.js';
import { checkParameters, findAction } from '../../src/sdk/lookup.js';
import { sdkOfferOf } from '../../src/sdk/offer.js';
import { taskArguments, tokenPath } from '../../src/sdk/optimized/arguments.js';
import type { OptimizedService, Pattern } from '../../src/sdk/optimized/define.js';
import { optimizedErrors } from '../../src/sdk/optimized/errors.js';
import { optimizedServices } from '../../src/sdk/optimized/index.js';
import { activityOffer, findOptimized, offerOf, patterns } from '../../src/sdk/optimized/offer.js';
import { optimizedFor, searchOptimized } from '../../src/sdk/optimized/search.js';
import { resolveStatements, type Given } from '../../src/sdk/optimized/resources.js';
import { carriesToken, withoutToken, withToken, type Structure } from '../../src/sdk/optimized/token.js';

const rule = (name: string): string => `events:PutTargets events:PutRule events:DescribeRule @${name}`;
const batchBuild = rule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule');
const application = rule('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const serverlessJob = rule('StepFunctionsGetEventsForEMRServerlessJobRule');
const athenaData = [
  's3:GetBucketLocation s3:GetObject s3:ListBucket s3:ListBucketMultipartUploads s3:ListMultipartUploadParts',
  's3:AbortMultipartUpload s3:CreateBucket s3:PutObject',
  'glue:CreateDatabase glue:GetDatabase glue:GetDatabases glue:UpdateDatabase glue:DeleteDatabase',
  'glue:CreateTable glue:UpdateTable glue:GetTable glue:GetTables glue:DeleteTable glue:BatchDeleteTable',
  'glue:BatchCreatePartition glue:CreatePartition glue:UpdatePartition glue:GetPartition glue:GetPartitions',
  'glue:BatchGetPartition glue:DeletePartition glue:BatchDeletePartition lakeformation:GetDataAccess',
].join(' ');

/**
 * What AWS documents: the action; then what the role needs for a request, further for a job, further for a callback
 * (`-`: the pattern is not offered). A managed rule stands behind its `@`.
 */
const table: readonly (readonly [action: string, request: string, job: string, callback: string])[] = [
  ['lambda:invoke', 'lambda:InvokeFunction', '-', ''],
  ['dynamodb:getItem', 'dynamodb:GetItem', '-', '-'],
  ['dynamodb:putItem', 'dynamodb:PutItem', '-', '-'],
  ['dynamodb:updateItem', 'dynamodb:UpdateItem', '-', '-'],
  ['dynamodb:deleteItem', 'dynamodb:DeleteItem', '-', '-'],
  ['sqs:sendMessage', 'sqs:SendMessage', '-', ''],
  ['sns:publish', 'sns:Publish', '-', ''],
  ['events:putEvents', 'events:PutEvents', '-', ''],
  [
    'states:startExecution',
    'states:StartExecution',
    `states:DescribeExecution states:StopExecution ${rule('StepFunctionsGetEventsForStepFunctionsExecutionRule')}`,
    '',
  ],
  ['apigateway:invoke', 'execute-api:Invoke', '-', ''],
  ['bedrock:invokeModel', 'bedrock:InvokeModel', '-', '-'],
  [
    'bedrock:createModelCustomizationJob',
    'bedrock:CreateModelCustomizationJob iam:PassRole',
    'bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob',
    '-',
  ],
  ['bedrockagentcore:invokeHarness', 'bedrock-agentcore:InvokeHarness bedrock-agentcore:InvokeAgentRuntime', '-', '-'],
  [
    'ecs:runTask',
    'ecs:RunTask iam:PassRole',
    `ecs:StopTask ecs:DescribeTasks ${rule('StepFunctionsGetEventsForECSTaskRule')}`,
    '',
  ],
  [
    'http:invoke',
    'states:InvokeHTTPEndpoint events:RetrieveConnectionCredentials secretsmanager:GetSecretValue secretsmanager:DescribeSecret',
    '-',
    '-',
  ],
  [
    'mediaconvert:createJob',
    'mediaconvert:CreateJob iam:PassRole',
    `mediaconvert:GetJob mediaconvert:CancelJob ${rule('StepFunctionsGetEventsForMediaConvertJobRule')}`,
    '-',
  ],
  [
    'athena:startQueryExecution',
    `athena:StartQueryExecution athena:GetDataCatalog ${athenaData}`,
    'athena:StopQueryExecution athena:GetQueryExecution',
    '-',
  ],
  ['athena:stopQueryExecution', 'athena:StopQueryExecution', '-', '-'],
  ['athena:getQueryExecution', 'athena:GetQueryExecution', '-', '-'],
  ['athena:getQueryResults', 'athena:GetQueryResults s3:GetObject', '-', '-'],
  ['glue:startJobRun', 'glue:StartJobRun', 'glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun', '-'],
  ['databrew:startJobRun', 'databrew:StartJobRun', 'databrew:ListJobRuns databrew:StopJobRun', '-'],
  [
    'batch:submitJob',
    'batch:SubmitJob',
    `batch:DescribeJobs batch:TerminateJob ${rule('StepFunctionsGetEventsForBatchJobsRule')}`,
    '-',
  ],
  [
    'codebuild:startBuild',
    'codebuild:StartBuild',
    `codebuild:StopBuild codebuild:BatchGetBuilds codebuild:BatchGetReports ${rule('StepFunctionsGetEventForCodeBuildStartBuildRule')}`,
    '-',
  ],
  ['codebuild:stopBuild', 'codebuild:StopBuild', '-', '-'],
  ['codebuild:batchDeleteBuilds', 'codebuild:BatchDeleteBuilds', '-', '-'],
  ['codebuild:batchGetReports', 'codebuild:BatchGetReports', '-', '-'],
  [
    'codebuild:startBuildBatch',
    'codebuild:StartBuildBatch',
    `codebuild:StopBuildBatch codebuild:BatchGetBuildBatches ${batchBuild}`,
    '-',
  ],
  ['codebuild:stopBuildBatch', 'codebuild:StopBuildBatch', '-', '-'],
  [
    'codebuild:retryBuildBatch',
    'codebuild:RetryBuildBatch',
    `codebuild:StopBuildBatch codebuild:BatchGetBuildBatches ${batchBuild}`,
    '-',
  ],
  ['codebuild:deleteBuildBatch', 'codebuild:DeleteBuildBatch', '-', '-'],
  ['sagemaker:createEndpoint', 'sagemaker:CreateEndpoint sagemaker:ListTags', '-', '-'],
  ['sagemaker:createEndpointConfig', 'sagemaker:CreateEndpointConfig sagemaker:ListTags', '-', '-'],
  [
    'sagemaker:createHyperParameterTuningJob',
    'sagemaker:CreateHyperParameterTuningJob sagemaker:ListTags iam:PassRole',
    `sagemaker:DescribeHyperParameterTuningJob sagemaker:StopHyperParameterTuningJob ${rule('StepFunctionsGetEventsForSageMakerTuningJobsRule')}`,
    '-',
  ],
  [
    'sagemaker:createLabelingJob',
    'sagemaker:CreateLabelingJob sagemaker:ListTags iam:PassRole',
    'sagemaker:DescribeLabelingJob sagemaker:StopLabelingJob',
    '-',
  ],
  ['sagemaker:createModel', 'sagemaker:CreateModel sagemaker:ListTags iam:PassRole', '-', '-'],
  [
    'sagemaker:createProcessingJob',
    'sagemaker:CreateProcessingJob sagemaker:ListTags iam:PassRole',
    `sagemaker:DescribeProcessingJob sagemaker:StopProcessingJob ${rule('StepFunctionsGetEventsForSageMakerProcessingJobsRule')}`,
    '-',
  ],
  [
    'sagemaker:createTrainingJob',
    'sagemaker:CreateTrainingJob sagemaker:ListTags iam:PassRole',
    `sagemaker:DescribeTrainingJob sagemaker:StopTrainingJob ${rule('StepFunctionsGetEventsForSageMakerTrainingJobsRule')}`,
    '-',
  ],
  [
    'sagemaker:createTransformJob',
    'sagemaker:CreateTransformJob sagemaker:ListTags iam:PassRole',
    `sagemaker:DescribeTransformJob sagemaker:StopTransformJob ${rule('StepFunctionsGetEventsForSageMakerTransformJobsRule')}`,
    '-',
  ],
  ['sagemaker:updateEndpoint', 'sagemaker:UpdateEndpoint', '-', '-'],
  [
    'elasticmapreduce:createCluster',
    'elasticmapreduce:RunJobFlow iam:PassRole',
    `elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows ${rule('StepFunctionsGetEventForEMRRunJobFlowRule')}`,
    '-',
  ],
  [
    'elasticmapreduce:terminateCluster',
    'elasticmapreduce:TerminateJobFlows',
    `elasticmapreduce:DescribeCluster ${rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule')}`,
    '-',
  ],
  [
    'elasticmapreduce:addStep',
    'elasticmapreduce:AddJobFlowSteps',
    `elasticmapreduce:DescribeStep elasticmapreduce:CancelSteps ${rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule')}`,
    '-',
  ],
  ['elasticmapreduce:cancelStep', 'elasticmapreduce:CancelSteps', '-', '-'],
  ['elasticmapreduce:setClusterTerminationProtection', 'elasticmapreduce:SetTerminationProtection', '-', '-'],
  [
    'elasticmapreduce:modifyInstanceFleetByName',
    'elasticmapreduce:ModifyInstanceFleet elasticmapreduce:ListInstanceFleets',
    '-',
    '-',
  ],
  [
    'elasticmapreduce:modifyInstanceGroupByName',
    'elasticmapreduce:ModifyInstanceGroups elasticmapreduce:ListInstanceGroups',
    '-',
    '-',
  ],
  ['emr-containers:createVirtualCluster', 'emr-containers:CreateVirtualCluster iam:CreateServiceLinkedRole', '-', '-'],
  [
    'emr-containers:deleteVirtualCluster',
    'emr-containers:DeleteVirtualCluster',
    'emr-containers:DescribeVirtualCluster',
    '-',
  ],
  [
    'emr-containers:startJobRun',
    'emr-containers:StartJobRun',
    'emr-containers:DescribeJobRun emr-containers:CancelJobRun',
    '-',
  ],
  [
    'emr-serverless:createApplication',
    'emr-serverless:CreateApplication iam:CreateServiceLinkedRole',
    `emr-serverless:GetApplication emr-serverless:DeleteApplication ${application}`,
    '-',
  ],
  [
    'emr-serverless:startApplication',
    'emr-serverless:StartApplication',
    `emr-serverless:GetApplication emr-serverless:StopApplication ${application}`,
    '-',
  ],
  [
    'emr-serverless:stopApplication',
    'emr-serverless:StopApplication',
    `emr-serverless:GetApplication ${application}`,
    '-',
  ],
  [
    'emr-serverless:deleteApplication',
    'emr-serverless:DeleteApplication',
    `emr-serverless:GetApplication ${application}`,
    '-',
  ],
  [
    'emr-serverless:startJobRun',
    'emr-serverless:StartJobRun iam:PassRole',
    `emr-serverless:GetJobRun emr-serverless:CancelJobRun ${serverlessJob}`,
    '-',
  ],
  ['emr-serverless:cancelJobRun', 'emr-serverless:CancelJobRun', `emr-serverless:GetJobRun ${serverlessJob}`, '-'],
  ['eks:call', '', '-', '-'],
  ['eks:runJob', '', '', ''],
  ['eks:createCluster', 'eks:CreateCluster iam:PassRole', 'eks:DescribeCluster eks:DeleteCluster', '-'],
  ['eks:deleteCluster', 'eks:DeleteCluster', 'eks:DescribeCluster', '-'],
  [
    'eks:createFargateProfile',
    'eks:CreateFargateProfile iam:PassRole',
    'eks:DescribeFargateProfile eks:DeleteFargateProfile',
    '-',
  ],
  ['eks:deleteFargateProfile', 'eks:DeleteFargateProfile', 'eks:DescribeFargateProfile', '-'],
  [
    'eks:createNodegroup',
    'ec2:DescribeSubnets eks:CreateNodegroup iam:GetRole iam:ListAttachedRolePolicies iam:PassRole',
    'eks:DescribeNodegroup eks:DeleteNodegroup',
    '-',
  ],
  ['eks:deleteNodegroup', 'eks:DeleteNodegroup', 'eks:DescribeNodegroup', '-'],
];

const suffixes: Readonly<Record<Pattern, string>> = {
  REQUEST_RESPONSE: '',
  RUN_JOB: '.sync',
  WAIT_FOR_TASK_TOKEN: '.waitForTaskToken',
};

const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/** The actions of the role, and the managed rules by their name. */
function neededBy(service: string, action: string, pattern: Pattern, given: Given = {}): readonly string[] {
  const statements = findOptimized(service, action)?.patterns[pattern]?.statements ?? [];
  const resolved = resolveStatements(statements, given);
  return resolved.flatMap(({ actions, resources }) => [
    ...actions,
    ...resources.flatMap((one) => /rule\/(\w+)$/.exec(one)?.[1] ?? []).map((name) => `@${name}`),
  ]);
}

const sorted = (items: Iterable<string>): readonly string[] => [...new Set(items)].sort();

describe('each optimized integration, in each pattern', () => {
  test('is in the table', () => {
    const all = [...optimizedServices.values()].flatMap(({ id, actions }) =>
      Object.keys(actions).map((action) => `${id}:${action}`),
    );
    expect(sorted(all)).toEqual(sorted(table.map(([name]) => name)));
    process.stdout.write(
      `Optimized integrations: ${String(optimizedServices.size)} services, ${String(all.length)} actions\n`,
    );
  });

  const rows = table.flatMap(([name, request, job, callback]) =>
    patterns.map((pattern) => {
      const further = { REQUEST_RESPONSE: '', RUN_JOB: job, WAIT_FOR_TASK_TOKEN: callback }[pattern];
      return { name, pattern, request, further };
    }),
  );

  test.each(rows)('$name, $pattern: Resource and permissions', ({ name, pattern, request, further }) => {
    const [service = '', action = ''] = name.split(':');
    const standard = offerOf(service, action, pattern, 'STANDARD');
    const express = offerOf(service, action, pattern, 'EXPRESS');
    if (further === '-') {
      expect(standard.isOffered).toBe(false);
      expect(express.isOffered).toBe(false);
      return;
    }
    const suffix = name === 'states:startExecution' && pattern === 'RUN_JOB' ? '.sync:2' : suffixes[pattern];
    expect(standard).toMatchObject({ isOffered: true, resource: `arn:aws:states:::${name}${suffix}` });
    expect(express.isOffered).toBe(pattern === 'REQUEST_RESPONSE');
    expect(sorted(neededBy(service, action, pattern))).toEqual(sorted([...words(request), ...words(further)]));
  });

  test('has both forms of a nested execution that is awaited', () => {
    expect(findOptimized('states', 'startExecution')?.patterns.RUN_JOB?.suffixes).toEqual(['.sync:2', '.sync']);
  });

  test('says why it is not offered', () => {
    const reason = (pattern: Pattern, workflow: 'STANDARD' | 'EXPRESS'): string | undefined => {
      const offer = offerOf('ecs', 'runTask', pattern, workflow);
      return offer.isOffered ? undefined : offer.reason.en;
    };
    expect(reason('RUN_JOB', 'EXPRESS')).toContain('Standard');
    expect(reason('RUN_JOB', 'STANDARD')).toBeUndefined();
    expect(offerOf('dynamodb', 'query', 'REQUEST_RESPONSE', 'STANDARD').isOffered).toBe(false);
    expect(offerOf('constructor', 'toString', 'REQUEST_RESPONSE', 'STANDARD').isOffered).toBe(false);
    expect(activityOffer('STANDARD').isOffered).toBe(true);
    expect(activityOffer('EXPRESS').isOffered).toBe(false);
  });
});

describe('the resources of the permissions', () => {
  const resourcesOf = (name: string, pattern: Pattern, given: Given): readonly string[] => {
    const [service = '', action = ''] = name.split(':');
    const statements = findOptimized(service, action)?.patterns[pattern]?.statements ?? [];
    return resolveStatements(statements, given).flatMap(({ resources }) => resources);
  };
  const own = (service: string, rest: string): string => `arn:{partition}:${service}:{region}:{account}:${rest}`;

  test.each<[string, Given, string]>([
    ['dynamodb:putItem', { TableName: 'Orders' }, own('dynamodb', 'table/Orders')],
    ['dynamodb:putItem', { TableName: '{% $table %}' }, own('dynamodb', 'table/*')],
    ['dynamodb:putItem', { 'TableName.$': '$.table' }, own('dynamodb', 'table/*')],
    ['dynamodb:putItem', { TableName: '${OrdersName}' }, '${OrdersName}'],
    ['sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:1:orders' }, 'arn:aws:sns:eu-west-1:1:orders'],
    ['sqs:sendMessage', { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/orders' }, own('sqs', 'orders')],
    ['lambda:invoke', { FunctionName: 'price' }, own('lambda', 'function:price')],
    ['events:putEvents', { Entries: [{ EventBusName: 'orders' }] }, own('events', 'event-bus/orders')],
    ['lambda:invoke', { FunctionName: 'a", "Action": "*' }, own('lambda', 'function:*')],
    [
      'apigateway:invoke',
      { ApiEndpoint: 'abc.execute-api.eu-west-1.amazonaws.com', Stage: 'prod', Method: 'GET', Path: '/orders' },
      own('execute-api', 'abc/prod/GET/orders'),
    ],
  ])('%s with %j: %s', (name, given, expected) => {
    expect(resourcesOf(name, 'REQUEST_RESPONSE', given)).toEqual([expected]);
  });

  test('of a job include its runs and the rule that Step Functions manages', () => {
    const machine = 'arn:aws:states:eu-west-1:1:stateMachine:child';
    expect(resourcesOf('states:startExecution', 'RUN_JOB', { StateMachineArn: machine })).toEqual([
      machine,
      own('states', 'execution:child:*'),
      own('events', 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule'),
    ]);
  });

  test('do not put what stands for an ARN inside of another', () => {
    const resources = resourcesOf('states:startExecution', 'RUN_JOB', { StateMachineArn: '${ChildArn}' });
    expect(resources.slice(0, 2)).toEqual(['${ChildArn}', own('states', 'execution:*:*')]);
  });

  test('name a bucket only where a call names one', () => {
    const model = 'arn:{partition}:bedrock:{region}::foundation-model/m';
    expect(resourcesOf('bedrock:invokeModel', 'REQUEST_RESPONSE', { ModelId: 'm', Body: {} })).toEqual([model]);
    const given = { ModelId: 'm', Input: { S3Uri: 's3://in/a.json' }, Output: { S3Uri: '{% $out %}' } };
    expect(resourcesOf('bedrock:invokeModel', 'REQUEST_RESPONSE', given)).toEqual([
      model,
      'arn:{partition}:s3:::in/a.json',
      'arn:{partition}:s3:::*',
    ]);
  });
});

describe('the arguments', () => {
  let catalog: SdkCatalog;
  beforeAll(async () => {
    catalog = await loadSdkCatalog();
  });

  const everyAction = [...optimizedServices.values()].flatMap((service) =>
    Object.entries(service.actions).map(([name, action]) => ({ service, name, action })),
  );

  test('of a new Task hold all that is required', () => {
    for (const { action } of everyAction)
      for (const pattern of patterns) {
        if (action.patterns[pattern] === undefined) continue;
        const names = Object.keys(taskArguments(action, pattern, 'JSONata'));
        expect(names).toEqual(expect.arrayContaining([...action.required]));
      }
  });

  /** The API of the same name takes them too, where the integration adds nothing of its own. */
  test('are parameters of the API', () => {
    const different = new Set(['eks:call', 'eks:runJob', 'bedrock:invokeModel']);
    for (const { action } of everyAction) {
      const [api = '', operation = ''] = (action.operation ?? 'lambda:invoke').split(':');
      expect(findAction(catalog, api, operation).action).toBeDefined();
    }
    const wrong: string[] = [];
    const requiredOf: string[] = [];
    for (const { service, name, action } of everyAction) {
      if (service.api === undefined || different.has(`${service.id}:${name}`)) continue;
      const found = findAction(catalog, service.api, name).action;
      expect(found, `${service.id}:${name}`).toBeDefined();
      if (found === undefined) continue;
      const names = Object.keys(taskArguments(action, 'REQUEST_RESPONSE', 'JSONata'));
      const { unknown, missing } = checkParameters(found, names);
      wrong.push(...unknown.map((one) => `${service.id}:${name} ${one.name}`));
      requiredOf.push(...missing.map((one) => `${service.id}:${name} ${one}`));
    }
    expect(wrong).toEqual([]);
    expect(requiredOf).toEqual([]);
  });

  test('of a callback carry the task token, those of a request do not', () => {
    for (const { action } of everyAction) {
      const isOffered = action.patterns.WAIT_FOR_TASK_TOKEN !== undefined;
      expect(action.callback !== undefined).toBe(isOffered);
      expect(tokenPath(action) !== undefined).toBe(isOffered);
      for (const language of ['JSONata', 'JSONPath'] as const) {
        expect(carriesToken(taskArguments(action, 'REQUEST_RESPONSE', language))).toBe(false);
        if (isOffered) expect(carriesToken(taskArguments(action, 'WAIT_FOR_TASK_TOKEN', language))).toBe(true);
      }
    }
  });

  test('get the token and give it back as they were', () => {
    const cases: readonly [string, Structure][] = [
      ['lambda:invoke', { FunctionName: 'f', Payload: { order: 1 } }],
      ['lambda:invoke', { FunctionName: 'f', Payload: '{% $states.input %}' }],
      ['lambda:invoke', { FunctionName: 'f', 'Payload.$': '$' }],
      ['sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'text' }],
      ['sns:publish', { TopicArn: 't', Message: { a: { b: [1, 2] } } }],
      ['ecs:runTask', { TaskDefinition: 't' }],
      [
        'ecs:runTask',
        {
          TaskDefinition: 't',
          Overrides: { ContainerOverrides: [{ Name: 'c', Environment: [{ Name: 'A', Value: 'b' }] }] },
        },
      ],
      ['events:putEvents', { Entries: [{ Source: 's', DetailType: 'd', Detail: { id: 1 } }] }],
      ['apigateway:invoke', { ApiEndpoint: 'a', Method: 'POST', Headers: { 'x-id': ['1'] } }],
      ['states:startExecution', { StateMachineArn: 'm', Input: { id: 1 } }],
    ];
    for (const [name, args] of cases) {
      const [service = '', action = ''] = name.split(':');
      const found = findOptimized(service, action)!;
      for (const language of ['JSONata', 'JSONPath'] as const) {
        const waiting = withToken(args, found, language);
        expect(carriesToken(waiting), JSON.stringify(waiting)).toBe(true);
        expect(withToken(waiting, found, language)).toBe(waiting);
        expect(withoutToken(waiting)).toEqual(args);
      }
    }
  });

  test('get the token where AWS puts it', () => {
    const args = { QueueUrl: 'q', MessageBody: { order: 1 } };
    expect(withToken(args, findOptimized('sqs', 'sendMessage')!, 'JSONata')).toEqual({
      QueueUrl: 'q',
      MessageBody: { order: 1, taskToken: '{% $states.context.Task.Token %}' },
    });
    expect(withToken({ ApiEndpoint: 'a', Method: 'POST' }, findOptimized('apigateway', 'invoke')!, 'JSONPath')).toEqual(
      {
        ApiEndpoint: 'a',
        Method: 'POST',
        Headers: { 'TaskToken.$': 'States.Array($$.Task.Token)' },
      },
    );
  });

  test('have errors to retry and catch', () => {
    expect(optimizedErrors(catalog, 'lambda', 'invoke')).toEqual(
      expect.arrayContaining([
        'Lambda.ServiceException',
        'Lambda.SdkClientException',
        'Lambda.TooManyRequestsException',
      ]),
    );
    expect(optimizedErrors(catalog, 'dynamodb', 'putItem')).toContain('DynamoDB.ConditionalCheckFailedException');
    expect(optimizedErrors(catalog, 'states', 'startExecution')).toContain(
      'StepFunctions.ExecutionAlreadyExistsException',
    );
    expect(optimizedErrors(catalog, 'nothing', 'at all')).toEqual([]);
  });
});

describe('a query among the optimized integrations', () => {
  test.each([
    ['put item', 'dynamodb:putItem'],
    ['ddb putItem', 'dynamodb:putItem'],
    ['bedrock invoke', 'bedrock:invokeModel'],
    ['eb put events', 'events:putEvents'],
    ['sfn start', 'states:startExecution'],
    ['キューに送信', 'sqs:sendMessage'],
    ['動画変換', 'mediaconvert:createJob'],
    ['通知', 'sns:publish'],
    ['fargate run', 'ecs:runTask'],
    ['https', 'http:invoke'],
    ['lambda', 'lambda:invoke'],
  ])('%s: %s', (query, first) => {
    const [hit] = searchOptimized(query);
    expect(`${hit?.service.id ?? ''}:${hit?.name ?? ''}`).toBe(first);
  });

  test('finds nothing for other APIs and for no words', () => {
    for (const query of ['', ' ', '文字起こし', 'rekognition detect', 'zzzz'])
      expect(searchOptimized(query)).toEqual([]);
  });

  test('leads from an action of the AWS SDK to its integration', () => {
    const nameFor = (api: string, action: string): string | undefined => {
      const hit = optimizedFor(api, action);
      return hit === undefined ? undefined : `${hit.service.id}:${hit.name}`;
    };
    expect(nameFor('eventbridge', 'putEvents')).toBe('events:putEvents');
    expect(nameFor('sfn', 'startExecution')).toBe('states:startExecution');
    expect(nameFor('bedrockruntime', 'invokeModel')).toBe('bedrock:invokeModel');
    expect(nameFor('emr', 'runJobFlow')).toBe('elasticmapreduce:createCluster');
    expect(nameFor('dynamodb', 'query')).toBeUndefined();
  });
});

describe('an action of the AWS SDK', () => {
  let catalog: SdkCatalog;
  beforeAll(async () => {
    catalog = await loadSdkCatalog();
  });

  test('is requested everywhere, called back in Standard workflows, and never run as a job', () => {
    const found = findAction(catalog, 'dynamodb', 'query').action!;
    const resource = 'arn:aws:states:::aws-sdk:dynamodb:query';
    for (const workflow of ['STANDARD', 'EXPRESS'] as const) {
      expect(sdkOfferOf(found, 'REQUEST_RESPONSE', workflow)).toEqual({ isOffered: true, resource });
      expect(sdkOfferOf(found, 'RUN_JOB', workflow).isOffered).toBe(false);
    }
    expect(sdkOfferOf(found, 'WAIT_FOR_TASK_TOKEN', 'EXPRESS').isOffered).toBe(false);
    expect(sdkOfferOf(found, 'WAIT_FOR_TASK_TOKEN', 'STANDARD')).toEqual({
      isOffered: true,
      resource: `${resource}.waitForTaskToken`,
    });
  });

  test('that Step Functions does not call is not offered at all', () => {
    const found = findAction(catalog, 'bedrockruntime', 'converseStream').action!;
    for (const pattern of patterns) expect(sdkOfferOf(found, pattern, 'STANDARD').isOffered).toBe(false);
  });
});

interface Reference {
  readonly arn: string;
  readonly apis: readonly { readonly api: string; readonly patterns: readonly string[] }[];
  readonly iam: readonly string[];
  readonly iam_sync?: readonly string[];
  readonly iam_sync_rule?: string;
}

const reference = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')]
  .map((path) => (path === undefined ? '' : join(path, 'reference', 'aws-integrations.yaml')))
  .find((path) => path !== '' && existsSync(path));

if (reference === undefined) process.stdout.write('Skipped: no reference in SERVICEFULL_SHARED or ../shared\n');

test.skipIf(reference === undefined)('the reference says the same', () => {
  const read = load(readFileSync(reference ?? '', 'utf8')) as {
    readonly tables: { readonly a_sfn_optimized: { readonly services: readonly Reference[] } };
  };
  const written: Readonly<Record<Pattern, string>> = {
    REQUEST_RESPONSE: 'request-response',
    RUN_JOB: '.sync',
    WAIT_FOR_TASK_TOKEN: '.waitForTaskToken',
  };
  let compared = 0;
  for (const { arn, apis, iam, iam_sync: ofJob = [], iam_sync_rule: ruleName } of read.tables.a_sfn_optimized
    .services) {
    const id = /^arn:aws:states:::([\w-]+):$/.exec(arn)?.[1];
    if (id === undefined) continue;
    const service: OptimizedService | undefined = optimizedServices.get(id);
    expect(service, id).toBeDefined();
    if (service === undefined) continue;
    expect(sorted(Object.keys(service.actions)), id).toEqual(sorted(apis.map(({ api }) => api)));
    for (const { api, patterns: offered } of apis) {
      for (const pattern of patterns) {
        const isOffered = offered.includes(written[pattern]);
        expect(offerOf(id, api, pattern, 'STANDARD').isOffered, `${id}:${api} ${pattern}`).toBe(isOffered);
        compared++;
      }
    }
    const needed = new Set(
      apis.flatMap(({ api }) => patterns.flatMap((pattern) => neededBy(id, api, pattern, { ConnectionArn: 'x' }))),
    );
    for (const action of [...iam, ...ofJob]) expect([...needed], `${id} needs ${action}`).toContain(action);
    const rules = [...needed].filter((one) => one.startsWith('@'));
    if (ruleName !== undefined) expect(rules.length, `${id}: ${ruleName}`).toBeGreaterThan(0);
  }
  process.stdout.write(`Compared with the reference: ${String(compared)} actions × patterns\n`);
  expect(compared).toBeGreaterThan(0);
});
