import type { OptimizedService } from './define.js';
import { apiGateway } from './services/api-gateway.js';
import { athena } from './services/athena.js';
import { batch } from './services/batch.js';
import { bedrockAgentCore } from './services/bedrock-agentcore.js';
import { bedrock } from './services/bedrock.js';
import { codebuild } from './services/codebuild.js';
import { databrew } from './services/databrew.js';
import { dynamodb } from './services/dynamodb.js';
import { ecs } from './services/ecs.js';
import { eks } from './services/eks.js';
import { emrContainers } from './services/emr-containers.js';
import { emrServerless } from './services/emr-serverless.js';
import { emr } from './services/emr.js';
import { eventbridge } from './services/eventbridge.js';
import { glue } from './services/glue.js';
import { http } from './services/http.js';
import { lambda } from './services/lambda.js';
import { mediaconvert } from './services/mediaconvert.js';
import { sagemaker } from './services/sagemaker.js';
import { sns } from './services/sns.js';
import { sqs } from './services/sqs.js';
import { stepFunctions } from './services/step-functions.js';

/** The optimized integrations of Step Functions, those that people use most first. */
export const optimizedServices: ReadonlyMap<string, OptimizedService> = new Map(
  [
    lambda,
    dynamodb,
    sqs,
    sns,
    eventbridge,
    stepFunctions,
    bedrock,
    ecs,
    http,
    apiGateway,
    mediaconvert,
    athena,
    glue,
    batch,
    codebuild,
    databrew,
    sagemaker,
    bedrockAgentCore,
    emr,
    emrServerless,
    emrContainers,
    eks,
  ].map((service) => [service.id, service]),
);
