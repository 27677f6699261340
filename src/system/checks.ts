import { serviceOf } from '../catalog/index.js';
import { lookup, nodeId, type ConnectionId, type Json, type NodeId } from '../model/design.js';
import { checkField, isFieldVisible, type Fields } from '../model/fields.js';
import { translate } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import { checkCode } from './code-fields.js';
import type { ResolvedConnection } from './connections.js';
import type { System, SystemNode } from './system.js';

/** What is wrong with one node by itself: its type, how it is found, its fields. */
export function checkNode(node: SystemNode, nodes: ReadonlyMap<NodeId, SystemNode>): readonly Problem[] {
  const where = { node: node.id };
  const path = ['nodes', node.id] as const;
  if (serviceOf(node.node.service) === undefined)
    return [problem('unknown-service', { service: node.node.service }, { ...where, path: [...path, 'service'] })];
  const existing = node.node.existing;
  const missing =
    node.node.origin === 'existing' && (existing === undefined || existing.value.trim() === '')
      ? [problem('existing-reference-missing', { label: labelOf(node) }, { ...where, path })]
      : [];
  const own = (node.service.problems?.(node) ?? []).map((found) => ({
    ...found,
    ...where,
    facts: { what: labelOf(node), label: labelOf(node), ...found.facts },
    path: found.path ?? path,
  }));
  return [
    ...missing,
    ...checkFields(node.service.fields, node.node.props, node.props, labelOf(node), nodes).map((found) => ({
      ...found,
      ...where,
      path: [...path, ...(found.path ?? [])],
    })),
    ...own,
  ];
}

/** A node's name in a sentence. */
export const labelOf = (node: SystemNode): string => (node.label.trim() === '' ? node.id : node.label);

function checkFields(
  fields: Fields,
  written: Readonly<Record<string, Json>>,
  props: Readonly<Record<string, unknown>>,
  what: string,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly Problem[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!isFieldVisible(field, props)) return [];
    const value = lookup(written, name);
    const at = { path: ['props', name] };
    const facts = { field: field.label, what };
    const found = checkField(field, value);
    if (found !== undefined) return [problem(found.code, { ...facts, ...found.facts }, at)];
    if (field.kind === 'node' && typeof value === 'string') {
      const target = nodes.get(nodeId(value));
      if (target === undefined) return [problem('dangling-node', { what, id: value }, at)];
      if (!field.services.includes(target.service.type)) {
        const names = field.services.flatMap((type) => serviceOf(type)?.label ?? []);
        return [
          problem(
            'field-wrong-type',
            {
              ...facts,
              expected: {
                en: names.map((name) => translate(name, 'en')).join(' / '),
                ja: names.map((name) => translate(name, 'ja')).join(' / '),
              },
            },
            at,
          ),
        ];
      }
    }
    if (field.kind === 'code' && typeof value === 'string') {
      const detail = checkCode(field.language, value);
      if (detail !== undefined) return [problem('code-invalid', { ...facts, detail }, at)];
    }
    return [];
  });
}

/** What is wrong with one drawn connection: its kind, its ends, its fields. */
export function checkConnection(
  resolved: ResolvedConnection,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly Problem[] {
  const { connection, kind, emitted, from, to, source } = resolved;
  const where = { connection: connection.id as ConnectionId };
  const path = ['connections', connection.id];
  if (kind === undefined)
    return [problem('unknown-connection-kind', { kind: source.kind }, { ...where, path: [...path, 'kind'] })];
  if (emitted === undefined) return [problem('illegal-connection', refusalOf(from, to), { ...where, path })];
  const what = `${labelOf(from)} -> ${labelOf(to)}`;
  const own = (kind.problems?.(emitted) ?? []).map((found) => ({
    ...found,
    ...where,
    facts: { what, ...found.facts },
    path: found.path ?? path,
  }));
  return [
    ...checkFields(kind.fields, source.props, connection.props, what, nodes).map((found) => ({
      ...found,
      ...where,
      path: [...path, ...(found.path ?? [])],
    })),
    ...own,
  ];
}

const refusalOf = (_from: SystemNode, to: SystemNode) => ({
  reason: to.service.refusal,
  nearest: { en: 'Put a Lambda function in between', ja: '間に Lambda 関数を配置' },
});

/** What only shows in the whole. */
export function checkSystem(_system: System): readonly Problem[] {
  return [];
}
