import { field } from '../../model/fields.js';
import { call, cdk, lit, object, ref, sym } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { noResource } from '../permissions.js';
import { apiAction } from './sdk-actions.js';
import { dotted } from './shared.js';

const opsCenter = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/OpsCenter.html';

export const ssmOpsitem = defineService({
  type: 'ssm-opsitem',
  category: 'other',
  icon: 'resource/AWSSystemsManagerOpsCenter',
  label: { en: 'OpsItem', ja: 'OpsItem' },
  defaultLabel: { en: 'OpsItem', ja: 'OpsItem' },
  description: {
    en: 'Opens an item in OpsCenter for whoever runs the system',
    ja: 'OpsCenter に運用担当者向けの項目を作成',
  },
  keywords: ['opscenter', 'systems manager', 'operations', 'incident', '運用', 'インシデント', '項目'],
  fields: {
    severity: field.choice({
      label: { en: 'Severity', ja: '重大度' },
      options: {
        CRITICAL: { en: 'Critical', ja: '重大' },
        HIGH: { en: 'High', ja: '高' },
        MEDIUM: { en: 'Medium', ja: '中' },
        LOW: { en: 'Low', ja: '低' },
      },
      default: 'MEDIUM',
      source: opsCenter,
    }),
    itemCategory: field.choice({
      label: { en: 'Category', ja: 'カテゴリ' },
      options: {
        AVAILABILITY: { en: 'Availability', ja: '可用性' },
        COST: { en: 'Cost', ja: 'コスト' },
        PERFORMANCE: { en: 'Performance', ja: 'パフォーマンス' },
        RECOVERY: { en: 'Recovery', ja: '復旧' },
        SECURITY: { en: 'Security', ja: 'セキュリティ' },
      },
      default: 'AVAILABILITY',
      source: opsCenter,
    }),
  },
  subtitle: () => dotted('OpsCenter'),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'itemsArn') })),
      iam: ['ssm:CreateOpsItem'],
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
      permissions: () => [{ actions: ['ssm:CreateOpsItem'], resources: [], anyResource: noResource }],
    },
    alarmTarget: {
      construct: cdk('aws-cloudwatch-actions', 'SsmAction'),
      arguments: ({ props }) => [
        sym('aws-cloudwatch-actions', `OpsItemSeverity.${String(props['severity'])}`),
        sym('aws-cloudwatch-actions', `OpsItemCategory.${String(props['itemCategory'])}`),
      ],
    },
    sdkTarget: {
      service: 'ssm',
      actions: {
        createOpsItem: apiAction(
          'ssm:CreateOpsItem',
          { Title: '{% $states.input.title %}', Description: '{% $states.input.description %}', Source: 'app' },
          { writes: true, async: true },
        ),
      },
      defaultAction: 'createOpsItem',
    },
  },
  refusal: {
    en: 'An OpsItem is opened by rules, alarms, workflows and code; this service cannot open one.',
    ja: 'OpsItem はルール、アラーム、ワークフロー、コードから作成します。このサービスからは作成できません。',
  },
  attributes: () => ({
    itemsArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('ssm'), resource: lit('opsitem'), arnFormat: sym('', 'ArnFormat.NO_RESOURCE_NAME') }),
    ),
  }),
  construct: () => undefined,
  source: opsCenter,
});
