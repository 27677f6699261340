import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService, type Emitter, type NodeView } from '../define.js';
import type { Needed } from '../roles/pipe.js';
import { credentialsFields, credentialsProblems, readsSecret, secretArn } from './credentials.js';
import { networkInterfaces, subnetsOf, wayOutProblems } from './network.js';
import { dotted } from './shared.js';

const kafka = 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html';
const signIn = 'https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html';

/** What pipes call the ways to sign in; Lambda says it in capitals. */
const credentialsOf = {
  BASIC_AUTH: 'basicAuth',
  SASL_SCRAM_256_AUTH: 'saslScram256Auth',
  SASL_SCRAM_512_AUTH: 'saslScram512Auth',
  CLIENT_CERTIFICATE_TLS_AUTH: 'clientCertificateTlsAuth',
} as const;

const authenticationOf = ({ props }: NodeView): keyof typeof credentialsOf => {
  const { authentication } = props;
  return typeof authentication === 'string' && Object.hasOwn(credentialsOf, authentication)
    ? (authentication as keyof typeof credentialsOf)
    : 'SASL_SCRAM_512_AUTH';
};

const servers = ({ props }: NodeView): readonly string[] =>
  Array.isArray(props['servers']) ? props['servers'].filter((server) => typeof server === 'string') : [];

const network = ({ props }: NodeView): string | undefined =>
  typeof props['vpc'] === 'string' ? props['vpc'] : undefined;

/** Subnets and a group of the reader, where the cluster is reached through a network. */
function readerIn(node: NodeView, emitter: Emitter): { readonly subnets: Expr; readonly group: Expr } | undefined {
  const vpc = network(node);
  if (vpc === undefined) return undefined;
  const name = emitter.variable(node.id, 'reader', 'group');
  emitter.before({
    type: 'const',
    name,
    value: create(
      cdk('aws-ec2', 'SecurityGroup'),
      ref('this'),
      lit(emitter.constructId(node.id, 'reader', 'group')),
      object({ vpc: emitter.construct(nodeId(vpc)) }),
    ),
  });
  return { subnets: subnetsOf(emitter.construct(nodeId(vpc))), group: member(ref(name), 'securityGroupId') };
}

const permissions = (node: NodeView): readonly Needed[] => [
  readsSecret(node),
  ...(network(node) === undefined ? [] : [networkInterfaces]),
];

export const kafkaCluster = defineService({
  type: 'kafka-cluster',
  category: 'integration',
  icon: 'architecture-service/AmazonManagedStreamingforApacheKafka',
  label: { en: 'Self-managed Kafka', ja: 'セルフマネージド Kafka' },
  defaultLabel: { en: 'Kafka', ja: 'Kafka' },
  description: {
    en: 'Apache Kafka that runs elsewhere, such as Confluent Cloud',
    ja: 'Confluent Cloud など、ほかで運用されている Apache Kafka',
  },
  keywords: ['kafka', 'confluent', 'redpanda', 'stream', 'topic', 'カフカ', 'ストリーム', 'トピック', '外部'],
  fields: {
    servers: field.list({
      label: { en: 'Bootstrap servers', ja: 'ブートストラップサーバー' },
      help: { en: 'Host and port, ten at most.', ja: 'ホストとポートです。最大 10 個まで指定できます。' },
      default: ['broker-1.example.com:9092'],
      required: true,
      source: kafka,
    }),
    authentication: field.choice({
      label: { en: 'Authentication', ja: '認証' },
      options: {
        SASL_SCRAM_512_AUTH: { en: 'SASL/SCRAM-SHA-512', ja: 'SASL/SCRAM-SHA-512' },
        SASL_SCRAM_256_AUTH: { en: 'SASL/SCRAM-SHA-256', ja: 'SASL/SCRAM-SHA-256' },
        BASIC_AUTH: { en: 'SASL/PLAIN', ja: 'SASL/PLAIN' },
        CLIENT_CERTIFICATE_TLS_AUTH: { en: 'Client certificate (mTLS)', ja: 'クライアント証明書 (mTLS)' },
      },
      default: 'SASL_SCRAM_512_AUTH',
      source: signIn,
    }),
    ...credentialsFields,
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: {
        en: 'Where its readers run. Empty: the brokers are reached over the internet.',
        ja: '読み取り側を配置する VPC です。空欄の場合、インターネット経由で接続します。',
      },
      services: ['vpc'],
      advanced: true,
      source: kafka,
    }),
  },
  subtitle: ({ props }) => dotted('Kafka', props.servers[0]?.replace(/:\d+$/, '') ?? ''),
  stateful: false,
  roles: {
    eventSource: {
      kind: 'kafka',
      mapping: (node, emitter) => {
        const reader = readerIn(node, emitter);
        const access = (type: string, uri: Expr): Expr =>
          object({ type: sym('aws-lambda', `SourceAccessConfigurationType.${type}`), uri });
        return {
          kafkaBootstrapServers: array(servers(node).map(lit)),
          sourceAccessConfigurations: array([
            access(authenticationOf(node), secretArn(node, emitter)),
            ...(reader === undefined
              ? []
              : [
                  // Two zones are enough for a reader, and every network has them.
                  ...[0, 1].map((index) =>
                    access('VPC_SUBNET', callStatic('', 'Fn.select', lit(index), reader.subnets)),
                  ),
                  access('VPC_SECURITY_GROUP', reader.group),
                ]),
          ]),
        };
      },
      permissions,
      handlerType: 'SelfManagedKafkaHandler',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
    pipeSource: {
      parameters: 'SelfManagedKafkaParameters',
      iam: [],
      attribute: 'source',
      permissions,
      own: (node, emitter) => {
        const [, ...others] = servers(node);
        const reader = readerIn(node, emitter);
        return {
          additionalBootstrapServers: others.length === 0 ? undefined : array(others.map(lit)),
          credentials: object({ [credentialsOf[authenticationOf(node)]]: secretArn(node, emitter) }),
          vpc:
            reader === undefined
              ? undefined
              : object({ subnets: reader.subnets, securityGroup: array([reader.group]) }),
        };
      },
    },
  },
  refusal: {
    en: 'A topic is written to by Kafka clients and IoT rules; this service cannot write to it.',
    ja: 'トピックには Kafka クライアントと IoT ルールで書き込みます。このサービスからは書き込めません。',
  },
  // https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_CreatePipe.html: smk://server:port
  attributes: (node) => ({ source: lit(`smk://${servers(node)[0] ?? ''}`) }),
  construct: () => undefined,
  problems: (node) =>
    servers(node).length <= maxServers && servers(node).every((server) => serverPattern.test(server))
      ? []
      : [
          problem('field-pattern', {
            field: { en: 'Bootstrap servers', ja: 'ブートストラップサーバー' },
            hint: {
              en: 'one to ten of the form host:port',
              ja: 'host:port の形式で、1～10 個を指定してください。',
            },
          }),
        ],
  problemsInPlace: ({ props }, _incoming, outgoing) => [
    ...(props.authentication === 'CLIENT_CERTIFICATE_TLS_AUTH' ? [] : credentialsProblems(outgoing)),
    ...wayOutProblems(outgoing),
  ],
  source: kafka,
});

/** https://docs.aws.amazon.com/lambda/latest/api/API_SelfManagedEventSource.html */
const maxServers = 10;
const serverPattern = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}:\d{1,5}$/;
