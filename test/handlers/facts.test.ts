import { describe, expect, test } from 'vitest';
import { analyseHandler } from '../../src/handlers/index.js';

const read = (code: string, ending = 'mjs') =>
  analyseHandler({
    files: { text: (path) => (path === `app.${ending}` ? code : undefined) },
    entry: { path: `app.${ending}`, handler: 'app.handler' },
  });
const factsOf = (code: string, ending?: string): readonly string[] =>
  read(code, ending).facts.map(({ kind, what, line }) => `${kind} ${what} ${String(line)}`);

describe('facts say what the code does, with its line', () => {
  test('a branch, a refusal, a check of who calls', () => {
    const found = factsOf(`import { SQS } from '@aws-sdk/client-sqs';
const sqs = new SQS({});
export const handler = async (event) => {
  if (!event.requestContext.authorizer.claims.sub) return { statusCode: 401 };
  const body = JSON.parse(event.body);
  if (!body.id) return { statusCode: 400, body: 'id' };
  if (body.urgent) await sqs.sendMessage({ QueueUrl: process.env.URGENT, MessageBody: body.id });
  return { statusCode: 200 };
};`);
    expect(found).toContain('auth requestContext.authorizer.claims.sub 4');
    expect(found).toContain('validation 400 6');
    expect(found.filter((one) => one.startsWith('branch'))).toHaveLength(3);
    expect(found.filter((one) => /^(auth|validation)/.test(one))).toHaveLength(2);
  });

  test('a loop that tries again is a retry, one over a list is none', () => {
    const again = factsOf(`import { SNS } from '@aws-sdk/client-sns';
const sns = new SNS({});
export const handler = async (event) => {
  for (let n = 0; n < 3; n++) {
    try { await sns.publish({ TopicArn: process.env.TOPIC, Message: event.text }); break; } catch (error) { console.log(error); }
  }
};`);
    expect(again).toContain('retry loop 4');
    const each = factsOf(`import { SNS } from '@aws-sdk/client-sns';
const sns = new SNS({});
export const handler = async (event) => {
  for (let n = 0; n < event.Records.length; n++) {
    try { await sns.publish({ TopicArn: process.env.TOPIC, Message: event.Records[n].body }); } catch (error) { console.log(error); }
  }
};`);
    expect(each).toContain('loop while 4');
    expect(each.filter((one) => one.startsWith('retry'))).toEqual([]);
  });

  test('a retry by a decorator, and one counted in Python', () => {
    const found = factsOf(
      `import boto3
from tenacity import retry
sns = boto3.client("sns")
@retry
def send(text):
    sns.publish(TopicArn="t", Message=text)
def handler(event, context):
    send(event["a"])
    for n in range(3):
        try:
            sns.publish(TopicArn="t", Message=event["b"])
        except Exception:
            pass
`,
      'py',
    );
    expect(found).toContain('retry tenacity 4');
    expect(found).toContain('retry loop 9');
  });

  test('what a module remembers between events', () => {
    const found = factsOf(`import { SSM } from '@aws-sdk/client-ssm';
const ssm = new SSM({});
let token;
export const handler = async (event) => {
  if (!token) token = (await ssm.getParameter({ Name: 'token' })).Parameter.Value;
  let local = event.id;
  local = event.other;
  return { token, local };
};`);
    expect(found.filter((one) => one.startsWith('caching'))).toEqual(['caching token 5']);
  });

  test('routes', () => {
    const found = factsOf(`import express from 'express';
import serverless from 'serverless-http';
import { SQS } from '@aws-sdk/client-sqs';
const sqs = new SQS({});
const app = express();
app.post('/orders', async (req, res) => { await sqs.sendMessage({ QueueUrl: process.env.Q, MessageBody: req.body.id }); res.send('ok'); });
export const handler = serverless(app);`);
    expect(found.some((one) => one.startsWith('route post /orders'))).toBe(true);
  });
});

describe('the trigger is said by what is read of the event', () => {
  test.each([
    ['event.Records.map((r) => r.dynamodb.NewImage)', 'dynamodb-stream'],
    ['event.Records[0].s3.object.key', 's3'],
    ['event.Records.map((r) => JSON.parse(r.Sns.Message).id)', 'sns'],
    ['event.Records.map((r) => JSON.parse(r.body))', 'sqs'],
    ['event.requestContext.connectionId', 'apigw-websocket'],
    ['event.requestContext.http.method', 'apigw-http'],
    ['event.pathParameters.id', 'apigw-rest'],
    ['event.detail.id', 'unknown'],
    ['event.ResourceProperties.Name', 'custom-resource'],
    ['event.info.fieldName', 'appsync'],
    ['event.order.id', 'unknown'],
  ])('%s: %s', (path, trigger) => {
    expect(read(`export const handler = async (event) => ({ found: ${path} });`).trigger).toBe(trigger);
  });

  test('an event of a bus, where nothing is answered', () => {
    expect(
      read('export const handler = async ({ detail }) => { if (detail.id) throw new Error(detail.id); };').trigger,
    ).toBe('eventbridge-rule');
  });

  test('what is given counts more', () => {
    const found = analyseHandler({
      files: { text: () => 'exports.handler = async (event) => event.detail;' },
      entry: { path: 'app.js', handler: 'app.handler' },
      trigger: 'sfn-task',
    });
    expect(found.trigger).toBe('sfn-task');
  });
});

describe('packages of the project itself are found', () => {
  const texts: Readonly<Record<string, string>> = {
    'shop/src/get/app.py':
      'from common.answers import answer\nimport boto3\ntable = boto3.resource("dynamodb").Table("t")\ndef handler(event, context):\n    table.delete_item(Key={"id": event["pathParameters"]["id"]})\n    return answer("gone")\n',
    'shop/src/get/requirements.txt': 'boto3\n-e ../shared/lib # ours\n../../../../../elsewhere\n',
    'shared/lib/common/__init__.py': '',
    'shared/lib/common/answers.py':
      'import json\ndef answer(text):\n    return {"statusCode": 200, "body": json.dumps({"message": text})}\n',
  };
  const claimOf = (files: Readonly<Record<string, string>>) =>
    analyseHandler({
      files: { text: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) },
      entry: { path: 'shop/src/get/app.py', handler: 'app.handler' },
    }).claim;

  test('by the paths of requirements.txt', () => {
    expect(claimOf(texts)).toBe('replace');
    const { 'shop/src/get/requirements.txt': _, ...others } = texts;
    expect(claimOf(others)).toBe('keep');
  });
});
