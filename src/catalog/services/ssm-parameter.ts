import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const on = actionsOn('Name', 'name');

export const ssmParameter = defineService({
  type: 'ssm-parameter',
  cfnType: 'AWS::SSM::Parameter',
  category: 'data',
  icon: 'resource/AWSSystemsManagerParameterStore',
  label: { en: 'SSM parameter', ja: 'SSM パラメータ' },
  defaultLabel: { en: 'Parameter', ja: 'パラメータ' },
  description: { en: 'A configuration value that code reads by its name', ja: 'コードが名前で読み取る設定値' },
  keywords: ['parameter store', 'configuration', 'systems manager', 'パラメータストア', '設定', '構成'],
  fields: {
    value: field.text({
      label: { en: 'Value', ja: '値' },
      help: {
        en: 'No secret: it stands in the template.',
        ja: 'テンプレートに記載されるため、シークレットには使用できません。',
      },
      default: '-',
      required: true,
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
    }),
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
  },
  subtitle: ({ props }) => dotted('String', props.value),
  stateful: false,
  roles: {
    apiIntegration: {
      service: 'ssm',
      target: 'AmazonSSM',
      actions: {
        GetParameter: { iam: ['ssm:GetParameter'], request: '{ "Name": "{{name}}" }' },
        PutParameter: {
          iam: ['ssm:PutParameter'],
          request: '{ "Name": "{{name}}", "Value": $input.json(\'$.value\'), "Overwrite": true }',
        },
      },
      defaultAction: 'GetParameter',
    },
    sdkTarget: {
      service: 'ssm',
      actions: {
        getParameter: on('ssm:GetParameter', []),
        putParameter: on('ssm:PutParameter', ['Value'], { writes: true }),
      },
      defaultAction: 'getParameter',
    },
  },
  refusal: {
    en: 'A parameter is read by a REST API, a state machine or code; this service cannot read it.',
    ja: 'パラメータは REST API、ステートマシンまたはコードから読み取ります。このサービスからは読み取れません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'parameterArn'), name: member(self, 'parameterName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ssm', 'StringParameter'),
      ref('this'),
      lit(constructId),
      object({
        stringValue: lit(props.value),
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-ssm',
      by === 'arn' ? 'StringParameter.fromStringParameterArn' : 'StringParameter.fromStringParameterName',
      ref('this'),
      lit(constructId),
      value,
    ),
  problems: ({ node: { origin, existing } }) =>
    origin === 'existing' && (existing?.by === 'ssm-parameter' || existing?.by === 'export')
      ? [
          problem('field-pattern', {
            field: { en: 'Existing resource', ja: '既存のリソース' },
            hint: {
              en: 'a parameter is found by its own name or ARN',
              ja: 'パラメータ自体の名前または ARN を指定してください。',
            },
          }),
        ]
      : [],
  source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
});
