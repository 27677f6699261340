import type { Json } from '../../model/design.js';
import { defineService, type SdkAction } from '../define.js';
import { dotted } from './shared.js';

const training = 'https://docs.aws.amazon.com/sagemaker/latest/dg/how-it-works-training.html';
const name = '{% $states.context.Execution.Name %}';

/** The job is made by the call, so that its ARN is not known before; its role is the caller's choice. */
const job = (kind: string, sample: Readonly<Record<string, Json>>): SdkAction => ({
  iam: [`sagemaker:Create${kind}Job`],
  required: Object.keys(sample),
  sample,
  writes: true,
  async: true,
});

const optimized = (kind: string) =>
  ({
    resource: `arn:aws:states:::sagemaker:create${kind}Job`,
    action: `create${kind}Job`,
    patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
  }) as const;

export const sagemakerJob = defineService({
  type: 'sagemaker-job',
  category: 'ai',
  icon: 'resource/AmazonSageMakerAITrain',
  label: { en: 'SageMaker job', ja: 'SageMaker ジョブ' },
  defaultLabel: { en: 'Training', ja: '学習' },
  description: {
    en: 'Trains a model, processes data or transforms a batch, and ends',
    ja: 'モデルの学習、データ処理、バッチ変換を実行して終了',
  },
  keywords: ['machine learning', 'training', 'processing', 'batch transform', '機械学習', '学習', 'データ処理'],
  fields: {},
  subtitle: () => dotted('SageMaker'),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.sagemaker',
      detailTypes: [
        'SageMaker Training Job State Change',
        'SageMaker Processing Job State Change',
        'SageMaker Transform Job State Change',
      ],
    },
    sdkTarget: {
      service: 'sagemaker',
      actions: {
        createTrainingJob: job('Training', {
          TrainingJobName: name,
          RoleArn: '{% $states.input.role %}',
          AlgorithmSpecification: { TrainingImage: '{% $states.input.image %}', TrainingInputMode: 'File' },
          OutputDataConfig: { S3OutputPath: '{% $states.input.output %}' },
          ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 30 },
          StoppingCondition: { MaxRuntimeInSeconds: 3600 },
        }),
        createProcessingJob: job('Processing', {
          ProcessingJobName: name,
          RoleArn: '{% $states.input.role %}',
          AppSpecification: { ImageUri: '{% $states.input.image %}' },
          ProcessingResources: {
            ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 30 },
          },
        }),
        createTransformJob: job('Transform', {
          TransformJobName: name,
          ModelName: '{% $states.input.model %}',
          TransformInput: {
            DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: '{% $states.input.data %}' } },
          },
          TransformOutput: { S3OutputPath: '{% $states.input.output %}' },
          TransformResources: { InstanceCount: 1, InstanceType: 'ml.m5.large' },
        }),
      },
      defaultAction: 'createTrainingJob',
      optimized: [optimized('Training'), optimized('Processing'), optimized('Transform')],
    },
  },
  refusal: {
    en: 'A job is started by workflows and code; this service cannot start one.',
    ja: 'ジョブはワークフローとコードから開始します。このサービスからは開始できません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: training,
});
