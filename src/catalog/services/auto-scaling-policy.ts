import { field } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const policies = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html';

export const autoScalingPolicy = defineService({
  type: 'auto-scaling-policy',
  cfnType: 'AWS::AutoScaling::ScalingPolicy',
  category: 'compute',
  icon: 'resource/AmazonEC2AutoScaling',
  label: { en: 'Auto Scaling policy', ja: 'Auto Scaling ポリシー' },
  defaultLabel: { en: 'Scaling', ja: 'スケーリング' },
  description: {
    en: 'Adds or removes instances of an existing group when an alarm asks for it',
    ja: 'アラームを受けて、既存のグループのインスタンスを追加または削除',
  },
  keywords: ['scaling', 'group', 'instance', 'スケーリング', 'グループ', 'インスタンス'],
  fields: {
    group: field.text({
      label: { en: 'Auto Scaling group', ja: 'Auto Scaling グループ' },
      help: { en: 'The name of one that exists.', ja: '既存のグループの名前です。' },
      default: 'workers',
      required: true,
      code: true,
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-groups.html',
    }),
    adjustment: field.number({
      label: { en: 'Instances to add', ja: '追加するインスタンス数' },
      help: { en: 'Below 0: to remove.', ja: '0 未満の場合、削除します。' },
      min: -1000,
      max: 1000,
      default: 1,
      unit: 'count',
      source: policies,
    }),
  },
  subtitle: ({ props }) => dotted(props.group, `${props.adjustment > 0 ? '+' : ''}${String(props.adjustment)}`),
  stateful: false,
  roles: { alarmTarget: { construct: cdk('aws-cloudwatch-actions', 'AutoScalingAction') } },
  refusal: {
    en: 'A scaling policy is called by alarms; this service cannot call it.',
    ja: 'スケーリングポリシーはアラームから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'scalingPolicyArn') }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-autoscaling', 'StepScalingAction'),
      ref('this'),
      lit(constructId),
      object({
        autoScalingGroup: callStatic(
          'aws-autoscaling',
          'AutoScalingGroup.fromAutoScalingGroupName',
          ref('this'),
          lit(emitter.constructId(id, 'group')),
          lit(props.group),
        ),
        adjustmentType: sym('aws-autoscaling', 'AdjustmentType.CHANGE_IN_CAPACITY'),
      }),
    ),
  further: ({ props }, self) => [
    {
      type: 'do',
      expression: call(
        self,
        'addAdjustment',
        object(
          props.adjustment < 0
            ? { adjustment: lit(props.adjustment), upperBound: lit(0) }
            : { adjustment: lit(props.adjustment), lowerBound: lit(0) },
        ),
      ),
    },
  ],
  source: policies,
});
