import { checkProperties, pathText, type PropertyProblem } from '../cfn/check.js';
import { findResourceType } from '../cfn/known-types.js';
import type { ResourceType } from '../cfn/resource-type.js';
import type { Json } from '../model/design.js';
import { translate, type Localized } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import type { SystemConnection, SystemNode } from './system.js';

type JsonMap = Readonly<Record<string, Json>>;

/**
 * What is wrong with a resource by the schema of its type: an unknown type, properties that are missing, unknown or of
 * another type. Nothing is said of a type that was not read (`cfn/known-types.ts`).
 */
export function checkResource({ id, label, node, props }: SystemNode): readonly Problem[] {
  const name = props['cfnType'];
  if (typeof name !== 'string' || node.origin === 'existing') return [];
  const where = { node: id };
  const path = ['nodes', id, 'props'];
  const found = findResourceType(name);
  if (found.status === 'unknown') {
    const facts = { label, type: name };
    return found.nearest === undefined
      ? [problem('resource-type-new', facts, { ...where, path: [...path, 'cfnType'] })]
      : [
          problem(
            'resource-type-unknown',
            { ...facts, nearest: found.nearest },
            { ...where, path: [...path, 'cfnType'] },
          ),
        ];
  }
  if (found.status === 'unread') return [];
  // The form shows a field of JSON as `{}` where it holds anything else; that is reported with the field.
  const properties = checkProperties(found.type, props['properties'] as JsonMap);
  return properties.map((one) => ofProperty(one, label, id, path));
}

function ofProperty(found: PropertyProblem, what: string, node: SystemNode['id'], path: readonly string[]): Problem {
  const facts = {
    what,
    property: pathText(found.path),
    detail: {
      en: translate(found.words, 'en', found.facts),
      ja: translate(found.words, 'ja', found.facts),
    } satisfies Localized,
  };
  const code = found.certainty === 'wrong' ? 'resource-property' : 'resource-property-doubtful';
  return problem(code, facts, { node, path: [...path, 'properties', ...found.path] });
}

/** A caller that is permitted actions on a resource needs its ARN. */
export function checkResourceArn(node: SystemNode, incoming: readonly SystemConnection[]): readonly Problem[] {
  const { cfnType, arnAttribute } = node.props;
  if (incoming.length === 0 || typeof cfnType !== 'string' || typeof arnAttribute !== 'string') return [];
  const found = findResourceType(cfnType);
  if (node.node.origin === 'existing' || found.status !== 'known' || arnAttribute === 'Ref') return [];
  if (found.type.attributes.has(arnAttribute)) return [];
  const facts = { label: node.label, type: cfnType, attribute: arnAttribute, hint: arnHint(found.type) };
  return [problem('resource-arn', facts, { node: node.id, path: ['nodes', node.id, 'props', 'arnAttribute'] })];
}

const arnHint = ({ arn }: ResourceType): Localized =>
  arn === undefined
    ? {
        en: 'This type has none: connect it without actions, or name the one that stands for it.',
        ja: 'このタイプには ARN の属性がありません。代わりに使用する属性を指定してください。',
      }
    : { en: `Set "Attribute with the ARN" to ${arn}.`, ja: `「ARN の属性」に ${arn} を指定してください。` };
