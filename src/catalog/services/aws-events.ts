import { field } from '../../model/fields.js';
import { callStatic, lit, member, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const awsEvents = defineService({
  type: 'aws-events',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeDefaultEventBus',
  label: { en: 'Events of AWS services', ja: 'AWS サービスのイベント' },
  defaultLabel: { en: 'AWS events', ja: 'AWS イベント' },
  description: {
    en: 'What AWS services tell on the default event bus',
    ja: 'AWS サービスがデフォルトのイベントバスに送るイベント',
  },
  keywords: ['event', 'default bus', 'service event', 'state change', 'イベント', '状態変化', 'デフォルト'],
  fields: {
    publisher: field.text({
      label: { en: 'Source', ja: 'source' },
      help: {
        en: 'Whose events they are; new rules begin with it.',
        ja: 'イベントの発行元です。新しいルールのパターンに使用されます。',
      },
      default: 'aws.s3',
      required: true,
      code: true,
      pattern: {
        test: /^aws\.[a-z0-9.-]+$/,
        hint: { en: 'such as aws.s3', ja: 'aws.s3 のような形式' },
      },
      suggestions: [
        'aws.s3',
        'aws.states',
        'aws.transcribe',
        'aws.mediaconvert',
        'aws.ivs',
        'aws.bedrock',
        'aws.ecs',
        'aws.batch',
        'aws.glue',
        'aws.codebuild',
        'aws.codepipeline',
        'aws.sagemaker',
        'aws.guardduty',
        'aws.cloudwatch',
        'aws.ecr',
        'aws.transfer',
        'aws.medialive',
        'aws.rds',
        'aws.ec2',
      ],
      source: 'https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.publisher),
  stateful: false,
  roles: {
    eventBus: { sourceProp: 'publisher' },
    serviceEvents: { sourceProp: 'publisher' },
    sendingEventTarget: { by: 'eventBus' },
  },
  refusal: {
    en: 'These events come from AWS services; nothing of yours can be put among them, except for mail events of SES.',
    ja: 'これらのイベントは AWS サービスが発行します。SES のメールイベントを除き、独自のイベントは発行できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'eventBusArn'), name: member(self, 'eventBusName') }),
  // A custom event bus reads the events of a service without the default bus.
  construct: ({ constructId, incoming, outgoing }) =>
    incoming.length === 0 && outgoing.length > 0 && outgoing.every(({ connection }) => connection.kind === 'bus-source')
      ? undefined
      : callStatic('aws-events', 'EventBus.fromEventBusName', ref('this'), lit(constructId), lit('default')),
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html',
});
