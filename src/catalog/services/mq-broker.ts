import { field } from '../../model/fields.js';
import { array, call, callStatic, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';
import type { Needed } from '../roles/pipe.js';
import { credentialsFields, readsSecret, secretArn, secretValue } from './credentials.js';
import { limitedName } from './limited-name.js';
import { networkInterfaces, networkOf, subnetsOf, vpcField } from './network.js';
import { removalPolicy, removalPolicyField } from './shared.js';

/** What the brokers of Amazon MQ have in common, whatever their engine. */

const creating =
  'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-creating-configuring-broker.html';

export const mqFields = (engineVersion: string, instanceType: string, versions: readonly string[]) =>
  ({
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      default: instanceType,
      required: true,
      code: true,
      suggestions: ['mq.t3.micro', 'mq.m7g.medium', 'mq.m7g.large', 'mq.m5.large'],
      pattern: {
        test: /^mq\.[a-z0-9]+\.[a-z0-9]+$/,
        hint: { en: 'a type such as mq.m7g.medium', ja: 'mq.m7g.medium のようなタイプ' },
      },
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html',
    }),
    engineVersion: field.text({
      label: { en: 'Engine version', ja: 'エンジンのバージョン' },
      default: engineVersion,
      required: true,
      code: true,
      suggestions: versions,
      pattern: {
        test: /^\d+\.\d+(?:\.\d+)?$/,
        hint: { en: `a version such as ${engineVersion}`, ja: `${engineVersion} のようなバージョン` },
      },
      advanced: true,
      source: creating,
    }),
    ...credentialsFields,
    vpc: vpcField,
    removalPolicy: removalPolicyField,
  }) as const;

/** https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html#events-mq-permissions */
export const readsBroker = (node: NodeView): readonly Needed[] => [
  { actions: ['mq:DescribeBroker'], resources: [{ node: node.id, attribute: 'arn' }] },
  readsSecret(node),
  networkInterfaces,
];

export const basicAuth = (node: NodeView, emitter: Emitter): Expr =>
  object({ type: lit('BASIC_AUTH'), uri: secretArn(node, emitter) });

/** `credentials` of a pipe. */
export const brokerCredentials = (node: NodeView, emitter: Emitter): Readonly<Record<string, Expr>> => ({
  credentials: object({ basicAuth: secretArn(node, emitter) }),
});

interface BrokerProps {
  readonly instanceType: string;
  readonly engineVersion: string;
  readonly vpc: string | undefined;
}

export function brokerConstruct(
  engine: 'ACTIVEMQ' | 'RABBITMQ',
  { id, constructId, emitter, ...node }: NodeView & { readonly constructId: string; readonly emitter: Emitter },
  props: BrokerProps,
): Expr {
  const view: NodeView = { id, ...node };
  const { vpc, group } = networkOf(id, props.vpc, emitter);
  const isActive = engine === 'ACTIVEMQ';
  return create(
    cdk('aws-amazonmq', 'CfnBroker'),
    ref('this'),
    lit(constructId),
    object({
      brokerName: limitedName(constructId, maxNameLength),
      engineType: lit(engine),
      engineVersion: lit(props.engineVersion),
      hostInstanceType: lit(props.instanceType),
      deploymentMode: lit('SINGLE_INSTANCE'),
      publiclyAccessible: lit(false),
      autoMinorVersionUpgrade: lit(true),
      // One instance lives in one subnet.
      subnetIds: array([callStatic('', 'Fn.select', lit(0), subnetsOf(vpc))]),
      securityGroups: array([member(group, 'securityGroupId')]),
      users: array([
        object({
          username: secretValue(view, 'username', emitter),
          password: secretValue(view, 'password', emitter),
          consoleAccess: isActive ? lit(true) : undefined,
        }),
      ]),
      logs: object({ general: lit(true), audit: isActive ? lit(true) : undefined }),
    }),
  );
}

/** https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html */
const maxNameLength = 50;

export const brokerRemoval = (self: Expr, policy: 'retain' | 'destroy') =>
  [{ type: 'do', expression: call(self, 'applyRemovalPolicy', removalPolicy(policy)) }] as const;
