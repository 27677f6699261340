import { field } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { noResource } from '../permissions.js';
import { dotted } from './shared.js';

/** IAM knows no resource for it: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoninspector.html */
const starts = () => [{ actions: ['inspector:StartAssessmentRun'], resources: [], anyResource: noResource }];

export const inspectorAssessment = defineService({
  type: 'inspector-assessment',
  cfnType: 'AWS::Inspector::AssessmentTemplate',
  category: 'other',
  icon: 'architecture-service/AmazonInspector',
  label: { en: 'Inspector assessment', ja: 'Inspector 評価' },
  defaultLabel: { en: 'Assessment', ja: '評価' },
  description: {
    en: 'Looks for weak points of EC2 instances (Inspector Classic)',
    ja: 'EC2 インスタンスの脆弱性を評価 (Inspector Classic)',
  },
  keywords: ['security', 'vulnerability', 'inspector classic', 'セキュリティ', '脆弱性', '評価'],
  fields: {
    duration: field.seconds({
      label: { en: 'Duration', ja: '評価時間' },
      min: 180,
      max: 86_400,
      default: 3600,
      source: 'https://docs.aws.amazon.com/inspector/v1/APIReference/API_CreateAssessmentTemplate.html',
    }),
    rulesPackages: field.list({
      label: { en: 'Rules packages', ja: 'ルールパッケージ' },
      help: {
        en: 'Their ARNs differ by Region.',
        ja: 'ルールパッケージの ARN です。リージョンごとに異なります。',
      },
      default: ['arn:aws:inspector:us-east-1:316112463485:rulespackage/0-gEjTy7T7'],
      required: true,
      source: 'https://docs.aws.amazon.com/inspector/v1/userguide/inspector_rules-arns.html',
    }),
  },
  subtitle: ({ props }) => dotted('Inspector Classic', `${String(props.duration)} s`),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      input: 'none',
      iam: ['inspector:StartAssessmentRun'],
      permissions: starts,
    },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'InspectorStartAssessmentRun'),
      iam: ['inspector:StartAssessmentRun'],
      permissions: starts,
    },
    pipeTarget: { parameters: 'none', iam: ['inspector:StartAssessmentRun'], permissions: starts },
    sdkTarget: {
      service: 'inspector',
      actions: {
        startAssessmentRun: {
          iam: ['inspector:StartAssessmentRun'],
          required: ['AssessmentTemplateArn'],
          resource: { parameter: 'AssessmentTemplateArn', attribute: 'arn' },
          sample: { AssessmentTemplateArn: '{resource}' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'startAssessmentRun',
    },
  },
  refusal: {
    en: 'An assessment is started by rules, schedules, pipes, workflows and code; this service cannot start one.',
    ja: '評価はルール、スケジュール、パイプ、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn') }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-inspector', 'CfnAssessmentTemplate'),
      ref('this'),
      lit(constructId),
      object({
        // Without a group of resources: every instance of the account in this Region.
        assessmentTargetArn: member(
          create(
            cdk('aws-inspector', 'CfnAssessmentTarget'),
            ref('this'),
            lit(emitter.constructId(id, 'target')),
            object({}),
          ),
          'attrArn',
        ),
        durationInSeconds: lit(props.duration),
        rulesPackageArns: array(props.rulesPackages.map(lit)),
      }),
    ),
  source: 'https://docs.aws.amazon.com/inspector/v1/userguide/inspector_introduction.html',
});
