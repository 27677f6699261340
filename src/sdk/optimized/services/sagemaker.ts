import {
  allow,
  any,
  arn,
  defineOptimized,
  job,
  managedRule,
  page,
  passRole,
  request,
  text,
  type OptimizedAction,
  type Samples,
  type Statement,
} from '../define.js';
import type { Text } from '../../text.js';

const tags = allow('sagemaker:ListTags', ...any);
const pass = (role: string): Statement => passRole(role, 'sagemaker.amazonaws.com');

interface Job {
  readonly label: Text;
  /** `TrainingJob` of `CreateTrainingJob`. */
  readonly noun: string;
  readonly resource: string;
  readonly sample: Samples;
  readonly statements: readonly Statement[];
  readonly rule?: string;
}

/** A job is created, looked at and stopped under one name. */
function jobAction({ label, noun, resource, sample, statements, rule }: Job): OptimizedAction {
  const actions = [`sagemaker:Create${noun}`, `sagemaker:Describe${noun}`, `sagemaker:Stop${noun}`];
  const place = arn('sagemaker', `${resource}/{${noun}Name}*`);
  const waits = job(allow(actions, place), tags, ...statements, ...(rule === undefined ? [] : [managedRule(rule)]));
  return {
    label,
    required: Object.keys(sample),
    sample,
    patterns: {
      ...request(allow(`sagemaker:Create${noun}`, place), tags, ...statements),
      RUN_JOB: {
        ...waits.RUN_JOB,
        ...(rule === undefined
          ? {
              gap: text(
                'AWS does not document how Step Functions learns that the job has ended.',
                'Step Functions がジョブの終了をどう知るかは AWS のドキュメントに記載がありません。',
              ),
            }
          : {}),
      },
    },
  };
}

export const sagemaker = defineOptimized({
  id: 'sagemaker',
  api: 'sagemaker',
  label: text('Amazon SageMaker AI', 'Amazon SageMaker AI'),
  source: page('connect-sagemaker'),
  actions: {
    createEndpoint: {
      label: text('Create an endpoint', 'エンドポイントの作成'),
      required: ['EndpointName', 'EndpointConfigName'],
      patterns: request(
        allow(
          'sagemaker:CreateEndpoint',
          arn('sagemaker', 'endpoint/{EndpointName}'),
          arn('sagemaker', 'endpoint-config/{EndpointConfigName}'),
        ),
        tags,
      ),
    },
    createEndpointConfig: {
      label: text('Create an endpoint configuration', 'エンドポイント設定の作成'),
      required: ['EndpointConfigName', 'ProductionVariants'],
      sample: { EndpointConfigName: '', ProductionVariants: [{ ModelName: '', VariantName: '' }] },
      patterns: request(
        allow('sagemaker:CreateEndpointConfig', arn('sagemaker', 'endpoint-config/{EndpointConfigName}')),
        tags,
      ),
    },
    createHyperParameterTuningJob: jobAction({
      label: text('Tune hyperparameters', 'ハイパーパラメータの調整'),
      noun: 'HyperParameterTuningJob',
      resource: 'hyper-parameter-tuning-job',
      sample: { HyperParameterTuningJobName: '', HyperParameterTuningJobConfig: {} },
      statements: [pass('{TrainingJobDefinition.RoleArn}')],
      rule: 'StepFunctionsGetEventsForSageMakerTuningJobsRule',
    }),
    createLabelingJob: jobAction({
      label: text('Label data', 'データのラベル付け'),
      noun: 'LabelingJob',
      resource: 'labeling-job',
      sample: {
        LabelingJobName: '',
        LabelAttributeName: '',
        InputConfig: {},
        OutputConfig: { S3OutputPath: '' },
        RoleArn: '',
        HumanTaskConfig: {},
      },
      statements: [pass('{RoleArn}')],
    }),
    createModel: {
      label: text('Create a model', 'モデルの作成'),
      required: ['ModelName'],
      sample: { ModelName: '', ExecutionRoleArn: '', PrimaryContainer: { Image: '', ModelDataUrl: '' } },
      patterns: request(
        allow('sagemaker:CreateModel', arn('sagemaker', 'model/{ModelName}')),
        tags,
        pass('{ExecutionRoleArn}'),
      ),
    },
    createProcessingJob: jobAction({
      label: text('Process data', 'データの処理'),
      noun: 'ProcessingJob',
      resource: 'processing-job',
      sample: { ProcessingJobName: '', ProcessingResources: {}, AppSpecification: { ImageUri: '' }, RoleArn: '' },
      statements: [pass('{RoleArn}')],
      rule: 'StepFunctionsGetEventsForSageMakerProcessingJobsRule',
    }),
    createTrainingJob: jobAction({
      label: text('Train a model', 'モデルの学習'),
      noun: 'TrainingJob',
      resource: 'training-job',
      sample: { TrainingJobName: '', RoleArn: '', OutputDataConfig: { S3OutputPath: '' } },
      statements: [pass('{RoleArn}')],
      rule: 'StepFunctionsGetEventsForSageMakerTrainingJobsRule',
    }),
    createTransformJob: jobAction({
      label: text('Transform a batch', 'バッチ変換'),
      noun: 'TransformJob',
      resource: 'transform-job',
      sample: {
        TransformJobName: '',
        ModelName: '',
        TransformInput: {},
        TransformOutput: { S3OutputPath: '' },
        TransformResources: { InstanceType: '', InstanceCount: 1 },
      },
      // The roles are those of the model.
      statements: [pass('*')],
      rule: 'StepFunctionsGetEventsForSageMakerTransformJobsRule',
    }),
    updateEndpoint: {
      label: text('Update an endpoint', 'エンドポイントの更新'),
      required: ['EndpointName', 'EndpointConfigName'],
      patterns: request(
        allow(
          'sagemaker:UpdateEndpoint',
          arn('sagemaker', 'endpoint/{EndpointName}'),
          arn('sagemaker', 'endpoint-config/{EndpointConfigName}'),
        ),
      ),
    },
  },
});
