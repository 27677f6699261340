import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { argumentsFromInput, argumentSkeleton } from '../../src/sdk/arguments.js';
import { loadSdkCatalog, type SdkCatalog } from '../../src/sdk/catalog.js';
import { checkParameters, findAction, type SdkAction } from '../../src/sdk/lookup.js';
import { refusalTexts } from '../../src/sdk/refusals.js';

let catalog: SdkCatalog;

beforeAll(async () => {
  catalog = await loadSdkCatalog();
});

function actionOf(name: string): SdkAction {
  const [service = '', action = ''] = name.split(':');
  const found = findAction(catalog, service, action);
  if (found.action === undefined) throw new Error(`${name}: ${found.refusal}`);
  return found.action;
}

const namesOf = (parameters: readonly { readonly name: string }[]): readonly string[] =>
  parameters.map(({ name }) => name);

function* allActions(): Generator<SdkAction> {
  for (const service of catalog.services.values())
    for (const action of service.actions) yield actionOf(`${service.id}:${action}`);
}

describe('the catalog', () => {
  test('is committed in under 260 KiB compressed', () => {
    const sizes = ['actions', 'parameters', 'errors'].map((name) => {
      const text = readFileSync(join(import.meta.dirname, `../../src/sdk/${name}.generated.ts`));
      return { name, bytes: gzipSync(text).length };
    });
    const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
    const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
    const parts = sizes.map(({ name, bytes }) => `${name} ${kib(bytes)}`).join(', ');
    process.stdout.write(`Catalog of AWS APIs: ${kib(sum)} KiB compressed (${parts})\n`);
    expect(sum).toBeLessThan(260 * 1024);
  });

  test('holds 400 services and 18,000 actions that Step Functions calls', () => {
    const offered = [...catalog.services.values()].filter(({ isOffered }) => isOffered);
    const actions = [...allActions()].filter(({ refusal }) => refusal === undefined);
    process.stdout.write(`Step Functions: ${String(offered.length)} services, ${String(actions.length)} actions\n`);
    expect(offered.length).toBeGreaterThanOrEqual(400);
    expect(actions.length).toBeGreaterThan(18_000);
  });

  test('decodes every action to names that Step Functions can write', () => {
    const broken: string[] = [];
    for (const { service, name, required, optional, errors, iamActions } of allActions()) {
      const parameters = [...required, ...optional];
      const isSound =
        /^[a-z][A-Za-z0-9]*$/.test(name) &&
        parameters.every((one) => /^[A-Z][\w-]*$/.test(one.name)) &&
        new Set(namesOf(parameters)).size === parameters.length &&
        errors.every((error) => error.startsWith(`${service.errorPrefix}.`) && /^\w+\.\w+Exception$/.test(error)) &&
        (iamActions ?? []).every((action) => /^[a-z0-9-]+:\w+$/.test(action));
      if (!isSound) broken.push(`${service.id}:${name}`);
    }
    expect(broken).toEqual([]);
  });

  test('knows the IAM actions of at least 98 of 100 actions', () => {
    const all = [...allActions()];
    const known = all.filter(({ iamActions }) => iamActions !== undefined);
    process.stdout.write(`IAM actions known: ${String(known.length)} of ${String(all.length)}\n`);
    expect(known.length / all.length).toBeGreaterThan(0.98);
  });
});

describe('an action', () => {
  test.each([
    ['dynamodb:putItem', 'TableName Item', 'dynamodb:PutItem'],
    ['bedrockruntime:invokeModel', 'ModelId', 'bedrock:InvokeModel'],
    ['bedrockruntime:converse', 'ModelId', 'bedrock:InvokeModel'],
    ['transcribe:startTranscriptionJob', 'TranscriptionJobName Media', 'transcribe:StartTranscriptionJob'],
    ['s3:listObjectsV2', 'Bucket', 's3:ListBucket'],
    ['s3:copyObject', 'Bucket CopySource Key', 's3:GetObject s3:PutObject'],
    ['lambda:invoke', 'FunctionName', 'lambda:InvokeFunction'],
    ['sqs:sendMessageBatch', 'QueueUrl Entries', 'sqs:SendMessage'],
    ['cognitoidentityprovider:adminGetUser', 'UserPoolId Username', 'cognito-idp:AdminGetUser'],
    ['rds:createDBInstance', 'DbInstanceIdentifier DbInstanceClass Engine', 'rds:CreateDBInstance'],
    ['apigateway:createRestApi', 'Name', 'apigateway:POST'],
    ['cloudfront:createInvalidation', 'DistributionId InvalidationBatch', 'cloudfront:CreateInvalidation'],
    ['sfn:startSyncExecution', 'StateMachineArn', 'states:StartSyncExecution'],
  ])('%s takes %s and needs %s', (name, required, iam) => {
    const action = actionOf(name);
    expect([...namesOf(action.required)].sort()).toEqual(required.split(' ').sort());
    expect(action.iamActions).toEqual(iam.split(' '));
    expect(action.refusal).toBeUndefined();
  });

  test('has its parameters named as the AWS SDK for Java names them', () => {
    expect(namesOf(actionOf('dynamodb:createTable').optional)).toContain('SseSpecification');
    expect(namesOf(actionOf('sns:publish').optional)).toContain('TopicArn');
    expect(namesOf(actionOf('s3:putObject').optional)).toEqual(expect.arrayContaining(['Acl', 'Body', 'ContentMD5']));
  });

  test('has its errors named as Step Functions raises them', () => {
    expect(actionOf('dynamodb:putItem').errors).toContain('DynamoDb.ConditionalCheckFailedException');
    expect(actionOf('s3:createBucket').errors).toContain('S3.BucketAlreadyExistsException');
    expect(actionOf('rds:startDBInstance').errors).toContain('Rds.DbInstanceNotFoundException');
  });

  test.each([
    ['bedrockruntime:converseStream', 'streams'],
    ['kinesis:subscribeToShard', 'streams'],
    ['sts:assumeRole', 'excluded'],
    ['bedrockagentcore:invokeHarness', 'streams'],
    ['apigatewaymanagementapi:postToConnection', 'notOffered'],
    ['globalaccelerator:listAccelerators', 'notOffered'],
  ])('%s is not callable: %s', (name, refusal) => {
    expect(actionOf(name).refusal).toBe(refusal);
  });

  test('that is not callable says so in both languages, by its name', () => {
    for (const { en, ja } of Object.values(refusalTexts)) {
      expect(en).toContain('{service}');
      expect(ja).toContain('{service}');
      expect(en.includes('{action}')).toBe(ja.includes('{action}'));
    }
  });

  test('that only reads is refused by schedules', () => {
    expect(actionOf('dynamodb:getItem').isReadOnly).toBe(true);
    expect(actionOf('translate:translateText').isReadOnly).toBe(false);
    expect(actionOf('dynamodb:putItem').isReadOnly).toBe(false);
  });

  test.each([
    ['lookoutvision', 'detectAnomalies', { action: undefined, refusal: 'retired' }],
    ['iotanalytics', 'batchPutMessage', { action: undefined, refusal: 'retired' }],
    ['dynamodb', 'putitem', { action: undefined, refusal: 'actionUnknown', nearest: 'putItem' }],
    ['dynamodb', 'PutItem', { action: undefined, refusal: 'actionUnknown', nearest: 'putItem' }],
    ['dynamodbb', 'putItem', { action: undefined, refusal: 'serviceUnknown', nearest: 'dynamodb' }],
    ['dynamodb', '__proto__', { action: undefined, refusal: 'actionUnknown' }],
    ['constructor', 'name', { action: undefined, refusal: 'serviceUnknown' }],
  ])('%s:%s is not found, with the reason', (service, action, expected) => {
    expect(findAction(catalog, service, action)).toEqual(expected);
  });

  test('tells unknown parameters, with the name that was meant, and missing ones', () => {
    expect(checkParameters(actionOf('dynamodb:putItem'), ['Tablename', 'Item.$', 'Nonsense'])).toEqual({
      unknown: [{ name: 'Tablename', nearest: 'TableName' }, { name: 'Nonsense' }],
      missing: ['TableName'],
    });
  });
});

describe('the arguments of a new Task', () => {
  test('hold what the call has to give, nested as the API nests it', () => {
    expect(argumentSkeleton(actionOf('dynamodb:putItem').required)).toEqual({ TableName: '', Item: {} });
    expect(argumentSkeleton(actionOf('sqs:sendMessageBatch').required)).toEqual({
      QueueUrl: '',
      Entries: [{ Id: '', MessageBody: '' }],
    });
    expect(argumentSkeleton(actionOf('scheduler:createSchedule').required)).toEqual({
      Name: '',
      ScheduleExpression: '',
      Target: { Arn: '', RoleArn: '' },
      FlexibleTimeWindow: { Mode: '' },
    });
  });

  test('exist for every action, and name what the check asks for', () => {
    const missing: string[] = [];
    for (const action of allActions()) {
      const names = Object.keys(argumentSkeleton(action.required));
      const { unknown, missing: left } = checkParameters(action, names);
      if (unknown.length > 0 || left.length > 0) missing.push(action.resource);
    }
    expect(missing).toEqual([]);
  });

  test('are taken from the input in either query language', () => {
    const { required } = actionOf('translate:translateText');
    expect(argumentsFromInput(required, 'JSONata')['Text']).toBe('{% $states.input.text %}');
    expect(argumentsFromInput(required, 'JSONPath')['Text.$']).toBe('$.text');
  });
});
