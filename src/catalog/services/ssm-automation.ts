import { field } from '../../model/fields.js';
import { as, call, cdk, create, json, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { parseJson } from '../connections/shared.js';
import { defineService, type NodeView } from '../define.js';
import { dotted } from './shared.js';

const automation = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-automation.html';

const starts = ({ id }: NodeView) => [
  { actions: ['ssm:StartAutomationExecution'], resources: [{ node: id, attribute: 'arn' }] },
];

export const ssmAutomation = defineService({
  type: 'ssm-automation',
  cfnType: 'AWS::SSM::Document',
  category: 'other',
  icon: 'resource/AWSSystemsManagerAutomation',
  label: { en: 'SSM automation', ja: 'SSM オートメーション' },
  defaultLabel: { en: 'Runbook', ja: 'ランブック' },
  description: {
    en: 'Runs a runbook: steps on AWS resources, with approvals',
    ja: 'ランブックを実行。AWS リソースへの操作を、承認を含めて段階的に行う',
  },
  keywords: ['systems manager', 'runbook', 'operations', 'remediation', 'ランブック', '運用', '修復', '自動化'],
  fields: {
    content: field.code({
      label: { en: 'Runbook', ja: 'ランブック' },
      help: {
        en: 'JSON of schema version 0.3. Its role needs permissions for what the steps do.',
        ja: 'スキーマバージョン 0.3 の JSON です。各ステップに必要な許可は、実行ロールに追加してください。',
      },
      language: 'json',
      default:
        '{\n  "schemaVersion": "0.3",\n  "mainSteps": [\n    {\n      "name": "wait",\n      "action": "aws:sleep",\n      "inputs": { "Duration": "PT10S" }\n    }\n  ]\n}',
      required: true,
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-documents.html',
    }),
  },
  subtitle: () => dotted({ en: 'SSM automation', ja: 'SSM オートメーション' }),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      iam: ['ssm:StartAutomationExecution'],
      permissions: (node) => [
        ...starts(node),
        {
          actions: ['iam:PassRole'],
          resources: [{ node: node.id, attribute: 'roleArn' }],
          passedTo: 'ssm.amazonaws.com',
        },
      ],
    },
    sdkTarget: {
      service: 'ssm',
      actions: {
        startAutomationExecution: {
          iam: ['ssm:StartAutomationExecution'],
          required: ['DocumentName'],
          resource: { parameter: 'DocumentName', attribute: 'name' },
          arn: { attribute: 'arn' },
          passes: { attributes: ['roleArn'], to: 'ssm.amazonaws.com' },
          sample: { DocumentName: '{resource}' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'startAutomationExecution',
    },
    eventPublisher: {
      source: 'aws.ssm',
      detailTypes: ['EC2 Automation Execution Status-change Notification'],
      own: { path: ['Definition'], attribute: 'name' },
    },
  },
  refusal: {
    en: 'A runbook is started by rules, schedules, workflows and code; this service cannot start one.',
    ja: 'ランブックはルール、スケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('ssm'),
        resource: lit('automation-definition'),
        resourceName: template(member(self, 'ref'), ':$DEFAULT'),
      }),
    ),
    name: member(self, 'ref'),
    roleArn: member(as(call(member(self, 'node'), 'findChild', lit('Role')), cdk('aws-iam', 'Role')), 'roleArn'),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ssm', 'CfnDocument'),
      ref('this'),
      lit(constructId),
      object({
        documentType: lit('Automation'),
        documentFormat: lit('JSON'),
        updateMethod: lit('NewVersion'),
        content: json(parseJson(props.content) ?? {}),
      }),
    ),
  // What its steps do, only their author knows.
  further: (_input, self) => [
    {
      type: 'do',
      expression: call(
        self,
        'addPropertyOverride',
        lit('Content.assumeRole'),
        member(
          create(
            cdk('aws-iam', 'Role'),
            self,
            lit('Role'),
            object({ assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('ssm.amazonaws.com')) }),
          ),
          'roleArn',
        ),
      ),
    },
  ],
  source: automation,
});
