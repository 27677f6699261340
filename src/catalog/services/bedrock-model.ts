import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { lit } from '../../ts-ast/ast.js';
import { arnOf } from '../arn.js';
import { defineService, type SdkAction } from '../define.js';

/** Ids of inference profiles name their geography first: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const profile = /^(us|us-gov|eu|apac|jp|au|ca|global)\.(.+)$/;

const action = (sample: SdkAction['sample'] & object, required: readonly string[]): SdkAction => ({
  iam: ['bedrock:InvokeModel'],
  required,
  resource: { parameter: 'ModelId', attribute: 'modelId' },
  arn: { attribute: 'arn', also: ['profileArn'] },
  sample,
  writes: false,
});

/** A profile sends a request to the model in several Regions: both are named. */
const invoked = { iam: ['bedrock:InvokeModel'], resources: [{ attribute: 'arn' }, { attribute: 'profileArn' }] };

export const bedrockModel = defineService({
  type: 'bedrock-model',
  category: 'ai',
  icon: 'architecture-service/AmazonBedrock',
  label: { en: 'Bedrock model', ja: 'Bedrock モデル' },
  defaultLabel: { en: 'Model', ja: 'モデル' },
  description: { en: 'A foundation model that answers prompts', ja: 'プロンプトに応答する基盤モデル' },
  keywords: [
    'llm',
    'generative ai',
    'prompt',
    'foundation model',
    'claude',
    'nova',
    '生成 AI',
    '基盤モデル',
    'プロンプト',
  ],
  fields: {
    modelId: field.text({
      label: { en: 'Model ID', ja: 'モデル ID' },
      help: {
        en: 'Of a foundation model or an inference profile.',
        ja: '基盤モデルまたは推論プロファイルの ID です。',
      },
      default: 'amazon.nova-lite-v1:0',
      required: true,
      code: true,
      suggestions: [
        'amazon.nova-micro-v1:0',
        'amazon.nova-lite-v1:0',
        'amazon.nova-pro-v1:0',
        'anthropic.claude-3-haiku-20240307-v1:0',
        'amazon.titan-embed-text-v2:0',
      ],
      pattern: {
        test: /^[a-z0-9][A-Za-z0-9.:_-]{2,255}$/,
        hint: {
          en: 'an ID such as amazon.nova-lite-v1:0',
          ja: 'amazon.nova-lite-v1:0 のような ID を指定してください。',
        },
      },
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html',
    }),
  },
  subtitle: ({ props }) => sameInEveryLanguage(props.modelId),
  stateful: false,
  roles: {
    dataSource: { by: 'bedrock', operations: { Converse: { iam: invoked.iam } }, resources: invoked.resources },
    apiIntegration: {
      service: 'bedrock-runtime',
      actions: {
        // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
        Converse: {
          ...invoked,
          path: ['model/', { attribute: 'modelId' }, '/converse'],
          request: '{ "messages": [{ "role": "user", "content": [{ "text": $input.json(\'$.prompt\') }] }] }',
        },
        InvokeModel: {
          ...invoked,
          path: ['model/', { attribute: 'modelId' }, '/invoke'],
          request: "$input.json('$')",
        },
      },
      defaultAction: 'Converse',
    },
    eventPublisher: { source: 'aws.bedrock', detailTypes: ['Batch Inference Job State Change'] },
    sdkTarget: {
      service: 'bedrockruntime',
      actions: {
        invokeModel: action({ ModelId: '{resource}', ContentType: 'application/json', Body: '{% $states.input %}' }, [
          'ModelId',
        ]),
        converse: action(
          { ModelId: '{resource}', Messages: [{ Role: 'user', Content: [{ Text: '{% $states.input.prompt %}' }] }] },
          ['ModelId'],
        ),
      },
      defaultAction: 'invokeModel',
      optimized: [
        { resource: 'arn:aws:states:::bedrock:invokeModel', action: 'invokeModel', patterns: ['REQUEST_RESPONSE'] },
      ],
    },
  },
  refusal: {
    en: 'A model is called by a REST API, a state machine or code; this service cannot call it.',
    ja: 'モデルは REST API、ステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: ({ props }) => {
    const [, , model] = profile.exec(props.modelId) ?? [];
    return {
      modelId: lit(props.modelId),
      // A profile sends requests to several Regions, and the caller needs the model in each of them:
      // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
      arn: arnOf(
        `arn:{partition}:bedrock:${model === undefined ? '{region}' : '*'}::foundation-model/${model ?? props.modelId}`,
      ),
      ...(model === undefined
        ? {}
        : { profileArn: arnOf(`arn:{partition}:bedrock:{region}:{account}:inference-profile/${props.modelId}`) }),
    };
  },
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/what-is-bedrock.html',
});
