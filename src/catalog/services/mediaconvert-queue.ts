import { sameInEveryLanguage } from '../../model/localized.js';
import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { partOfArn } from './existing-arn.js';

export const mediaconvertQueue = defineService({
  type: 'mediaconvert-queue',
  cfnType: 'AWS::MediaConvert::Queue',
  category: 'ai',
  icon: 'architecture-service/AWSElementalMediaConvert',
  label: { en: 'MediaConvert queue', ja: 'MediaConvert キュー' },
  defaultLabel: { en: 'Conversions', ja: '動画変換' },
  description: { en: 'Converts video files from S3 to S3', ja: 'S3 の動画ファイルを別の形式に変換' },
  keywords: ['video', 'transcode', 'media', 'elemental', '動画', '変換', 'トランスコード'],
  fields: { description: field.text({ label: { en: 'Description', ja: '説明' } }) },
  subtitle: () => sameInEveryLanguage('Elemental MediaConvert'),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.mediaconvert',
      detailTypes: ['MediaConvert Job State Change'],
      own: { path: ['queue'], attribute: 'arn' },
    },
    sdkTarget: {
      service: 'mediaconvert',
      actions: {
        createJob: {
          iam: ['mediaconvert:CreateJob'],
          required: ['Role', 'Settings'],
          resource: { parameter: 'Queue', attribute: 'arn' },
          // A job is a resource too, and has no name before it is made.
          arn: { attribute: 'arn', also: ['jobsArn'] },
          sample: { Queue: '{resource}', Role: '{% $states.input.role %}', Settings: '{% $states.input.settings %}' },
          writes: true,
          async: true,
        },
        getJob: {
          iam: ['mediaconvert:GetJob'],
          required: ['Id'],
          arn: { attribute: 'jobsArn' },
          writes: false,
        },
        cancelJob: {
          iam: ['mediaconvert:CancelJob'],
          required: ['Id'],
          arn: { attribute: 'jobsArn' },
          writes: true,
        },
      },
      defaultAction: 'createJob',
      optimized: [
        {
          resource: 'arn:aws:states:::mediaconvert:createJob',
          action: 'createJob',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A job is created by a state machine or by code; this service cannot create one.',
    ja: 'ジョブはステートマシンまたはコードから作成します。このサービスからは作成できません。',
  },
  attributes: ({ node }, self) => ({
    ...(node.origin === 'existing'
      ? { arn: member(member(self, 'queueRef'), 'queueArn'), name: member(member(self, 'queueRef'), 'queueName') }
      : { arn: member(self, 'attrArn'), name: member(self, 'ref') }),
    jobsArn: {
      type: 'call',
      callee: member(ref('this'), 'formatArn'),
      args: [object({ service: lit('mediaconvert'), resource: lit('jobs'), resourceName: lit('*') })],
    },
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-mediaconvert', 'CfnQueue'),
      ref('this'),
      lit(constructId),
      object({
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        pricingPlan: lit('ON_DEMAND'),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-mediaconvert',
      'CfnQueue.fromQueueName',
      ref('this'),
      lit(constructId),
      by === 'arn' ? partOfArn(value, 1) : value,
    ),
  source: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/what-is.html',
});
