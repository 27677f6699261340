import { field } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineService, type ConnectedEnd, type NodeView } from '../define.js';
import type { Needed } from '../roles/pipe.js';
import { arnOrExisting, existingByArn, existingByArnProblems } from './existing-arn.js';
import { limitedName } from './limited-name.js';
import { kafkaAction, signIn, signInSecrets } from './msk-iot.js';
import { networkIn, networkInterfaces, networkOf, ownZones, subnetsOf, vpcField, wayOutProblems } from './network.js';
import { dotted, logRetention, logRetentionField, removalPolicy, removalPolicyField } from './shared.js';

const provisioned = 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html';
const serverless = 'https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html';

/** https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html */
const maxNameLength = 64;

/** What a client that signs by IAM needs: https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html */
export function readsTopic({ id }: NodeView, topic: unknown, group: unknown): readonly Needed[] {
  const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '*');
  return [
    {
      actions: [
        'kafka-cluster:Connect',
        'kafka-cluster:DescribeClusterDynamicConfiguration',
        'kafka:DescribeCluster',
        'kafka:DescribeClusterV2',
        'kafka:GetBootstrapBrokers',
      ],
      resources: [{ node: id, attribute: 'arn' }],
    },
    {
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
      resources: [{ node: id, attribute: 'topicArn', suffix: `/${text(topic)}` }],
    },
    {
      actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
      resources: [{ node: id, attribute: 'groupArn', suffix: `/${text(group)}` }],
    },
  ];
}

export const mskCluster = defineService({
  type: 'msk-cluster',
  cfnType: 'AWS::MSK::Cluster',
  category: 'integration',
  icon: 'architecture-service/AmazonManagedStreamingforApacheKafka',
  label: { en: 'Amazon MSK cluster', ja: 'Amazon MSK クラスター' },
  defaultLabel: { en: 'Kafka', ja: 'Kafka' },
  description: {
    en: 'Apache Kafka run by AWS; clients sign in by IAM',
    ja: 'AWS が運用する Apache Kafka。クライアントは IAM で認証',
  },
  keywords: ['kafka', 'msk', 'stream', 'topic', 'broker', 'カフカ', 'ストリーム', 'トピック', 'ブローカー'],
  fields: {
    capacity: field.choice({
      label: { en: 'Cluster type', ja: 'クラスタータイプ' },
      options: {
        PROVISIONED: { en: 'Provisioned', ja: 'プロビジョンド' },
        SERVERLESS: { en: 'Serverless', ja: 'サーバーレス' },
      },
      default: 'PROVISIONED',
      source: serverless,
    }),
    kafkaVersion: field.text({
      label: { en: 'Kafka version', ja: 'Kafka のバージョン' },
      default: '3.8.x',
      required: true,
      code: true,
      suggestions: ['3.9.x', '3.8.x', '3.7.x'],
      pattern: {
        test: /^\d+\.\d+\.(?:\d+|x)(?:\.kraft)?$/,
        hint: { en: 'a version such as 3.8.x', ja: '3.8.x のようなバージョン' },
      },
      when: { field: 'capacity', is: ['PROVISIONED'] },
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html',
    }),
    instanceType: field.text({
      label: { en: 'Broker type', ja: 'ブローカーのタイプ' },
      default: 'kafka.t3.small',
      required: true,
      code: true,
      suggestions: ['kafka.t3.small', 'kafka.m7g.large', 'kafka.m7g.xlarge', 'express.m7g.large'],
      pattern: {
        test: /^(?:kafka|express)\.[a-z0-9]+\.[a-z0-9]+$/,
        hint: { en: 'a type such as kafka.m7g.large', ja: 'kafka.m7g.large のようなタイプ' },
      },
      when: { field: 'capacity', is: ['PROVISIONED'] },
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html',
    }),
    brokers: field.number({
      label: { en: 'Brokers', ja: 'ブローカー数' },
      help: { en: 'As many in each zone.', ja: '各アベイラビリティーゾーンに同じ数を配置します。' },
      min: 2,
      max: 90,
      default: ownZones,
      unit: 'count',
      when: { field: 'capacity', is: ['PROVISIONED'] },
      source: provisioned,
    }),
    storage: field.number({
      label: { en: 'Storage of each broker (GiB)', ja: 'ブローカーごとのストレージ (GiB)' },
      min: 1,
      max: 16_384,
      default: 100,
      unit: 'count',
      when: { field: 'capacity', is: ['PROVISIONED'] },
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-storage-management.html',
    }),
    vpc: vpcField,
    logRetention: { ...logRetentionField, when: { field: 'capacity', is: ['PROVISIONED'] } },
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      'MSK',
      props.capacity === 'SERVERLESS'
        ? { en: 'serverless', ja: 'サーバーレス' }
        : `${String(props.brokers)} × ${props.instanceType.replace('kafka.', '')}`,
    ),
  stateful: true,
  roles: {
    eventSource: {
      kind: 'kafka',
      mapping: ({ id }, emitter) => ({ eventSourceArn: emitter.attribute(id, 'arn') }),
      permissions: (node, { topic, consumerGroup }) => [...readsTopic(node, topic, consumerGroup), networkInterfaces],
      handlerType: 'MSKHandler',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
    pipeSource: {
      parameters: 'ManagedStreamingKafkaParameters',
      iam: ['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
      attribute: 'arn',
      permissions: (node, { topic, consumerGroup }) => [...readsTopic(node, topic, consumerGroup), networkInterfaces],
    },
    iotAction: kafkaAction,
    deliverySource: {
      by: 'msk',
      permissions: (node, { topic }) => readsTopic(node, topic, undefined),
    },
  },
  refusal: {
    en: 'A topic is written to by Kafka clients and IoT rules; this service cannot write to it.',
    ja: 'トピックには Kafka クライアントと IoT ルールで書き込みます。このサービスからは書き込めません。',
  },
  attributes: (node, self) => {
    const arn = arnOrExisting(node, self, member(self, 'attrArn'));
    return { arn, topicArn: arnBeside('topic', arn), groupArn: arnBeside('group', arn) };
  },
  construct: ({ id, constructId, props, emitter, incoming }): Expr => {
    const { vpc, group } = networkOf(id, props.vpc, emitter);
    const clusterName = limitedName(constructId, maxNameLength);
    const securityGroups = array([member(group, 'securityGroupId')]);
    const byIam = object({ iam: object({ enabled: lit(true) }) });
    return props.capacity === 'SERVERLESS'
      ? create(
          cdk('aws-msk', 'CfnServerlessCluster'),
          ref('this'),
          lit(constructId),
          object({
            clusterName,
            vpcConfigs: array([object({ subnetIds: subnetsOf(vpc), securityGroups })]),
            clientAuthentication: object({ sasl: byIam }),
          }),
        )
      : create(
          cdk('aws-msk', 'CfnCluster'),
          ref('this'),
          lit(constructId),
          object({
            clusterName,
            kafkaVersion: lit(props.kafkaVersion),
            numberOfBrokerNodes: lit(props.brokers),
            brokerNodeGroupInfo: object({
              instanceType: lit(props.instanceType),
              clientSubnets: subnetsOf(vpc),
              securityGroups,
              // Express brokers have storage of their own.
              storageInfo: props.instanceType.startsWith('express.')
                ? undefined
                : object({ ebsStorageInfo: object({ volumeSize: lit(props.storage) }) }),
            }),
            clientAuthentication: object({ sasl: signIn(incoming, vpc, group, emitter) }),
            encryptionInfo: object({
              encryptionInTransit: object({ clientBroker: lit('TLS'), inCluster: lit(true) }),
            }),
            loggingInfo: object({
              brokerLogs: object({
                cloudWatchLogs: object({
                  enabled: lit(true),
                  logGroup: member(
                    create(
                      cdk('aws-logs', 'LogGroup'),
                      ref('this'),
                      lit(emitter.constructId(id, 'logs')),
                      object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
                    ),
                    'logGroupName',
                  ),
                }),
              }),
            }),
          }),
        );
  },
  further: (input, self) => [
    { type: 'do', expression: call(self, 'applyRemovalPolicy', removalPolicy(input.props.removalPolicy)) },
    ...signInSecrets(input, input.incoming, self, input.emitter),
  ],
  fromExisting: existingByArn,
  problems: existingByArnProblems,
  problemsInPlace: ({ props }, _incoming, outgoing) => [
    ...(props.capacity === 'PROVISIONED' ? zoneProblems(props.brokers, outgoing) : []),
    ...wayOutProblems(outgoing),
  ],
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
});

/** `…:cluster/name/uuid` -> `…:topic/name/uuid`; the topic follows. */
const arnBeside = (resource: 'topic' | 'group', arn: Expr): Expr =>
  callStatic('', 'Fn.join', lit(`:${resource}/`), callStatic('', 'Fn.split', lit(':cluster/'), arn));

/** https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html: a multiple of the zones. */
function zoneProblems(brokers: number, outgoing: readonly ConnectedEnd[]): readonly Problem[] {
  const drawn = networkIn(outgoing)?.other.props['zones'];
  const zones = typeof drawn === 'number' ? drawn : ownZones;
  return brokers % zones === 0
    ? []
    : [
        problem('field-pattern', {
          field: { en: 'Brokers', ja: 'ブローカー数' },
          hint: {
            en: `a multiple of the ${String(zones)} zones of the network`,
            ja: `ネットワークのゾーン数 (${String(zones)}) の倍数を指定してください。`,
          },
        }),
      ];
}
