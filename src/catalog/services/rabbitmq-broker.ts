import { array, member } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { credentialsProblems } from './credentials.js';
import { arnOrExisting, existingByArn, existingByArnProblems } from './existing-arn.js';
import { basicAuth, brokerConstruct, brokerCredentials, brokerRemoval, mqFields, readsBroker } from './mq-broker.js';
import { wayOutProblems } from './network.js';
import { dotted } from './shared.js';

export const rabbitmqBroker = defineService({
  type: 'rabbitmq-broker',
  cfnType: 'AWS::AmazonMQ::Broker',
  category: 'integration',
  icon: 'resource/AmazonMQBroker',
  label: { en: 'Amazon MQ broker (RabbitMQ)', ja: 'Amazon MQ ブローカー (RabbitMQ)' },
  defaultLabel: { en: 'Broker', ja: 'ブローカー' },
  description: {
    en: 'RabbitMQ run by AWS, for programs that speak its protocols',
    ja: 'AWS が運用する RabbitMQ。対応プロトコルを使うプログラム向け',
  },
  keywords: ['mq', 'rabbitmq', 'amqp', 'message', 'broker', 'queue', 'メッセージ', 'ブローカー', 'キュー'],
  fields: mqFields('3.13', 'mq.m7g.medium', ['4.2', '3.13']),
  subtitle: ({ props }) => dotted('RabbitMQ', props.instanceType),
  stateful: true,
  roles: {
    eventSource: {
      kind: 'rabbitmq',
      mapping: (node, emitter) => ({
        eventSourceArn: emitter.attribute(node.id, 'arn'),
        sourceAccessConfigurations: array([basicAuth(node, emitter)]),
      }),
      permissions: readsBroker,
      handlerType: 'Handler<unknown, void>',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
    pipeSource: {
      parameters: 'RabbitMQBrokerParameters',
      iam: ['mq:DescribeBroker'],
      attribute: 'arn',
      permissions: readsBroker,
      own: brokerCredentials,
    },
  },
  refusal: {
    en: 'A broker is written to by its own clients; this service cannot write to it.',
    ja: 'ブローカーには専用のクライアントで書き込みます。このサービスからは書き込めません。',
  },
  attributes: (node, self) => ({ arn: arnOrExisting(node, self, member(self, 'attrArn')) }),
  construct: (input) => brokerConstruct('RABBITMQ', input, input.props),
  further: ({ props }, self) => brokerRemoval(self, props.removalPolicy),
  fromExisting: existingByArn,
  problems: existingByArnProblems,
  problemsInPlace: (_node, _incoming, outgoing) => [...credentialsProblems(outgoing), ...wayOutProblems(outgoing)],
  source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/working-with-rabbitmq.html',
});
