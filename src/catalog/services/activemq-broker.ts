import { array, member } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { credentialsProblems } from './credentials.js';
import { arnOrExisting, existingByArn, existingByArnProblems } from './existing-arn.js';
import { basicAuth, brokerConstruct, brokerCredentials, brokerRemoval, mqFields, readsBroker } from './mq-broker.js';
import { wayOutProblems } from './network.js';
import { dotted } from './shared.js';

export const activemqBroker = defineService({
  type: 'activemq-broker',
  cfnType: 'AWS::AmazonMQ::Broker',
  category: 'integration',
  icon: 'architecture-service/AmazonMQ',
  label: { en: 'Amazon MQ broker (ActiveMQ)', ja: 'Amazon MQ ブローカー (ActiveMQ)' },
  defaultLabel: { en: 'Broker', ja: 'ブローカー' },
  description: {
    en: 'ActiveMQ run by AWS, for programs that speak its protocols',
    ja: 'AWS が運用する ActiveMQ。対応プロトコルを使うプログラム向け',
  },
  keywords: ['mq', 'activemq', 'jms', 'message', 'broker', 'queue', 'メッセージ', 'ブローカー', 'キュー'],
  fields: mqFields('5.18', 'mq.t3.micro', ['5.18', '5.17']),
  subtitle: ({ props }) => dotted('ActiveMQ', props.instanceType),
  stateful: true,
  roles: {
    eventSource: {
      kind: 'activemq',
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
      parameters: 'ActiveMQBrokerParameters',
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
  construct: (input) => brokerConstruct('ACTIVEMQ', input, input.props),
  further: ({ props }, self) => brokerRemoval(self, props.removalPolicy),
  fromExisting: existingByArn,
  problems: existingByArnProblems,
  problemsInPlace: (_node, _incoming, outgoing) => [...credentialsProblems(outgoing), ...wayOutProblems(outgoing)],
  source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/working-with-activemq.html',
});
