import type { SourceTemplate } from '../source.js';
import type { NodeDraft } from './define.js';

/** Foundation models, which no resource stands for: https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html */

const modelId =
  /^(?:(?:us|us-gov|eu|apac|jp|au|ca|global)\.)?(?:ai21|amazon|anthropic|cohere|deepseek|luma|meta|mistral|openai|qwen|stability|twelvelabs|writer)\.[a-z0-9][A-Za-z0-9.:_-]{2,200}$/;

export const isModelId = (text: string): boolean => modelId.test(text);

/** The model that an ARN names. */
export function modelIn(arn: string): string | undefined {
  const id = /:bedrock:.*:(?:foundation-model|inference-profile)\/([^/*]+)$/.exec(arn)?.[1];
  return id !== undefined && isModelId(id) ? id : undefined;
}

export const modelNode = (template: SourceTemplate, id: string): NodeDraft => ({
  key: `bedrock-model:${id}`,
  node: { service: 'bedrock-model', label: id.slice(0, 100), origin: 'created', props: { modelId: id } },
  template,
});
