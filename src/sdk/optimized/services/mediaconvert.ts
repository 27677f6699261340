import { allow, any, defineOptimized, job, managedRule, page, passRole, request, text } from '../define.js';

const role = passRole('{Role}', 'mediaconvert.amazonaws.com');

export const mediaconvert = defineOptimized({
  id: 'mediaconvert',
  api: 'mediaconvert',
  label: text('AWS Elemental MediaConvert', 'AWS Elemental MediaConvert'),
  source: page('connect-mediaconvert'),
  actions: {
    createJob: {
      label: text('Convert media', 'メディアの変換'),
      required: ['Role', 'Settings'],
      sample: { Role: '', Settings: {} },
      patterns: {
        ...request(allow('mediaconvert:CreateJob', ...any), role),
        ...job(
          allow(['mediaconvert:CreateJob', 'mediaconvert:GetJob', 'mediaconvert:CancelJob'], ...any),
          role,
          managedRule('StepFunctionsGetEventsForMediaConvertJobRule'),
        ),
      },
    },
  },
});
