import { checkProperties, pathText, type PropertyProblem } from '../cfn/check.js';
import { findResourceType } from '../cfn/known-types.js';
import type { ResourceType } from '../cfn/resource-type.js';
import { nodeId, type Json, type NodeId } from '../model/design.js';
import { translate, type Localized } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import { referencesInside } from '../model/references.js';
import type { SystemConnection, SystemNode } from './system.js';

/** Where a check looks up other nodes. */
type Lookup = Pick<ReadonlyMap<NodeId, SystemNode>, 'get'>;
type JsonMap = Readonly<Record<string, Json>>;

/**
 * What is wrong with a resource by the schema of its type: an unknown type, properties that are missing, unknown or of
 * another type. Nothing is said of a type that was not read (`cfn/known-types.ts`).
 */
export function checkResource({ id, label, node, props }: SystemNode, nodes: Lookup): readonly Problem[] {
  const name = props['cfnType'];
  if (typeof name !== 'string' || node.origin === 'existing') return [];
  const where = { node: id };
  const path = ['nodes', id, 'props'];
  // The form shows a field of JSON as `{}` where it holds anything else; that is reported with the field.
  const properties = props['properties'] as JsonMap;
  const dangling = danglingReferences(properties, label, id, nodes);
  const found = findResourceType(name);
  if (found.status === 'unknown') {
    const facts = { label, type: name };
    const at = { ...where, path: [...path, 'cfnType'] };
    const unknown =
      found.nearest === undefined
        ? problem('resource-type-new', facts, at)
        : problem('resource-type-unknown', { ...facts, nearest: found.nearest }, at);
    return [...dangling, unknown];
  }
  if (found.status === 'unread') return dangling;
  return [...dangling, ...checkProperties(found.type, properties).map((one) => ofProperty(one, label, id, path))];
}

/** Ids of nodes are in lower case; logical ids of templates begin with a capital. */
const nodeIdPattern = /^[a-z][a-z0-9-]*$/;

function danglingReferences(properties: JsonMap, what: string, node: NodeId, nodes: Lookup): readonly Problem[] {
  return [...referencesInside(properties)]
    .filter(({ target }) => nodeIdPattern.test(target) && nodes.get(nodeId(target)) === undefined)
    .map(({ target, path }) =>
      problem('dangling-node', { what, id: target }, { node, path: ['nodes', node, 'props', 'properties', ...path] }),
    );
}

function ofProperty(found: PropertyProblem, what: string, id: NodeId, path: readonly string[]): Problem {
  const facts = {
    what,
    property: pathText(found.path),
    detail: {
      en: translate(found.words, 'en', found.facts),
      ja: translate(found.words, 'ja', found.facts),
    } satisfies Localized,
  };
  const code = found.certainty === 'wrong' ? 'resource-property' : 'resource-property-doubtful';
  return problem(code, facts, { node: id, path: [...path, 'properties', ...found.path] });
}

/** A caller that is permitted actions on a resource needs its ARN; an imported one has them in its own policies. */
export function checkResourceArn(node: SystemNode, incoming: readonly SystemConnection[]): readonly Problem[] {
  const { cfnType, arnAttribute } = node.props;
  const isCalled = incoming.some(({ origin }) => origin !== 'reference');
  if (!isCalled || node.node.adopted !== undefined || typeof cfnType !== 'string' || typeof arnAttribute !== 'string')
    return [];
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
