import { field } from '../../model/fields.js';
import { call, lit, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

/** The topic in an ARN: what a message fills in may be anything. */
const arnOf = (topic: string): Expr =>
  call(
    ref('this'),
    'formatArn',
    object({ service: lit('iot'), resource: lit('topic'), resourceName: lit(topic.replace(/\$\{[^}]*\}/g, '*')) }),
  );

export const iotTopic = defineService({
  type: 'iot-topic',
  category: 'integration',
  icon: 'resource/AWSIoTTopic',
  label: { en: 'IoT topic', ja: 'IoT トピック' },
  defaultLabel: { en: 'Device topic', ja: 'デバイストピック' },
  description: { en: 'An MQTT topic that devices subscribe to', ja: 'デバイスがサブスクライブする MQTT トピック' },
  keywords: ['iot core', 'mqtt', 'device', 'publish', 'republish', 'デバイス', 'トピック', '発行'],
  fields: {
    topic: field.text({
      label: { en: 'Topic', ja: 'トピック' },
      help: { en: 'A rule can fill in ${…}.', ja: 'ルールでは ${…} を使用できます。' },
      default: 'devices/commands',
      required: true,
      code: true,
      pattern: {
        test: /^[^+#\s][^+#]{0,255}$/,
        hint: { en: 'a topic without + and #', ja: '+ と # を含まないトピックを指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/iot/latest/developerguide/topics.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.topic),
  stateful: false,
  roles: {
    iotAction: {
      action: 'republish',
      permissions: ({ id }) => [{ actions: ['iot:Publish'], resources: [{ node: id, attribute: 'arn' }] }],
      own: ({ props }) => ({ topic: lit(typeof props['topic'] === 'string' ? props['topic'] : '') }),
    },
    sdkTarget: {
      service: 'iotdataplane',
      actions: { publish: actionsOn('Topic', 'name')('iot:Publish', [], { writes: true, async: true }) },
      defaultAction: 'publish',
    },
  },
  refusal: {
    en: 'An IoT topic gets messages of rules, workflows and code; this service cannot publish to it.',
    ja: 'IoT トピックには、ルール、ワークフロー、コードから発行します。このサービスからは発行できません。',
  },
  attributes: ({ props }) => ({ arn: arnOf(props.topic), name: lit(props.topic) }),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/iot/latest/developerguide/topics.html',
});
