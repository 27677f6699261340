import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';
import { completionAttributes, completionConstruct, completionField, completionRole } from './completion.js';
import { apiAction } from './sdk-actions.js';

const s3Object = { S3Object: { Bucket: '{% $states.input.bucket %}', Name: '{% $states.input.key %}' } };
const image = { Image: s3Object };
const video = { Video: s3Object };
const starts = { writes: true, async: true, environment: [completionRole] } as const;
const job = { JobId: '{% $states.input.JobId %}' };

export const rekognition = defineService({
  type: 'rekognition',
  category: 'ai',
  icon: 'architecture-service/AmazonRekognition',
  label: { en: 'Rekognition', ja: 'Rekognition' },
  defaultLabel: { en: 'Rekognition', ja: 'Rekognition' },
  description: {
    en: 'Finds objects, text and unsafe content in images and video',
    ja: '画像と動画から物体、テキスト、不適切なコンテンツを検出',
  },
  keywords: ['image', 'video', 'label', 'face', 'moderation', '画像認識', '動画', '顔', '物体検出'],
  fields: {
    completionMessages: completionField('https://docs.aws.amazon.com/rekognition/latest/dg/api-video-roles.html'),
  },
  subtitle: () => sameInEveryLanguage('Amazon Rekognition'),
  stateful: false,
  roles: {
    completionSource: { by: 'role', principal: 'rekognition.amazonaws.com' },
    apiIntegration: {
      service: 'rekognition',
      target: 'RekognitionService',
      actions: {
        DetectLabels: { iam: ['rekognition:DetectLabels'] },
        DetectModerationLabels: { iam: ['rekognition:DetectModerationLabels'] },
        DetectText: { iam: ['rekognition:DetectText'] },
        DetectFaces: { iam: ['rekognition:DetectFaces'] },
      },
      defaultAction: 'DetectLabels',
    },
    sdkTarget: {
      service: 'rekognition',
      // Only collections, projects and stream processors are resources:
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrekognition.html
      actions: {
        detectLabels: apiAction('rekognition:DetectLabels', image),
        detectModerationLabels: apiAction('rekognition:DetectModerationLabels', image),
        detectText: apiAction('rekognition:DetectText', image),
        detectFaces: apiAction('rekognition:DetectFaces', image),
        startLabelDetection: apiAction('rekognition:StartLabelDetection', video, starts),
        getLabelDetection: apiAction('rekognition:GetLabelDetection', job),
        startContentModeration: apiAction('rekognition:StartContentModeration', video, starts),
        getContentModeration: apiAction('rekognition:GetContentModeration', job),
        startTextDetection: apiAction('rekognition:StartTextDetection', video, starts),
        getTextDetection: apiAction('rekognition:GetTextDetection', job),
      },
      defaultAction: 'detectLabels',
    },
  },
  refusal: {
    en: 'Rekognition is called by a REST API, a state machine or code; this service cannot call it.',
    ja: 'Rekognition は REST API、ステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  hasRole: (role, { props }) => role !== 'completionSource' || props.completionMessages,
  attributes: ({ props }, self) => completionAttributes(props.completionMessages, self),
  construct: (input) =>
    input.props.completionMessages ? completionConstruct('rekognition.amazonaws.com', input) : undefined,
  source: 'https://docs.aws.amazon.com/rekognition/latest/dg/what-is.html',
});
