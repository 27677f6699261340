import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const action = actionsOn('Name', 'name');

export const glueWorkflow = defineService({
  type: 'glue-workflow',
  cfnType: 'AWS::Glue::Workflow',
  category: 'data',
  icon: 'architecture-service/AWSGlue',
  label: { en: 'Glue workflow', ja: 'Glue ワークフロー' },
  defaultLabel: { en: 'Data workflow', ja: 'データワークフロー' },
  description: { en: 'Begins a Glue job when an event comes in', ja: 'イベントを受けて Glue ジョブを開始' },
  keywords: ['etl', 'trigger', 'data', 'ワークフロー', 'トリガー', 'データ'],
  fields: {
    job: field.node({
      label: { en: 'First job', ja: '最初のジョブ' },
      services: ['glue-job'],
      source: 'https://docs.aws.amazon.com/glue/latest/dg/starting-workflow-eventbridge.html',
    }),
  },
  subtitle: () => dotted('Glue'),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      input: 'none',
      iam: ['glue:notifyEvent'],
    },
    sdkTarget: {
      service: 'glue',
      actions: {
        startWorkflowRun: action('glue:StartWorkflowRun', [], {
          sample: { Name: '{resource}' },
          writes: true,
          async: true,
        }),
        getWorkflowRun: action('glue:GetWorkflowRun', ['RunId']),
      },
      defaultAction: 'startWorkflowRun',
    },
  },
  refusal: {
    en: 'A workflow of Glue is started by rules, schedules, state machines and code; this service cannot start one.',
    ja: 'Glue ワークフローはルール、スケジュール、ステートマシン、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: callStatic('aws-glue', 'CfnWorkflow.arnForWorkflow', self),
    name: member(member(self, 'workflowRef'), 'workflowName'),
  }),
  construct: ({ constructId }) => create(cdk('aws-glue', 'CfnWorkflow'), ref('this'), lit(constructId), object({})),
  further: ({ id, props, emitter }, self) =>
    props.job === undefined
      ? []
      : [
          {
            type: 'do',
            expression: create(
              cdk('aws-glue', 'CfnTrigger'),
              ref('this'),
              lit(emitter.constructId(id, 'trigger')),
              object({
                type: lit('EVENT'),
                workflowName: member(self, 'ref'),
                actions: array([object({ jobName: emitter.attribute(nodeId(props.job), 'name') })]),
                eventBatchingCondition: object({ batchSize: lit(1) }),
              }),
            ),
          },
        ],
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-glue', 'CfnWorkflow.fromWorkflowName', ref('this'), lit(constructId), value),
  source: 'https://docs.aws.amazon.com/glue/latest/dg/starting-workflow-eventbridge.html',
});
