import { isObject } from '../../asl/definition.js';
import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, json, lit, member, object, ref } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { parseJson } from '../connections/shared.js';
import { defineService, type NodeView } from '../define.js';
import { dotted } from './shared.js';

const runCommand = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html';

const documentWords = { en: 'Document', ja: 'ドキュメント' } as const;

/** The tag says later which instances they are. */
const sends = ({ id }: NodeView) => [
  {
    actions: ['ssm:SendCommand'],
    resources: [{ node: id, attribute: 'arn' }],
    arns: ['arn:{partition}:ec2:{region}:{account}:instance/*'],
  },
];

export const ssmDocument = defineService({
  type: 'ssm-document',
  cfnType: 'AWS::SSM::Document',
  category: 'other',
  icon: 'resource/AWSSystemsManagerRunCommand',
  label: { en: 'SSM Run Command', ja: 'SSM Run Command' },
  defaultLabel: { en: 'Command', ja: 'コマンド' },
  description: {
    en: 'Runs a command on the instances that a tag names',
    ja: 'タグで指定したインスタンスでコマンドを実行',
  },
  keywords: ['systems manager', 'instance', 'shell', 'script', 'コマンド', 'インスタンス', '運用'],
  fields: {
    content: field.code({
      label: documentWords,
      language: 'json',
      default:
        '{\n  "schemaVersion": "2.2",\n  "mainSteps": [\n    {\n      "name": "run",\n      "action": "aws:runShellScript",\n      "inputs": { "runCommand": ["echo No command yet"] }\n    }\n  ]\n}',
      required: true,
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html',
    }),
    tagKey: field.text({
      label: { en: 'Tag of the instances', ja: 'インスタンスのタグ' },
      default: 'Role',
      required: true,
      code: true,
      source: runCommand,
    }),
    tagValue: field.text({
      label: { en: 'Value of the tag', ja: 'タグの値' },
      default: 'worker',
      required: true,
      code: true,
      source: runCommand,
    }),
  },
  subtitle: ({ props }) => dotted('Run Command', `${props.tagKey}=${props.tagValue}`),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id, props: { tagKey, tagValue } }, emitter) => ({
        arn: emitter.attribute(id, 'arn'),
        runCommandParameters: object({
          runCommandTargets: array([
            object({ key: lit(`tag:${String(tagKey)}`), values: array([lit(String(tagValue))]) }),
          ]),
        }),
      })),
      iam: ['ssm:SendCommand'],
      permissions: sends,
    },
    sdkTarget: {
      service: 'ssm',
      actions: {
        sendCommand: {
          iam: ['ssm:SendCommand'],
          required: ['DocumentName'],
          resource: { parameter: 'DocumentName', attribute: 'name' },
          arn: { attribute: 'arn', also: ['instancesArn'] },
          sample: {
            DocumentName: '{resource}',
            Targets: [{ Key: '{resource.targetKey}', Values: ['{resource.target}'] }],
          },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'sendCommand',
    },
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html
  problems: ({ props }) => {
    const content = parseJson(props.content);
    return content === undefined || (isObject(content) && 'schemaVersion' in content)
      ? []
      : [
          problem('code-invalid', {
            field: documentWords,
            detail: { en: 'a document says its "schemaVersion"', ja: '"schemaVersion" がありません。' },
          }),
        ];
  },
  refusal: {
    en: 'A command is sent by rules, schedules, workflows and code; this service cannot send one.',
    ja: 'コマンドはルール、スケジュール、ワークフロー、コードから送信します。このサービスからは送信できません。',
  },
  attributes: ({ props }, self) => ({
    arn: callStatic('aws-ssm', 'CfnDocument.arnForDocument', self),
    name: member(self, 'ref'),
    targetKey: lit(`tag:${props.tagKey}`),
    target: lit(props.tagValue),
    instancesArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('ec2'), resource: lit('instance'), resourceName: lit('*') }),
    ),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ssm', 'CfnDocument'),
      ref('this'),
      lit(constructId),
      object({
        documentType: lit('Command'),
        documentFormat: lit('JSON'),
        updateMethod: lit('NewVersion'),
        content: json(parseJson(props.content) ?? {}),
      }),
    ),
  source: runCommand,
});
