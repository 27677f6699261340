import { propertiesOf } from '../../catalog/properties/index.js';
import { parseDefinition, substitutionsIn } from '../../asl/definition.js';
import { lookup, nodeId, type AdoptedResource, type Design, type DesignNode, type Json } from '../../model/design.js';
import { isEqual } from '../../model/equal.js';
import type { Origin } from '../../model/origins.js';
import { problem, type Problem } from '../../model/problems.js';
import type { JsonMap } from '../../model/json.js';
import { intrinsicOf } from './intrinsics.js';
import { primaryOf } from './primary.js';

/** The resource of a node with what was changed in the design: fields, overrides, the definition. */
export function withChanges(
  design: Design,
  origin: Origin,
  id: string,
  node: DesignNode,
  resource: AdoptedResource,
): { readonly resource: AdoptedResource; readonly problems: readonly Problem[] } {
  const before = origin.imported === undefined ? undefined : lookup(origin.imported.nodes, id);
  const fields = withFields(design, origin, id, node, resource, before?.props);
  const overridden = withOverrides(fields.resource, node, before?.overrides);
  const defined = withDefinition(design, node, overridden, before);
  return { resource: defined, problems: fields.problems };
}

/** A parameter's value is its default, as the import read it. */
const evaluating =
  (design: Design, { parameters = {} }: Origin) =>
  (value: Json): Json => {
    const intrinsic = intrinsicOf(value);
    if (intrinsic?.name !== 'Ref' || typeof intrinsic.argument !== 'string') return value;
    const parameter = lookup(design.parameters, lookup(parameters, intrinsic.argument) ?? '');
    const found =
      typeof parameter === 'object' && parameter !== null && !Array.isArray(parameter)
        ? lookup(parameter as JsonMap, 'Default')
        : undefined;
    return found ?? value;
  };

function withFields(
  design: Design,
  origin: Origin,
  id: string,
  node: DesignNode,
  resource: AdoptedResource,
  before: JsonMap | undefined,
): { readonly resource: AdoptedResource; readonly problems: readonly Problem[] } {
  const mapping = propertiesOf(node.service);
  const given = resource.properties ?? {};
  const evaluate = evaluating(design, origin);
  const decoded = mapping?.decode(resource.type, given, evaluate) ?? {};
  const base = before ?? decoded;
  const changed: Record<string, Json | undefined> = {};
  for (const field of new Set([...Object.keys(base), ...Object.keys(node.props)])) {
    const now = lookup(node.props, field);
    if (!isEqual(now, lookup(base, field))) changed[field] = now;
  }
  if (Object.keys(changed).length === 0) return { resource, problems: [] };
  const properties = mapping?.encode(resource.type, given, changed) ?? given;
  const written = mapping?.decode(resource.type, properties, evaluate) ?? {};
  const problems = Object.entries(changed).flatMap(([field, value]) => {
    const isWritten = isEqual(lookup(written, field), value) || (value === undefined && properties !== given);
    return isWritten ? [] : [problem('adopted-field-not-written', { label: node.label, field }, { node: nodeId(id) })];
  });
  return { resource: properties === given ? resource : { ...resource, properties }, problems };
}

function withOverrides(resource: AdoptedResource, node: DesignNode, before: JsonMap | undefined): AdoptedResource {
  const overrides = Object.entries(node.overrides ?? {}).filter(
    ([name, value]) => before === undefined || !isEqual(lookup(before, name), value),
  );
  if (overrides.length === 0) return resource;
  const names = new Set(overrides.map(([name]) => name));
  return {
    ...resource,
    properties: Object.fromEntries([
      ...Object.entries(resource.properties ?? {}).filter(([name]) => !names.has(name)),
      ...overrides.filter(([, value]) => value !== null),
    ]),
  };
}

const definitionKeys = [
  'Definition',
  'DefinitionString',
  'DefinitionUri',
  'DefinitionBody',
  'DefinitionS3Location',
  'DefinitionSubstitutions',
];

/** A changed definition is written into the template as text, with what its `${Name}` stand for. */
function withDefinition(
  design: Design,
  { definition }: DesignNode,
  resource: AdoptedResource,
  before: Omit<DesignNode, 'adopted'> | undefined,
): AdoptedResource {
  const old = before?.definition;
  if (definition === undefined || old === undefined) return resource;
  if (definition.text === old.text && isEqual(definition.substitutions, old.substitutions)) return resource;
  const given = resource.properties ?? {};
  const kept = Object.entries(given).filter(([name]) => !definitionKeys.includes(name));
  const known = lookup(given, 'DefinitionSubstitutions');
  const substitutions: Record<string, Json> = {};
  for (const name of substitutionsIn(definition.text)) {
    const stands = lookup(definition.substitutions, name);
    const same = isEqual(stands, lookup(old.substitutions, name));
    const written = typeof known === 'object' && known !== null ? lookup(known as JsonMap, name) : undefined;
    const value = same && written !== undefined ? written : stands === undefined ? undefined : valueOf(design, stands);
    if (value !== undefined) substitutions[name] = value;
  }
  const { format, text } = definition;
  const tree = parseDefinition(text, format).tree?.document.value;
  const written: JsonMap =
    resource.type === 'AWS::Serverless::StateMachine' && tree !== undefined
      ? { Definition: tree }
      : { DefinitionString: format === 'json' || tree === undefined ? text : JSON.stringify(tree, null, 2) };
  return {
    ...resource,
    properties: {
      ...Object.fromEntries(kept),
      ...written,
      ...(Object.keys(substitutions).length === 0 ? {} : { DefinitionSubstitutions: substitutions }),
    },
  };
}

function valueOf(
  design: Design,
  stands: NonNullable<DesignNode['definition']>['substitutions'][string],
): Json | undefined {
  if ('literal' in stands) return stands.literal;
  const node = lookup(design.nodes, stands.node);
  const logicalId = node === undefined ? undefined : primaryOf(stands.node, node);
  if (logicalId === undefined) return undefined;
  const { attribute } = stands;
  // A name is what Ref gives of most resources; ARNs are attributes.
  return attribute === 'name'
    ? { Ref: logicalId }
    : { 'Fn::GetAtt': [logicalId, attribute === 'arn' ? 'Arn' : attribute] };
}
