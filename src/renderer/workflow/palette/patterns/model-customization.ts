import { SlidersHorizontal } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Trains a model of one's own and goes on when it is done. */
export const modelCustomization = defineStatePattern({
  id: 'model-customization',
  icon: SlidersHorizontal,
  label: { en: 'Customize a Bedrock model', ja: 'Bedrock モデルのカスタマイズ' },
  description: {
    en: 'Starts a customization job and waits for its end (.sync)',
    ja: 'カスタマイズジョブを開始し、完了を待機 (.sync)',
  },
  keywords: ['bedrock', 'fine-tuning', 'training', 'model', 'sync', 'ファインチューニング', '学習', 'モデル'],
  isStandardOnly: true,
  isCommon: false,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html',
  names: {
    customize: { en: 'Customize the model', ja: 'モデルをカスタマイズ' },
    failed: { en: 'Customization failed', ja: 'カスタマイズの失敗' },
  },
  needs: {},
  definition: ({ customize, failed }) => ({
    StartAt: customize,
    States: {
      [customize]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::bedrock:createModelCustomizationJob.sync',
        Arguments: {
          JobName: '{% $states.input.jobName %}',
          CustomModelName: '{% $states.input.modelName %}',
          RoleArn: '{% $states.input.roleArn %}',
          BaseModelIdentifier: '{% $states.input.baseModelId %}',
          CustomizationType: 'FINE_TUNING',
          HyperParameters: { epochCount: '1', batchSize: '1', learningRate: '0.00001' },
          TrainingDataConfig: { S3Uri: '{% $states.input.trainingDataUri %}' },
          OutputDataConfig: { S3Uri: '{% $states.input.outputUri %}' },
        },
        TimeoutSeconds: 259_200,
        Catch: [{ ErrorEquals: ['States.ALL'], Assign: { reason: '{% $states.errorOutput.Cause %}' }, Next: failed }],
        Next: onward,
      },
      [failed]: { Type: 'Fail', Error: 'CustomizationFailed', Cause: '{% $reason %}' },
    },
  }),
});
