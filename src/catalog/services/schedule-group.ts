import { as, call, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const groups = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group.html';

export const scheduleGroup = defineService({
  type: 'schedule-group',
  cfnType: 'AWS::Scheduler::ScheduleGroup',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeScheduler',
  label: { en: 'Schedule group', ja: 'スケジュールグループ' },
  defaultLabel: { en: 'Reminders', ja: 'リマインダー' },
  description: {
    en: 'Schedules that workflows and code create: a reminder for each order',
    ja: 'ワークフローやコードから作成するスケジュール。注文ごとのリマインダーなど',
  },
  keywords: ['scheduler', 'reminder', 'one-time', 'timer', 'スケジュール', 'リマインダー', 'タイマー'],
  fields: {},
  subtitle: () => dotted('EventBridge Scheduler'),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'scheduler',
      actions: {
        createSchedule: {
          iam: ['scheduler:CreateSchedule'],
          required: ['Name', 'ScheduleExpression', 'FlexibleTimeWindow', 'Target'],
          resource: { parameter: 'GroupName', attribute: 'name' },
          arn: { attribute: 'schedulesArn' },
          passes: { attributes: ['roleArn'], to: 'scheduler.amazonaws.com' },
          environment: ['roleArn'],
          sample: {
            Name: '{% $uuid() %}',
            GroupName: '{resource}',
            ScheduleExpression: '{% "at(" & $states.input.time & ")" %}',
            FlexibleTimeWindow: { Mode: 'OFF' },
            ActionAfterCompletion: 'DELETE',
            Target: { Arn: '{% $states.input.target %}', RoleArn: '{resource.roleArn}' },
          },
          writes: true,
          async: true,
        },
        deleteSchedule: {
          iam: ['scheduler:DeleteSchedule'],
          required: ['Name'],
          resource: { parameter: 'GroupName', attribute: 'name' },
          arn: { attribute: 'schedulesArn' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'createSchedule',
    },
  },
  refusal: {
    en: 'Schedules are created in a group by workflows and code; this service cannot create any.',
    ja: 'グループ内のスケジュールはワークフローとコードから作成します。このサービスからは作成できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'scheduleGroupArn'),
    name: member(self, 'scheduleGroupName'),
    schedulesArn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('scheduler'),
        resource: lit('schedule'),
        resourceName: template(member(self, 'scheduleGroupName'), '/*'),
      }),
    ),
    roleArn: member(as(call(member(self, 'node'), 'findChild', lit('Role')), cdk('aws-iam', 'Role')), 'roleArn'),
  }),
  construct: ({ constructId }) => create(cdk('aws-scheduler', 'ScheduleGroup'), ref('this'), lit(constructId)),
  // What the schedules call, only whoever creates them knows.
  further: (_input, self) => [
    {
      type: 'do',
      expression: create(
        cdk('aws-iam', 'Role'),
        self,
        lit('Role'),
        object({ assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('scheduler.amazonaws.com')) }),
      ),
    },
  ],
  source: groups,
});
