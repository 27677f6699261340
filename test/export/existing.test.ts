import { afterAll, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { services, serviceOf } from '../../src/catalog/index.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { entries, type Design, type DesignNode, type ExistingReference } from '../../src/model/design.js';
import { updateNode } from '../../src/model/graph.js';
import { directWays } from '../../src/system/direct.js';
import { resolveNode } from '../../src/system/nodes.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { design, idOf } from '../helpers/design-text.js';
import { isError, translateProblem } from './problem-text.js';
import { exportDesign } from './project.js';
import { createTemplateCheck } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

/** ARNs that the CDK takes apart, where it is not `service:resource/name`. */
const resources: Readonly<Record<string, string>> = {
  'api-destination': 'events:ap-northeast-1:111122223333:api-destination/orders/01234567-89ab-cdef-0123-456789abcdef',
  'athena-workgroup': 'athena:ap-northeast-1:111122223333:workgroup/orders',
  'cloudwatch-alarm': 'cloudwatch:ap-northeast-1:111122223333:alarm:orders',
  'ecr-repository': 'ecr:ap-northeast-1:111122223333:repository/shop/orders',
  'dynamodb-table': 'dynamodb:ap-northeast-1:111122223333:table/orders',
  'event-bus': 'events:ap-northeast-1:111122223333:event-bus/orders',
  'firehose-stream': 'firehose:ap-northeast-1:111122223333:deliverystream/orders',
  'kinesis-stream': 'kinesis:ap-northeast-1:111122223333:stream/orders',
  'kms-key': 'kms:ap-northeast-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  'lambda-function': 'lambda:ap-northeast-1:111122223333:function:orders',
  'location-tracker': 'geo:ap-northeast-1:111122223333:tracker/orders',
  'log-group': 'logs:ap-northeast-1:111122223333:log-group:orders:*',
  'medialive-channel': 'medialive:ap-northeast-1:111122223333:channel:1234567',
  'mediaconvert-queue': 'mediaconvert:ap-northeast-1:111122223333:queues/orders',
  's3-bucket': 's3:::orders',
  secret: 'secretsmanager:ap-northeast-1:111122223333:secret:orders-AbCdEf',
  'ses-identity': 'ses:ap-northeast-1:111122223333:identity/example.com',
  'sitewise-asset': 'iotsitewise:ap-northeast-1:111122223333:asset/01234567-89ab-cdef-0123-456789abcdef',
  'sns-topic': 'sns:ap-northeast-1:111122223333:orders',
  'sqs-queue': 'sqs:ap-northeast-1:111122223333:orders',
  'ssm-parameter': 'ssm:ap-northeast-1:111122223333:parameter/orders',
  'state-machine': 'states:ap-northeast-1:111122223333:stateMachine:orders',
  'timestream-table': 'timestream:ap-northeast-1:111122223333:database/orders/table/orders',
  'user-pool': 'cognito-idp:ap-northeast-1:111122223333:userpool/ap-northeast-1_Orders',
};

/** Found by what others call a name in a form of its own. */
const names: Readonly<Record<string, string>> = {
  'kms-key': '01234567-89ab-cdef-0123-456789abcdef',
  'ses-identity': 'example.com',
  'sitewise-asset': '01234567-89ab-cdef-0123-456789abcdef',
  'user-pool': 'ap-northeast-1_Orders',
};

/** What a function has with it in any case. */
const ofCaller = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

/** The services that can exist, each used by one function if it may, found in one way. */
function allExisting(by: ExistingReference['by']): Design {
  const types = services.filter((service) => service.fromExisting !== undefined).map(({ type }) => type);
  const text = types
    .map((type) => (mayUse(type) ? `lambda-function Caller -uses-> ${type} "${type}"` : `${type} "${type}"`))
    .join('; ');
  return types.reduce((made, type) => {
    const value = {
      name: names[type] ?? 'orders',
      arn: `arn:aws:${resources[type] ?? 'example:ap-northeast-1:111122223333:orders/orders'}`,
      'ssm-parameter': '/orders/arn',
      export: 'OrdersArn',
    }[by];
    const existing = (node: DesignNode): DesignNode => ({ ...node, origin: 'existing', existing: { by, value } });
    const changed = updateNode(made, idOf(made, type), existing);
    // Some are found by one of them only, and say so.
    const said = problemsOf(resolveSystem(changed)).filter(
      (found) => found.node === idOf(made, type) && isError(found),
    );
    expect(said.filter(({ code }) => code !== 'field-pattern').map(translateProblem), type).toEqual([]);
    return said.length > 0 ? made : changed;
  }, design(text));
}

function mayUse(type: string): boolean {
  const { settings, nodes } = design(`lambda-function Caller; ${type} Called`);
  const [from, to] = entries(nodes).map(([id, node]) => resolveNode(settings, id, node));
  return (
    from !== undefined &&
    to?.service.roles.sdkTarget?.defaultAction !== undefined &&
    directWays(from, to).ways.some(({ kind }) => kind === 'uses')
  );
}

test.each(['name', 'arn', 'ssm-parameter', 'export'] as const)(
  'what exists is looked up by its %s, and is no resource of the stack',
  async (by) => {
    const made = allExisting(by);
    const existing = Object.values(made.nodes).filter(({ origin }) => origin === 'existing');
    expect(existing.length).toBeGreaterThan(15);
    const result = await synthesiser.synthesise(exportDesign(made));
    if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
    const templates = Object.values(result.templates) as { Resources?: Record<string, { Type: string }> }[];
    expect(templates.flatMap((template) => check.errorsOf(template))).toEqual([]);
    const types = new Set(templates.flatMap(({ Resources = {} }) => Object.values(Resources).map(({ Type }) => Type)));
    const looked = existing.flatMap(({ service }) => serviceOf(service)?.cfnType ?? []);
    expect(looked.filter((type) => types.has(type) && !ofCaller.has(type))).toEqual([]);
  },
);
