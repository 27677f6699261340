import { allow, arn, defineOptimized, input, page, passRole, request, text } from '../define.js';

const create = allow(
  'bedrock:CreateModelCustomizationJob',
  'arn:{partition}:bedrock:{region}::foundation-model/{BaseModelIdentifier}',
  arn('bedrock', 'custom-model/*'),
  arn('bedrock', 'model-customization-job/*'),
);
const role = passRole('{RoleArn}', 'bedrock.amazonaws.com');

export const bedrock = defineOptimized({
  id: 'bedrock',
  api: 'bedrock',
  label: text('Amazon Bedrock', 'Amazon Bedrock'),
  source: page('connect-bedrock'),
  actions: {
    invokeModel: {
      label: text('Invoke a model', 'モデルの呼び出し'),
      operation: 'bedrockruntime:invokeModel',
      required: ['ModelId'],
      // Body and result in S3, beyond the 256 KiB that a state can hold.
      own: ['Input', 'Output'],
      sample: { ModelId: '', Body: input },
      patterns: request(
        allow('bedrock:InvokeModel', 'arn:{partition}:bedrock:{region}::foundation-model/{ModelId}'),
        allow('s3:GetObject', '{s3:Input.S3Uri}'),
        allow('s3:PutObject', '{s3:Output.S3Uri}'),
      ),
    },
    createModelCustomizationJob: {
      label: text('Customize a model', 'モデルのカスタマイズ'),
      required: [
        'JobName',
        'CustomModelName',
        'RoleArn',
        'BaseModelIdentifier',
        'TrainingDataConfig',
        'OutputDataConfig',
      ],
      sample: {
        JobName: '',
        CustomModelName: '',
        RoleArn: '',
        BaseModelIdentifier: '',
        TrainingDataConfig: { S3Uri: '' },
        OutputDataConfig: { S3Uri: '' },
      },
      patterns: {
        ...request(create, role),
        RUN_JOB: {
          suffixes: ['.sync'],
          statements: [
            create,
            role,
            allow(
              ['bedrock:GetModelCustomizationJob', 'bedrock:StopModelCustomizationJob'],
              arn('bedrock', 'model-customization-job/*'),
            ),
          ],
          gap: text(
            'AWS does not document how Step Functions learns that the job has ended.',
            'Step Functions がジョブの終了をどう知るかは AWS のドキュメントに記載がありません。',
          ),
        },
      },
    },
  },
});
