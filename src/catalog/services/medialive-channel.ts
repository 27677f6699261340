import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { afterInArn } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { mayUse, ownBucket, serviceRole } from './slim.js';

const channels = 'https://docs.aws.amazon.com/medialive/latest/ug/what-is.html';
const action = actionsOn('ChannelId', 'id');

const heights = { '720': 1280, '1080': 1920, '540': 960 } as const;

export const medialiveChannel = defineService({
  type: 'medialive-channel',
  cfnType: 'AWS::MediaLive::Channel',
  category: 'ai',
  icon: 'architecture-service/AWSElementalMediaLive',
  label: { en: 'MediaLive channel', ja: 'MediaLive チャネル' },
  defaultLabel: { en: 'Live video', ja: 'ライブ動画' },
  description: {
    en: 'Encodes a live video that is pulled from a URL, as HLS in S3',
    ja: 'URL から取得したライブ動画をエンコードし、S3 に HLS で出力',
  },
  keywords: ['video', 'live', 'hls', 'broadcast', '動画', 'ライブ', '配信'],
  fields: {
    sourceUrl: field.text({
      label: { en: 'Source', ja: 'ソース' },
      default: 'https://example.com/live.m3u8',
      required: true,
      code: true,
      pattern: {
        test: /^https:\/\/[^\s/]+(?:\/\S*)?$/,
        hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/medialive/latest/ug/inputs-supported-formats.html',
    }),
    height: field.choice({
      label: { en: 'Resolution', ja: '解像度' },
      options: {
        '540': { en: '960 × 540', ja: '960 × 540' },
        '720': { en: '1280 × 720', ja: '1280 × 720' },
        '1080': { en: '1920 × 1080', ja: '1920 × 1080' },
      },
      default: '720',
      source: channels,
    }),
    bucket: field.node({
      label: { en: 'Bucket', ja: 'バケット' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のバケットを作成します。' },
      services: ['s3-bucket'],
      source: 'https://docs.aws.amazon.com/medialive/latest/ug/opg-hls-container.html',
    }),
  },
  subtitle: ({ props }) => dotted('MediaLive', `${props.height}p`),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.medialive',
      detailTypes: ['MediaLive Channel State Change', 'MediaLive Channel Alert'],
      own: { path: ['channel_arn'], attribute: 'arn' },
    },
    sdkTarget: {
      service: 'medialive',
      actions: {
        startChannel: action('medialive:StartChannel', [], { writes: true, async: true }),
        stopChannel: action('medialive:StopChannel', [], { writes: true, async: true }),
        describeChannel: action('medialive:DescribeChannel', []),
      },
      defaultAction: 'startChannel',
    },
  },
  refusal: {
    en: 'A channel is started and stopped by schedules, workflows and code; this service cannot do so.',
    ja: 'チャネルの開始と停止は、スケジュール、ワークフロー、コードから行います。このサービスからは操作できません。',
  },
  attributes: (_node, self) => ({
    id: member(member(self, 'channelRef'), 'channelId'),
    arn: callStatic('aws-medialive', 'CfnChannel.arnForChannel', self),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const named = (word: string, value: Expr): Expr => {
      const name = emitter.variable(id, word);
      emitter.before({ type: 'const', name, value });
      return ref(name);
    };
    const role = named('role', serviceRole(emitter, id, 'medialive.amazonaws.com'));
    const bucket =
      props.bucket === undefined ? named('bucket', ownBucket(emitter, id)) : emitter.construct(nodeId(props.bucket));
    emitter.before(mayUse(role, bucket, ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket']));
    return create(
      cdk('aws-medialive', 'CfnChannel'),
      ref('this'),
      lit(constructId),
      object({
        name: template(member(ref('this'), 'stackName'), `-${constructId}`),
        channelClass: lit('SINGLE_PIPELINE'),
        roleArn: member(role, 'roleArn'),
        inputAttachments: array([
          object({
            inputAttachmentName: lit('source'),
            inputId: member(
              create(
                cdk('aws-medialive', 'CfnInput'),
                ref('this'),
                lit(emitter.constructId(id, 'input')),
                object({
                  name: template(member(ref('this'), 'stackName'), `-${constructId}`),
                  type: lit('URL_PULL'),
                  sources: array([object({ url: lit(props.sourceUrl) })]),
                }),
              ),
              'ref',
            ),
          }),
        ]),
        inputSpecification: object({
          codec: lit('AVC'),
          resolution: lit(props.height === '1080' ? 'HD' : 'SD'),
          maximumBitrate: lit('MAX_10_MBPS'),
        }),
        destinations: array([
          object({
            id: lit('archive'),
            settings: array([object({ url: template('s3ssl://', member(bucket, 'bucketName'), '/live/index') })]),
          }),
        ]),
        encoderSettings: encoding(Number(props.height), heights[props.height]),
      }),
    );
  },
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-medialive',
      'CfnChannel.fromChannelId',
      ref('this'),
      lit(constructId),
      by === 'arn' ? afterInArn(value, ':channel:') : value,
    ),
  source: channels,
});

/** One rendition with sound, in segments of HLS. */
const encoding = (height: number, width: number): Expr =>
  object({
    timecodeConfig: object({ source: lit('SYSTEMCLOCK') }),
    videoDescriptions: array([
      object({
        name: lit('video'),
        height: lit(height),
        width: lit(width),
        codecSettings: object({ h264Settings: object({ rateControlMode: lit('QVBR'), maxBitrate: lit(5_000_000) }) }),
      }),
    ]),
    audioDescriptions: array([
      object({
        name: lit('audio'),
        audioSelectorName: lit('default'),
        codecSettings: object({ aacSettings: object({ bitrate: lit(192_000) }) }),
      }),
    ]),
    outputGroups: array([
      object({
        name: lit('hls'),
        outputGroupSettings: object({
          hlsGroupSettings: object({ destination: object({ destinationRefId: lit('archive') }) }),
        }),
        outputs: array([
          object({
            outputName: lit('rendition'),
            videoDescriptionName: lit('video'),
            audioDescriptionNames: array([lit('audio')]),
            outputSettings: object({
              hlsOutputSettings: object({
                nameModifier: lit('_1'),
                hlsSettings: object({ standardHlsSettings: object({ m3U8Settings: object({}) }) }),
              }),
            }),
          }),
        ]),
      }),
    ]),
  });
