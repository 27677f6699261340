import { field } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { limitedName } from './limited-name.js';
import { dotted } from './shared.js';

const agentCore = 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/what-is-bedrock-agentcore.html';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-harness.html */
const maxNameLength = 40;

export const bedrockAgentcore = defineService({
  type: 'bedrock-agentcore',
  cfnType: 'AWS::BedrockAgentCore::Harness',
  category: 'ai',
  icon: 'architecture-service/AmazonBedrockAgentCore',
  label: { en: 'AgentCore harness', ja: 'AgentCore ハーネス' },
  defaultLabel: { en: 'Agent', ja: 'エージェント' },
  description: {
    en: 'Runs an agent with its model, tools and memory',
    ja: 'モデル、ツール、メモリを備えたエージェントを実行',
  },
  keywords: ['agent', 'bedrock', 'llm', 'harness', 'エージェント', '生成 AI', 'ハーネス'],
  fields: {
    modelId: field.text({
      label: { en: 'Model', ja: 'モデル' },
      default: 'amazon.nova-pro-v1:0',
      required: true,
      code: true,
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html',
    }),
    instructions: field.text({
      label: { en: 'Instructions', ja: '指示' },
      default: 'Answer briefly.',
      required: true,
      source: agentCore,
    }),
    maxIterations: field.number({
      label: { en: 'Iterations', ja: '反復回数の上限' },
      min: 1,
      max: 100,
      default: 10,
      unit: 'count',
      source: agentCore,
    }),
  },
  subtitle: ({ props }) => dotted('AgentCore', props.modelId),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'bedrockagentcore',
      actions: {
        invokeHarness: {
          iam: ['bedrock-agentcore:InvokeHarness'],
          required: ['HarnessArn', 'RuntimeSessionId', 'Messages'],
          resource: { parameter: 'HarnessArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          sample: {
            HarnessArn: '{resource}',
            RuntimeSessionId: '{% $uuid() %}',
            Messages: [{ Role: 'user', Content: [{ Text: '{% $string($states.input) %}' }] }],
          },
          writes: true,
        },
      },
      defaultAction: 'invokeHarness',
      optimized: [
        {
          resource: 'arn:aws:states:::bedrockagentcore:invokeHarness',
          action: 'invokeHarness',
          patterns: ['REQUEST_RESPONSE'],
        },
      ],
    },
  },
  refusal: {
    en: 'An agent is invoked by workflows and code; this service cannot invoke it.',
    ja: 'エージェントはワークフローとコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn') }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-bedrockagentcore', 'CfnHarness'),
      ref('this'),
      lit(constructId),
      object({
        harnessName: limitedName(constructId, maxNameLength, '_'),
        executionRoleArn: member(
          create(
            cdk('aws-iam', 'Role'),
            ref('this'),
            lit(emitter.constructId(id, 'role')),
            object({
              assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('bedrock-agentcore.amazonaws.com')),
              inlinePolicies: object({
                Model: create(
                  cdk('aws-iam', 'PolicyDocument'),
                  object({
                    statements: array([
                      create(
                        cdk('aws-iam', 'PolicyStatement'),
                        object({
                          actions: array([lit('bedrock:InvokeModel'), lit('bedrock:InvokeModelWithResponseStream')]),
                          resources: array([
                            call(
                              ref('this'),
                              'formatArn',
                              object({
                                service: lit('bedrock'),
                                account: lit(''),
                                resource: lit('foundation-model'),
                                resourceName: lit(props.modelId),
                              }),
                            ),
                          ]),
                        }),
                      ),
                    ]),
                  }),
                ),
              }),
            }),
          ),
          'roleArn',
        ),
        model: object({ bedrockModelConfig: object({ modelId: lit(props.modelId) }) }),
        systemPrompt: array([object({ text: lit(props.instructions) })]),
        maxIterations: lit(props.maxIterations),
      }),
    ),
  source: agentCore,
});
