import { call, lit, object, ref } from '../../ts-ast/ast.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';

export const transcribe = defineService({
  type: 'transcribe',
  category: 'ai',
  icon: 'architecture-service/AmazonTranscribe',
  label: { en: 'Transcribe', ja: 'Transcribe' },
  defaultLabel: { en: 'Transcribe', ja: 'Transcribe' },
  description: { en: 'Turns speech in an S3 object into text', ja: 'S3 オブジェクトの音声をテキストに変換' },
  keywords: ['speech', 'audio', 'video', 'text', 'transcript', '音声', '文字起こし', '動画', 'テキスト'],
  fields: {},
  subtitle: () => sameInEveryLanguage('Amazon Transcribe'),
  stateful: false,
  roles: {
    eventPublisher: { source: 'aws.transcribe', detailTypes: ['Transcribe Job State Change'] },
    sdkTarget: {
      service: 'transcribe',
      actions: {
        // No resource type: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontranscribe.html
        startTranscriptionJob: {
          iam: ['transcribe:StartTranscriptionJob'],
          required: ['TranscriptionJobName', 'Media'],
          sample: {
            TranscriptionJobName: '{% $states.context.Execution.Name %}',
            Media: { MediaFileUri: '{% $states.input.mediaFileUri %}' },
            IdentifyLanguage: true,
          },
          writes: true,
          async: true,
        },
        getTranscriptionJob: {
          iam: ['transcribe:GetTranscriptionJob'],
          required: ['TranscriptionJobName'],
          arn: { attribute: 'jobsArn' },
          sample: { TranscriptionJobName: '{% $states.input.TranscriptionJobName %}' },
          writes: false,
        },
      },
      defaultAction: 'startTranscriptionJob',
    },
  },
  refusal: {
    en: 'Transcribe is called by a state machine or by code; this service cannot call it.',
    ja: 'Transcribe はステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: () => ({
    jobsArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('transcribe'), resource: lit('transcription-job'), resourceName: lit('*') }),
    ),
  }),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/transcribe/latest/dg/what-is.html',
});
