import { defineService } from '../define.js';
import { dotted } from './shared.js';

const jobs = 'https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html';

export const bedrockCustomization = defineService({
  type: 'bedrock-customization',
  category: 'ai',
  icon: 'architecture-service/AmazonBedrock',
  label: { en: 'Bedrock model customization', ja: 'Bedrock モデルカスタマイズ' },
  defaultLabel: { en: 'Customization', ja: 'モデルカスタマイズ' },
  description: {
    en: 'Trains a model of your own from a foundation model and your data',
    ja: '基盤モデルと独自のデータからカスタムモデルを学習',
  },
  keywords: ['fine tuning', 'training', 'model', 'ファインチューニング', '学習', 'モデル'],
  fields: {},
  subtitle: () => dotted('Amazon Bedrock'),
  stateful: false,
  roles: {
    eventPublisher: { source: 'aws.bedrock', detailTypes: ['Model Customization Job State Change'] },
    sdkTarget: {
      service: 'bedrock',
      actions: {
        // Which model it is and by which role it works, only the call says.
        createModelCustomizationJob: {
          iam: ['bedrock:CreateModelCustomizationJob'],
          required: [
            'JobName',
            'CustomModelName',
            'RoleArn',
            'BaseModelIdentifier',
            'TrainingDataConfig',
            'OutputDataConfig',
          ],
          sample: {
            JobName: '{% $states.context.Execution.Name %}',
            CustomModelName: '{% $states.input.modelName %}',
            RoleArn: '{% $states.input.role %}',
            BaseModelIdentifier: '{% $states.input.baseModel %}',
            TrainingDataConfig: { S3Uri: '{% $states.input.data %}' },
            OutputDataConfig: { S3Uri: '{% $states.input.output %}' },
          },
          writes: true,
          async: true,
        },
        getModelCustomizationJob: {
          iam: ['bedrock:GetModelCustomizationJob'],
          required: ['JobIdentifier'],
          sample: { JobIdentifier: '{% $states.input.job %}' },
          writes: false,
        },
      },
      defaultAction: 'createModelCustomizationJob',
      optimized: [
        {
          resource: 'arn:aws:states:::bedrock:createModelCustomizationJob',
          action: 'createModelCustomizationJob',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A customization is started by workflows and code; this service cannot start one.',
    ja: 'カスタマイズはワークフローとコードから開始します。このサービスからは開始できません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: jobs,
});
