import { knownResourceType } from '../../cfn/store.js';
import type { Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { referenceOf } from '../../model/references.js';
import { array, call, cdk, create, json, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineService, type ConnectedEnd, type Emitter } from '../define.js';

const attribute = (self: Expr, name: string): Expr => call(call(self, 'getAtt', lit(name)), 'toString');

/** Properties as an expression; `Ref` and `Fn::GetAtt` of a node of the design are those of its construct. */
function withNodes(value: Json, nodes: ReadonlyMap<string, ConnectedEnd>, emitter: Emitter): Expr {
  const reference = referenceOf(value);
  const end = reference === undefined ? undefined : nodes.get(reference.target);
  if (reference !== undefined && end !== undefined) {
    const itself = end.service.type === 'generic' ? 'ref' : 'name';
    return emitter.attribute(end.other.id, reference.attribute ?? itself);
  }
  if (Array.isArray(value))
    return array(
      (value as readonly Json[]).filter((item) => item !== null).map((item) => withNodes(item, nodes, emitter)),
    );
  if (typeof value !== 'object' || value === null) return json(value);
  return object(
    Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withNodes(item, nodes, emitter)]])),
    ),
  );
}

/** What `Fn::GetAtt` gives as a text, where the schema of the type was read. */
const typeAttributes = (type: string | undefined, self: Expr): Readonly<Record<string, Expr>> =>
  Object.fromEntries(
    [...(type === undefined ? [] : (knownResourceType(type)?.attributes ?? []))]
      .filter(([, kind]) => kind === 'text')
      .map(([name]) => [name, attribute(self, name)]),
  );

export const generic = defineService({
  type: 'generic',
  category: 'other',
  icon: 'architecture-service/AWSCloudFormation',
  label: { en: 'CloudFormation resource', ja: 'CloudFormation リソース' },
  defaultLabel: { en: 'Resource', ja: 'リソース' },
  description: {
    en: 'Any resource type, with the properties that CloudFormation knows',
    ja: '任意のリソースタイプ。プロパティは CloudFormation の定義に従って指定',
  },
  keywords: ['cloudformation', 'other', 'any', 'custom', 'その他', 'リソース', '任意'],
  fields: {
    cfnType: field.text({
      label: { en: 'Resource type', ja: 'リソースタイプ' },
      required: true,
      code: true,
      names: 'resource-type',
      placeholder: 'AWS::SNS::Topic',
      pattern: {
        test: /^(?:[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+(?:::MODULE)?|Custom::[A-Za-z0-9_@-]{1,60})$/,
        hint: { en: 'a type such as AWS::SNS::Topic', ja: 'AWS::SNS::Topic のようなタイプを指定してください。' },
      },
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    }),
    properties: field.json({
      label: { en: 'Properties', ja: 'プロパティ' },
      help: {
        en: 'Refer to a node by its id: { "Fn::GetAtt": ["orders", "arn"] }.',
        ja: '{ "Fn::GetAtt": ["orders", "arn"] } のように、ノードを ID で参照できます。',
      },
    }),
    arnAttribute: field.text({
      label: { en: 'Attribute with the ARN', ja: 'ARN の属性' },
      help: {
        en: 'What Fn::GetAtt returns the ARN for; Ref where the reference itself is the ARN.',
        ja: 'Fn::GetAtt で ARN を返す属性です。参照自体が ARN の場合は Ref を指定します。',
      },
      default: 'Arn',
      code: true,
      names: 'resource-attribute',
      pattern: {
        test: /^[A-Za-z0-9_.]{1,120}$/,
        hint: { en: 'a name such as Arn', ja: 'Arn のような名前を指定してください。' },
      },
      advanced: true,
    }),
  },
  subtitle: ({ props }) =>
    props.cfnType === undefined || props.cfnType === ''
      ? { en: 'no type yet', ja: 'タイプ未設定' }
      : sameInEveryLanguage(props.cfnType),
  // Whether it keeps data is not known: a move is announced.
  stateful: true,
  roles: { sdkTarget: { service: '', actions: {} } },
  refusal: {
    en: 'Nothing is known of what this resource can receive. Code or a Task can call it.',
    ja: 'このリソースが受け取れるものは不明です。コードまたは Task ステートから呼び出せます。',
  },
  attributes: ({ props }, self) => ({
    ...typeAttributes(props.cfnType, self),
    ref: member(self, 'ref'),
    name: member(self, 'ref'),
    arn: props.arnAttribute === 'Ref' ? member(self, 'ref') : attribute(self, props.arnAttribute),
  }),
  construct: ({ constructId, props, outgoing, emitter }) =>
    props.cfnType === undefined || props.cfnType === ''
      ? undefined
      : create(
          cdk('', 'CfnResource'),
          ref('this'),
          lit(constructId),
          object({
            type: lit(props.cfnType),
            properties:
              Object.keys(props.properties).length === 0
                ? undefined
                : withNodes(props.properties, new Map(outgoing.map((end) => [end.other.id, end])), emitter),
          }),
        ),
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-serverless.html
  further: ({ props }) =>
    props.cfnType?.startsWith('AWS::Serverless::') === true
      ? [
          {
            type: 'assign',
            object: member(ref('this'), 'templateOptions'),
            name: 'transforms',
            value: array([lit('AWS::Serverless-2016-10-31')]),
          },
        ]
      : [],
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/Welcome.html',
});
