import {
  connectionId,
  entries,
  lookup,
  type ContextId,
  type Design,
  type DesignNode,
  type NodeId,
} from '../../model/design.js';
import { sharedStack } from '../../model/graph.js';
import { byCodeUnit, idFromLabel } from '../../model/names.js';
import { isError, problem, type Problem } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import { assembleTemplates, type AssembledTemplate } from './assemble.js';
import { primaryOf } from './primary.js';

/** What was imported, for an export of what was drawn beside it. */
export interface Adoption {
  /**
   * The design as the planner sees it: what was imported exists, and is looked up by the resource that the stack has of
   * it; imported connections are in their templates already.
   */
  readonly system: System;
  readonly templates: readonly (AssembledTemplate & { readonly stack: string })[];
  /** The stack of an imported node, with its resource there. */
  readonly resources: ReadonlyMap<
    NodeId,
    { readonly stack: string; readonly logicalId: string; readonly type: string }
  >;
  /** The stack of what is drawn into a context, or into none. */
  stackOfContext(context: ContextId | undefined): string | undefined;
  readonly problems: readonly Problem[];
}

const adoptions = new WeakMap<System, Adoption | undefined>();

/** Undefined: nothing in the system was imported. */
export function adoptionOf(system: System): Adoption | undefined {
  if (adoptions.has(system)) return adoptions.get(system);
  const adoption = makeAdoption(system.design);
  adoptions.set(system, adoption);
  return adoption;
}

function makeAdoption(design: Design): Adoption | undefined {
  const assembly = assembleTemplates(design);
  if (assembly.templates.length === 0) return undefined;
  const stacks = stackIds(design, assembly.templates);
  const templates = assembly.templates.map((template) => ({ ...template, stack: stacks.get(template.key) ?? '' }));
  const resources = new Map<NodeId, { stack: string; logicalId: string; type: string }>();
  const byContext = new Map<string, Map<string, number>>();
  for (const [id, node] of entries(design.nodes)) {
    const stack = stacks.get(node.adopted?.template ?? '');
    // What SAM makes unasked has no resource of its own: `ServerlessRestApi`.
    const logicalId = primaryOf(id, node) ?? (node.adopted === undefined ? undefined : id);
    const type = lookup(node.adopted?.resources ?? {}, logicalId ?? '')?.type ?? 'AWS::Serverless::Api';
    if (stack === undefined || logicalId === undefined) continue;
    resources.set(id, { stack, logicalId, type });
    const counts = byContext.get(node.context ?? '') ?? new Map<string, number>();
    byContext.set(node.context ?? '', counts);
    counts.set(stack, (counts.get(stack) ?? 0) + 1);
  }
  const system = resolveSystem(drawnOnly(design, resources));
  const [first] = templates;
  const known = new Set(templates.flatMap(({ origin }) => Object.keys(origin.imported?.nodes ?? {})));
  /** Whether the export makes or looks up a node beside what the templates say. */
  const isDrawn = (drawn: System, id: NodeId): boolean =>
    !resources.has(id) && (!known.has(id) || drawn.incoming(id).length + drawn.outgoing(id).length > 0);
  return {
    system,
    templates,
    resources,
    stackOfContext(context) {
      const [most] = [...(byContext.get(context ?? '') ?? [])].sort(
        ([a, many], [b, more]) => more - many || byCodeUnit(a, b),
      );
      return most?.[0] ?? (context === undefined ? first?.stack : undefined);
    },
    problems: [
      // What is wrong with what was imported is in its template, which works as it is.
      ...problemsOf(system).filter(
        (found) => !isError(found) || found.node === undefined || isDrawn(system, found.node),
      ),
      ...actingProblems(system, resources),
      ...assembly.problems,
    ],
  };
}

/** An imported function has its role and environment from its template: a drawn connection cannot add to them. */
function actingProblems(system: System, adopted: ReadonlyMap<NodeId, unknown>): Problem[] {
  return [...system.connections.values()].flatMap(({ id, kind, from, origin }) => {
    const node = system.node(from);
    return origin === 'drawn' && kind === 'uses' && node !== undefined && adopted.has(from)
      ? [problem('adopted-acts', { label: node.label }, { connection: connectionId(id) })]
      : [];
  });
}

function drawnOnly(design: Design, adopted: ReadonlyMap<NodeId, unknown>): Design {
  const nodes = entries(design.nodes).map(([id, node]): [string, DesignNode] => [
    id,
    adopted.has(id) ? existing(node) : node,
  ]);
  const connections = entries(design.connections).filter(([, { adopted: from }]) => from === undefined);
  return { ...design, nodes: Object.fromEntries(nodes), connections: Object.fromEntries(connections) };
}

/** Its place is filled by the resource itself. */
function existing(node: DesignNode): DesignNode {
  const { adopted: _adopted, overrides: _overrides, stack: _stack, ...rest } = node;
  return { ...rest, origin: 'existing', existing: { by: 'arn', value: 'arn' } };
}

/**
 * A name for each template's stack that no other template has, and no context whose nodes were all drawn: what is drawn
 * beside imported nodes goes into their stack, so such a context has none of its own.
 */
function stackIds(design: Design, templates: readonly AssembledTemplate[]): ReadonlyMap<string, string> {
  const imported = new Set<string>(
    Object.values(design.nodes).flatMap(({ adopted, context }) => (adopted === undefined ? [] : [context ?? ''])),
  );
  const taken = new Set<string>([
    sharedStack,
    ...Object.keys(design.contexts).filter((id) => !imported.has(id)),
    ...(imported.has('') ? [] : [idFromLabel(design.settings.name, () => false, 'app')]),
  ]);
  return new Map(
    templates.map(({ key, origin }) => {
      const label = origin.name === '' ? (key.split('/').at(-1) ?? key).replace(/\.\w+$/, '') : origin.name;
      const id = idFromLabel(label, (word) => taken.has(word), 'stack');
      taken.add(id);
      return [key, id];
    }),
  );
}
