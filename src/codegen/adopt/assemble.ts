import {
  connectionId,
  entries,
  lookup,
  nodeId,
  type AdoptedResource,
  type Design,
  type DesignNode,
  type Json,
} from '../../model/design.js';
import { isEqual } from '../../model/equal.js';
import type { JsonMap } from '../../model/json.js';
import { originsOf, type Origin } from '../../model/origins.js';
import { putParts, type Part } from '../../model/parts.js';
import { problem, type Problem } from '../../model/problems.js';
import { namesInside } from '../../model/references.js';
import { withChanges } from './changes.js';
import { primaryOf } from './primary.js';
import { withoutDeleted } from './prune.js';

/** A resource of an imported template as the design has it now. */
export interface AssembledResource {
  readonly logicalId: string;
  readonly resource: AdoptedResource;
  /** The nodes and connections that it belongs to; none: the template alone. */
  readonly subjects: readonly string[];
}

/** An imported template as the design has it now. */
export interface AssembledTemplate {
  readonly key: string;
  readonly origin: Origin;
  /** In the order of their logical ids. */
  readonly resources: readonly AssembledResource[];
  readonly parameters: JsonMap;
  readonly conditions: JsonMap;
  readonly outputs: JsonMap;
}

interface Assembly {
  readonly templates: readonly AssembledTemplate[];
  readonly problems: readonly Problem[];
}

const assembled = new WeakMap<Design, Assembly>();

/**
 * The imported templates, put together again from the design: what nodes and connections adopted with their changes, and
 * what the origins keep. What was deleted is missing, and what referred to it.
 */
export function assembleTemplates(design: Design): Assembly {
  const known = assembled.get(design) ?? assemble(design);
  assembled.set(design, known);
  return known;
}

interface Owned {
  resource: AdoptedResource;
  readonly subjects: string[];
}

function assemble(design: Design): Assembly {
  const problems: Problem[] = [];
  const templates = [...originsOf(design)].map(([key, origin]) => assembleTemplate(design, key, origin, problems));
  return { templates: templates.filter(({ resources }) => resources.length > 0), problems };
}

function assembleTemplate(design: Design, key: string, origin: Origin, problems: Problem[]): AssembledTemplate {
  const owned = new Map<string, Owned>();
  const parts = new Map<string, Map<string, Part>>();
  const own = (id: string, resource: AdoptedResource, subject?: string): void => {
    const known = owned.get(id) ?? { resource, subjects: [] };
    owned.set(id, known);
    if (subject !== undefined) known.subjects.push(subject);
  };
  for (const [id, resource] of Object.entries(origin.plumbing ?? {})) own(id, resource);
  const primaries: { node: DesignNode; id: string; logicalId: string }[] = [];
  for (const [id, node] of entries(design.nodes)) {
    if (node.adopted?.template !== key) continue;
    for (const [logicalId, resource] of Object.entries(node.adopted.resources ?? {})) own(logicalId, resource, id);
    collectParts(parts, node.adopted.parts);
    const logicalId = primaryOf(id, node);
    if (logicalId !== undefined) primaries.push({ node, id, logicalId });
  }
  for (const [id, connection] of entries(design.connections)) {
    if (connection.adopted?.template !== key) continue;
    for (const [logicalId, resource] of Object.entries(connection.adopted.resources ?? {}))
      own(logicalId, resource, id);
    collectParts(parts, connection.adopted.parts);
    problems.push(...changedConnection(origin, id, connection));
  }
  for (const [logicalId, held] of owned)
    held.resource = putParts(held.resource, [...(parts.get(logicalId)?.values() ?? [])]);
  for (const { node, id, logicalId } of primaries) {
    const held = owned.get(logicalId);
    if (held === undefined) continue;
    const changed = withChanges(design, origin, id, node, held.resource);
    held.resource = changed.resource;
    problems.push(...changed.problems);
  }
  const outputs = pruneDeleted(origin, owned, problems);
  const named = (names: Readonly<Record<string, string>> | undefined, all: JsonMap): JsonMap =>
    Object.fromEntries(
      Object.entries(names ?? {}).flatMap(([name, own]) => {
        const value = lookup(all, own);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return {
    key,
    origin,
    resources: [...owned].map(([logicalId, { resource, subjects }]) => ({ logicalId, resource, subjects })),
    parameters: named(origin.parameters, design.parameters),
    conditions: named(origin.conditions, design.conditions),
    outputs,
  };
}

function collectParts(
  parts: Map<string, Map<string, Part>>,
  added: readonly (Part & { readonly resource: string })[] | undefined,
): void {
  for (const { resource, path, value } of added ?? []) {
    const own = parts.get(resource) ?? new Map<string, Part>();
    parts.set(resource, own);
    // Two connections may share a part: it is there once.
    own.set(JSON.stringify(path), { path, value });
  }
}

/** How a connection is implemented was read, and is written back as it was: a change of its fields has nowhere to go. */
function changedConnection(
  { imported }: Origin,
  id: string,
  connection: { readonly props: JsonMap; readonly from: string; readonly to: string; readonly kind: string },
): Problem[] {
  const before = imported === undefined ? undefined : lookup(imported.connections, id);
  if (before === undefined) return [];
  const same =
    before.from === connection.from &&
    before.to === connection.to &&
    before.kind === connection.kind &&
    isEqual(before.props, connection.props);
  return same ? [] : [problem('adopted-connection-changed', {}, { connection: connectionId(id) })];
}

/** Takes out what refers to resources that were deleted; gives the outputs that are left. */
function pruneDeleted(origin: Origin, owned: Map<string, Owned>, problems: Problem[]): JsonMap {
  const { outputs = {}, imported } = origin;
  const deleted = new Set((imported?.resources ?? []).filter((id) => !owned.has(id)));
  if (deleted.size === 0) return outputs;
  const isDeleted = (id: string): boolean =>
    deleted.has(id) || (origin.format === 'sam' && !owned.has(id) && isMadeBySam(id, deleted));
  for (let again = true; again;) {
    again = false;
    for (const [id, held] of [...owned]) {
      if (![...namesIn(held.resource.properties ?? {}), ...dependenciesOf(held.resource)].some(isDeleted)) continue;
      const { resource, left } = withoutDeleted(held.resource, isDeleted);
      held.resource = resource;
      if (left.length === 0) continue;
      const [subject] = held.subjects;
      if (subject === undefined) {
        // Nothing drawn needs it, and it served what is gone.
        owned.delete(id);
        deleted.add(id);
        again = true;
        continue;
      }
      for (const { path, id: missing } of left) {
        const facts = { resource: id, path, missing };
        problems.push(problem('adopted-reference-deleted', facts, { node: nodeId(subject) }));
      }
    }
  }
  return Object.fromEntries(Object.entries(outputs).filter(([, output]) => !namesIn(output).some(isDeleted)));
}

const namesIn = (value: Json): readonly string[] => [...namesInside(value)].map(({ name }) => name);

const dependenciesOf = ({ attributes }: AdoptedResource): readonly string[] =>
  [attributes?.['DependsOn'] ?? []].flat().filter((id): id is string => typeof id === 'string');

/** SAM names what it makes of a resource after it: `OrdersRole`, `OrdersAliaslive`. */
const isMadeBySam = (id: string, deleted: ReadonlySet<string>): boolean => {
  const [, own = ''] = /^(.+?)(?:Role|Version|Alias\w*|Stage|Deployment|DLQ|EventInvokeConfig)$/.exec(id) ?? [];
  return deleted.has(own);
};
