import { allow, arn, defineOptimized, page, request, text } from '../define.js';

export const bedrockAgentCore = defineOptimized({
  id: 'bedrockagentcore',
  api: 'bedrockagentcore',
  label: text('Amazon Bedrock AgentCore', 'Amazon Bedrock AgentCore'),
  source: page('connect-bedrockagentcore'),
  actions: {
    invokeHarness: {
      label: text('Invoke an agent harness', 'エージェントハーネスの呼び出し'),
      required: ['HarnessArn', 'RuntimeSessionId', 'Messages'],
      sample: {
        HarnessArn: '',
        RuntimeSessionId: '{% $uuid() %}',
        Messages: [{ Role: 'user', Content: [{ Text: '' }] }],
      },
      patterns: request(
        allow('bedrock-agentcore:InvokeHarness', arn('bedrock-agentcore', 'harness/{HarnessArn}')),
        allow('bedrock-agentcore:InvokeAgentRuntime', arn('bedrock-agentcore', 'runtime/*')),
      ),
    },
  },
});
