import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { arnOrExisting, existingByArn, existingByArnProblems } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const reference = 'https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html';
const on = actionsOn('ChannelArn', 'arn');

export const ivsChannel = defineService({
  type: 'ivs-channel',
  cfnType: 'AWS::IVS::Channel',
  category: 'api',
  icon: 'architecture-service/AmazonInteractiveVideoService',
  label: { en: 'IVS channel', ja: 'IVS チャンネル' },
  defaultLabel: { en: 'Channel', ja: 'チャンネル' },
  description: { en: 'Takes a live video stream and plays it to viewers', ja: 'ライブ動画を受け取り、視聴者に配信' },
  keywords: ['live', 'video', 'stream', 'interactive video service', 'ライブ配信', '動画', 'ストリーミング'],
  fields: {
    channelType: field.choice({
      label: { en: 'Channel type', ja: 'チャンネルタイプ' },
      options: {
        STANDARD: { en: 'Standard', ja: '標準' },
        BASIC: { en: 'Basic', ja: 'ベーシック' },
        ADVANCED_SD: { en: 'Advanced SD', ja: 'アドバンスト SD' },
        ADVANCED_HD: { en: 'Advanced HD', ja: 'アドバンスト HD' },
      },
      default: 'STANDARD',
      source: reference,
    }),
    latencyMode: field.choice({
      label: { en: 'Latency', ja: 'レイテンシー' },
      options: { LOW: { en: 'Low', ja: '低' }, NORMAL: { en: 'Normal', ja: '通常' } },
      default: 'LOW',
      source: reference,
    }),
    authorized: field.boolean({
      label: { en: 'Private playback', ja: 'プライベート再生' },
      help: { en: 'Viewers need a signed token.', ja: '視聴には署名付きトークンが必要です。' },
      default: false,
      source: 'https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels.html',
    }),
  },
  subtitle: ({ props }) => dotted('IVS', props.channelType),
  stateful: false,
  roles: {
    entryPoint: {},
    eventPublisher: { source: 'aws.ivs', detailTypes: ['IVS Stream State Change', 'IVS Recording State Change'] },
    sdkTarget: {
      service: 'ivs',
      actions: {
        getChannel: {
          iam: ['ivs:GetChannel'],
          required: ['Arn'],
          resource: { parameter: 'Arn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          writes: false,
        },
        getStream: on('ivs:GetStream', []),
        putMetadata: on('ivs:PutMetadata', ['Metadata'], { writes: true }),
        stopStream: on('ivs:StopStream', [], { writes: true }),
      },
      defaultAction: 'putMetadata',
    },
  },
  refusal: {
    en: 'A channel is called by a state machine or by code; this service cannot call it.',
    ja: 'チャンネルはステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (node, self) => ({
    arn: arnOrExisting(node, self, member(self, 'attrArn')),
    ...(node.node.origin === 'existing' ? {} : { url: member(self, 'attrPlaybackUrl') }),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ivs', 'CfnChannel'),
      ref('this'),
      lit(constructId),
      object({
        type: lit(props.channelType),
        latencyMode: lit(props.latencyMode),
        authorized: props.authorized ? lit(true) : undefined,
      }),
    ),
  fromExisting: existingByArn,
  problems: existingByArnProblems,
  source: 'https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/what-is.html',
});
