import '../catalog/further.js';
import { connectionOf, serviceOf } from '../catalog/index.js';
import type { ConnectionDefinition, End, NodeView, RoleName } from '../catalog/define.js';
import { defaultPropsOf } from '../catalog/profile.js';
import { emptyDesign, nodeId, type DesignNode, type Json } from '../model/design.js';
import { resolveProps } from '../model/fields.js';

/** Which kind of connection two nodes can have, as the catalog sees it. */

const { settings } = emptyDesign('');

function endAs(id: string, node: DesignNode, role: RoleName): End<RoleName> | undefined {
  const service = serviceOf(node.service);
  const known = service?.roles[role];
  if (service === undefined || known === undefined) return undefined;
  const props = resolveProps(service.fields, { ...defaultPropsOf(service, settings), ...node.props });
  const view = { id: nodeId(id), label: node.label, props, node };
  return (service.hasRole?.(role, view) ?? true) ? { ...view, role: known, service } : undefined;
}

interface Named {
  readonly id: string;
  readonly node: DesignNode;
}

const hasRoles = (kind: ConnectionDefinition, from: DesignNode, to: DesignNode): boolean =>
  serviceOf(from.service)?.roles[kind.from] !== undefined && serviceOf(to.service)?.roles[kind.to] !== undefined;

function fits(kind: ConnectionDefinition, from: Named, to: Named): boolean {
  const a = endAs(from.id, from.node, kind.from);
  const b = endAs(to.id, to.node, kind.to);
  return a !== undefined && b !== undefined && kind.refuse?.(a, b) === undefined;
}

/**
 * The kind by which two nodes are connected: the first of those proposed that fits them as they are; else the first whose
 * roles their services have at all. What fits nothing keeps what was said, so that it is seen.
 */
export function kindFor(proposed: readonly string[], from: Named, to: Named): string {
  const known = proposed.flatMap((kind) => connectionOf(kind) ?? []);
  const found = known.find((kind) => fits(kind, from, to)) ?? known.find((kind) => hasRoles(kind, from.node, to.node));
  return found?.kind ?? proposed[0] ?? '';
}

/** Props that give the ends of a connection the roles that they lack, where the kind knows some. */
export function preparedProps(
  kind: string,
  from: Named,
  to: Named,
): { readonly from?: Readonly<Record<string, Json>>; readonly to?: Readonly<Record<string, Json>> } {
  const known = connectionOf(kind);
  if (known?.prepare === undefined || fits(known, from, to) || !hasRoles(known, from.node, to.node)) return {};
  const prepared = known.prepare(viewOf(from), viewOf(to));
  return {
    ...(prepared.from === undefined || from.node.origin === 'existing' ? {} : { from: prepared.from }),
    ...(prepared.to === undefined || to.node.origin === 'existing' ? {} : { to: prepared.to }),
  };
}

function viewOf({ id, node }: Named): NodeView {
  const service = serviceOf(node.service);
  const props = resolveProps(service?.fields ?? {}, {
    ...(service === undefined ? {} : defaultPropsOf(service, settings)),
    ...node.props,
  });
  return { id: nodeId(id), label: node.label, props, node };
}

/** The fields of a kind that are there: others of a draft mean nothing to it. */
export const fieldsOf = (kind: string): ReadonlySet<string> => new Set(Object.keys(connectionOf(kind)?.fields ?? {}));
