import { callStatic, cdk, create, lit, member, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const activities = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html';
const action = actionsOn('ActivityArn', 'arn');

export const activity = defineService({
  type: 'activity',
  cfnType: 'AWS::StepFunctions::Activity',
  category: 'integration',
  icon: 'architecture-service/AWSStepFunctions',
  label: { en: 'Activity', ja: 'アクティビティ' },
  defaultLabel: { en: 'Work', ja: '作業' },
  description: {
    en: 'Work of a workflow that a worker anywhere fetches and answers',
    ja: 'ワークフローの作業。任意の場所のワーカーが取得して結果を返す',
  },
  keywords: ['worker', 'poll', 'on premises', 'step functions', 'ワーカー', 'オンプレミス', '作業'],
  fields: {},
  subtitle: () => dotted('Step Functions'),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'activity',
      actions: {
        // Which Task it is the Resource says; IAM is not asked.
        perform: {
          iam: [],
          required: [],
          resource: { parameter: 'ActivityArn', attribute: 'arn' },
          sample: { input: '{% $states.input %}' },
          writes: true,
          integrationOnly: true,
        },
        getActivityTask: action('states:GetActivityTask', [], { writes: true }),
        // The token names the execution, so that IAM knows no resource for these:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
        sendTaskSuccess: {
          iam: ['states:SendTaskSuccess'],
          required: ['TaskToken', 'Output'],
          writes: true,
          async: true,
        },
        sendTaskFailure: { iam: ['states:SendTaskFailure'], required: ['TaskToken'], writes: true, async: true },
        sendTaskHeartbeat: { iam: ['states:SendTaskHeartbeat'], required: ['TaskToken'], writes: true, async: true },
      },
      defaultAction: 'perform',
      optimized: [{ resource: '{resource}', action: 'perform', patterns: ['REQUEST_RESPONSE'] }],
    },
  },
  refusal: {
    en: 'Work is handed out by a state machine, and fetched by workers; this service cannot add any.',
    ja: '作業はステートマシンが割り当て、ワーカーが取得します。このサービスからは追加できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'activityArn'), name: member(self, 'activityName') }),
  construct: ({ constructId }) => create(cdk('aws-stepfunctions', 'Activity'), ref('this'), lit(constructId)),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-stepfunctions',
      by === 'arn' ? 'Activity.fromActivityArn' : 'Activity.fromActivityName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: activities,
});
