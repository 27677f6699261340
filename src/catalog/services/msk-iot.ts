import { nodeId } from '../../model/design.js';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  template,
  type Expr,
} from '../../ts-ast/ast.js';
import type { IotActionProps } from '../connections/iot-action-parameters.js';
import type { ConnectedEnd, Emitter, NodeView, Permission } from '../define.js';
import type { IotActionRole } from '../roles/iot.js';
import { subnetsOf } from './network.js';

/**
 * Rules of AWS IoT sign in to Kafka by SASL/SCRAM, since they do not by IAM, from interfaces in the network of the brokers:
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export const kafkaAction: IotActionRole = {
  action: 'kafka',
  unready: ({ props }) =>
    props['capacity'] === 'SERVERLESS'
      ? {
          en: 'IoT rules cannot sign in to MSK Serverless, which knows IAM only.',
          ja: 'MSK Serverless の認証は IAM だけのため、IoT ルールからは接続できません。',
        }
      : props['vpc'] === undefined
        ? {
            en: 'Name the VPC of the cluster first: the rule reaches the brokers through it.',
            ja: 'ルールは VPC を経由してブローカーに接続します。先にクラスターの VPC を指定してください。',
          }
        : undefined,
  permissions: (_node, props) => [networkInterfaces, readsSecret(props as IotActionProps)],
  own: ({ id, props }, emitter, given, roleArn) => {
    const { brokers, secretArn } = given as IotActionProps;
    const vpc = emitter.construct(nodeId(typeof props['vpc'] === 'string' ? props['vpc'] : ''));
    const group = emitter.variable(id, 'rule', 'group');
    emitter.before({
      type: 'const',
      name: group,
      value: create(
        cdk('aws-ec2', 'SecurityGroup'),
        ref('this'),
        lit(emitter.constructId(id, 'rule', 'group')),
        object({ vpc }),
      ),
    });
    const secret = (key: string): Expr =>
      template(`\${get_secret('${secretArn}', 'SecretString', '${key}', '`, roleArn(), "')}");
    return {
      destinationArn: member(
        create(
          cdk('aws-iot', 'CfnTopicRuleDestination'),
          ref('this'),
          lit(emitter.constructId(id, 'destination')),
          object({
            vpcProperties: object({
              vpcId: member(vpc, 'vpcId'),
              subnetIds: subnetsOf(vpc),
              securityGroups: array([member(ref(group), 'securityGroupId')]),
              roleArn: roleArn(),
            }),
          }),
        ),
        'attrArn',
      ),
      clientProperties: object({
        'bootstrap.servers': lit(brokers),
        'security.protocol': lit('SASL_SSL'),
        'sasl.mechanism': lit('SCRAM-SHA-512'),
        'sasl.scram.username': secret('username'),
        'sasl.scram.password': secret('password'),
        'key.serializer': lit('org.apache.kafka.common.serialization.StringSerializer'),
        'value.serializer': lit('org.apache.kafka.common.serialization.ByteBufferSerializer'),
        acks: lit('1'),
      }),
    };
  },
};

type Needed = Omit<Permission, 'grantee'>;

const networkInterfaces: Needed = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:CreateNetworkInterfacePermission',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeVpcs',
  ],
  resources: [],
  anyResource: {
    en: 'Network interfaces have no name before they are made',
    ja: 'ネットワークインターフェイスの名前は作成前には決まらない',
  },
};

const readsSecret = ({ secretArn }: IotActionProps): Needed => ({
  actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
  resources: [],
  arns: [secretArn],
});

const secretsOf = (incoming: readonly ConnectedEnd[]): readonly string[] =>
  incoming.flatMap(({ connection }) => {
    const secret = connection.kind === 'iot-action' ? connection.props['secretArn'] : undefined;
    return typeof secret === 'string' ? [secret] : [];
  });

/** How clients sign in to a cluster: by IAM, and by SASL/SCRAM where a rule of AWS IoT writes to it. */
export function signIn(incoming: readonly ConnectedEnd[], vpc: Expr, group: Expr, emitter: Emitter): Expr {
  const on = object({ enabled: lit(true) });
  if (secretsOf(incoming).length === 0) return object({ iam: on });
  emitter.before({
    type: 'do',
    expression: call(
      group,
      'addIngressRule',
      callStatic('aws-ec2', 'Peer.ipv4', member(vpc, 'vpcCidrBlock')),
      callStatic('aws-ec2', 'Port.tcp', lit(9096)),
      lit(emitter.text({ en: 'IoT rules by SASL/SCRAM', ja: 'IoT ルール (SASL/SCRAM)' })),
    ),
  });
  return object({ iam: on, scram: on });
}

/** The secrets that rules sign in with, known to the cluster. */
export const signInSecrets = ({ id }: NodeView, incoming: readonly ConnectedEnd[], self: Expr, emitter: Emitter) =>
  secretsOf(incoming).length === 0
    ? []
    : [
        {
          type: 'do' as const,
          expression: create(
            cdk('aws-msk', 'CfnBatchScramSecret'),
            ref('this'),
            lit(emitter.constructId(id, 'secrets')),
            object({
              clusterArn: member(self, 'attrArn'),
              secretArnList: array([...new Set(secretsOf(incoming))].map(lit)),
            }),
          ),
        },
      ];
