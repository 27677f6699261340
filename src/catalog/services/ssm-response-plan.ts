import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const plans = 'https://docs.aws.amazon.com/incident-manager/latest/userguide/response-plans.html';
const action = actionsOn('ResponsePlanArn', 'arn');

export const ssmResponsePlan = defineService({
  type: 'ssm-response-plan',
  cfnType: 'AWS::SSMIncidents::ResponsePlan',
  category: 'other',
  icon: 'resource/AWSSystemsManagerIncidentManager',
  label: { en: 'Incident response plan', ja: 'インシデント対応プラン' },
  defaultLabel: { en: 'Response plan', ja: '対応プラン' },
  description: {
    en: 'Opens an incident and calls the people on duty',
    ja: 'インシデントを作成し、担当者を呼び出す',
  },
  keywords: ['incident manager', 'on call', 'operations', 'インシデント', '対応', '運用', '当番'],
  fields: {
    title: field.text({
      label: { en: 'Title of the incident', ja: 'インシデントのタイトル' },
      default: 'Incident',
      required: true,
      source: plans,
    }),
    impact: field.choice({
      label: { en: 'Impact', ja: '影響' },
      options: {
        '1': { en: 'Critical', ja: '重大' },
        '2': { en: 'High', ja: '高' },
        '3': { en: 'Medium', ja: '中' },
        '4': { en: 'Low', ja: '低' },
        '5': { en: 'No impact', ja: '影響なし' },
      },
      default: '3',
      source: plans,
    }),
  },
  subtitle: ({ props }) => dotted('Incident Manager', props.title),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      iam: ['ssm-incidents:StartIncident'],
    },
    alarmTarget: {
      construct: cdk('aws-cloudwatch-actions', 'SsmIncidentAction'),
      arguments: ({ id }, emitter) => [emitter.attribute(id, 'name')],
    },
    sdkTarget: {
      service: 'ssmincidents',
      actions: {
        startIncident: action('ssm-incidents:StartIncident', [], {
          sample: { ResponsePlanArn: '{resource}' },
          writes: true,
          async: true,
        }),
      },
      defaultAction: 'startIncident',
    },
  },
  refusal: {
    en: 'An incident is opened by rules, alarms, workflows and code; this service cannot open one.',
    ja: 'インシデントはルール、アラーム、ワークフロー、コードから作成します。このサービスからは作成できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), name: member(self, 'name') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ssmincidents', 'CfnResponsePlan'),
      ref('this'),
      lit(constructId),
      object({
        name: template(member(ref('this'), 'stackName'), `-${constructId}`),
        incidentTemplate: object({ title: lit(props.title), impact: lit(Number(props.impact)) }),
      }),
    ),
  source: plans,
});
