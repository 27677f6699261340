import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { call, lit, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';

export const sagemakerEndpoint = defineService({
  type: 'sagemaker-endpoint',
  category: 'ai',
  icon: 'architecture-service/AmazonSageMakerAI',
  label: { en: 'SageMaker endpoint', ja: 'SageMaker エンドポイント' },
  defaultLabel: { en: 'Inference', ja: '推論' },
  description: {
    en: 'A model of your own that answers requests; made by whoever trains it',
    ja: '独自のモデルによる推論。エンドポイントはモデルの学習側で作成',
  },
  keywords: ['inference', 'machine learning', 'model', '推論', '機械学習', 'モデル'],
  fields: {
    endpointName: field.text({
      label: { en: 'Endpoint name', ja: 'エンドポイント名' },
      default: 'model',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9](?:-*[A-Za-z0-9]){0,62}$/,
        hint: { en: 'letters, digits and hyphens', ja: '英数字とハイフンだけを使用してください。' },
      },
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html',
    }),
  },
  subtitle: ({ props }) => sameInEveryLanguage(props.endpointName),
  stateful: false,
  roles: {
    apiIntegration: {
      service: 'runtime.sagemaker',
      // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
      actions: {
        InvokeEndpoint: {
          iam: ['sagemaker:InvokeEndpoint'],
          path: ['endpoints/', { attribute: 'name' }, '/invocations'],
          request: "$input.json('$')",
        },
      },
      defaultAction: 'InvokeEndpoint',
    },
    sdkTarget: {
      service: 'sagemakerruntime',
      actions: {
        invokeEndpoint: {
          iam: ['sagemaker:InvokeEndpoint'],
          required: ['EndpointName', 'Body'],
          resource: { parameter: 'EndpointName', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: { EndpointName: '{resource}', ContentType: 'application/json', Body: '{% $string($states.input) %}' },
          sampleOutput: '{% $parse($states.result.Body) %}',
          writes: false,
        },
      },
      defaultAction: 'invokeEndpoint',
    },
  },
  refusal: {
    en: 'An endpoint is called by a REST API, a state machine or code; this service cannot call it.',
    ja: 'エンドポイントは REST API、ステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: ({ props }) => ({
    name: lit(props.endpointName),
    arn: call(
      ref('this'),
      'formatArn',
      // Its ARN has the name in lower case: https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_service-with-iam.html
      object({
        service: lit('sagemaker'),
        resource: lit('endpoint'),
        resourceName: lit(props.endpointName.toLowerCase()),
      }),
    ),
  }),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints.html',
});
