import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';
import { apiAction } from './sdk-actions.js';

export const polly = defineService({
  type: 'polly',
  category: 'ai',
  icon: 'architecture-service/AmazonPolly',
  label: { en: 'Polly', ja: 'Polly' },
  defaultLabel: { en: 'Polly', ja: 'Polly' },
  description: { en: 'Turns text into speech', ja: 'テキストを音声に変換' },
  keywords: ['speech', 'voice', 'audio', 'text to speech', '音声合成', '読み上げ', '音声'],
  fields: {},
  subtitle: () => sameInEveryLanguage('Amazon Polly'),
  stateful: false,
  roles: {
    completionSource: { by: 'caller' },
    sdkTarget: {
      service: 'polly',
      // Only lexicons are resources:
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonpolly.html
      actions: {
        startSpeechSynthesisTask: apiAction(
          'polly:StartSpeechSynthesisTask',
          {
            Engine: 'neural',
            OutputFormat: 'mp3',
            OutputS3BucketName: '{% $states.input.bucket %}',
            Text: '{% $states.input.text %}',
            VoiceId: 'Takumi',
          },
          { required: ['OutputFormat', 'OutputS3BucketName', 'Text', 'VoiceId'], writes: true, async: true },
        ),
        getSpeechSynthesisTask: apiAction('polly:GetSpeechSynthesisTask', { TaskId: '{% $states.input.TaskId %}' }),
        synthesizeSpeech: {
          iam: ['polly:SynthesizeSpeech'],
          required: ['OutputFormat', 'Text', 'VoiceId'],
          writes: false,
        },
      },
      defaultAction: 'startSpeechSynthesisTask',
    },
  },
  refusal: {
    en: 'Polly is called by a state machine or by code; this service cannot call it.',
    ja: 'Polly はステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/polly/latest/dg/what-is.html',
});
