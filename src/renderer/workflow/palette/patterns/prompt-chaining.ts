import { MessagesSquare } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

const invoke = (model: string, prompt: string, maxTokens: number) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::bedrock:invokeModel',
  Arguments: {
    ModelId: model,
    Body: {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: maxTokens,
      messages: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
    },
  },
  Retry: [
    {
      ErrorEquals: ['Bedrock.ThrottlingException'],
      IntervalSeconds: 2,
      MaxAttempts: 5,
      BackoffRate: 2,
      JitterStrategy: 'FULL',
    },
  ],
});

/** The answer to one prompt becomes part of the next. */
export const promptChaining = defineStatePattern({
  id: 'prompt-chaining',
  icon: MessagesSquare,
  label: { en: 'Prompt chaining', ja: 'プロンプトチェイニング' },
  description: {
    en: 'Bedrock drafts, then improves its own draft',
    ja: 'Bedrock が下書きを作り、続くプロンプトで改善',
  },
  keywords: ['bedrock', 'prompt', 'chain', 'llm', 'ai', 'model', 'プロンプト', '生成 AI', 'モデル'],
  isStandardOnly: false,
  isCommon: false,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sample-bedrock-prompt-chaining.html',
  names: {
    draft: { en: 'Draft', ja: '下書きを作成' },
    improve: { en: 'Improve the draft', ja: '下書きを改善' },
  },
  needs: { model: { service: 'bedrock-model', attribute: 'modelId', input: 'modelId' } },
  definition: ({ draft, improve }, { model }) => ({
    StartAt: draft,
    States: {
      [draft]: {
        ...invoke(model, "{% 'Write a short description of: ' & $states.input.topic %}", 1024),
        Output: { draft: '{% $states.result.Body.content[0].text %}' },
        Next: improve,
      },
      [improve]: {
        ...invoke(model, "{% 'Make this text shorter and clearer: ' & $states.input.draft %}", 1024),
        Output: { text: '{% $states.result.Body.content[0].text %}' },
        Next: onward,
      },
    },
  }),
});
