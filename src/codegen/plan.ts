import type { ConnectedEnd, NodeView, RoleName } from '../catalog/define.js';
import { lookup, nodeId, type NodeId } from '../model/design.js';
import { resolveProps } from '../model/fields.js';
import { invariant } from '../model/invariant.js';
import type { Language } from '../model/localized.js';
import { byCodeUnit, constructIdOf, variableOf } from '../model/names.js';
import { isError, problem, type Problem } from '../model/problems.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { as, call, cdk, json, lit, member, ref, type Expr, type Statement } from '../ts-ast/ast.js';
import { walkStatements } from '../ts-ast/walk.js';
import { Emission } from './emitter.js';
import type { Plan } from './index.js';
import { findCycles } from './cycles.js';
import { finishStacks } from './finish.js';
import { emitPermissions } from './grants.js';
import { inOrder } from './order.js';
import { environmentOf } from './environment.js';
import { checkStacks } from './stack-checks.js';
import { assignStacks } from './stacks.js';
import { reservedNames } from './ts/imports.js';
import { compareUnits, nodeKey, ranks, stableProps, type Unit } from './units.js';

export interface Planned {
  /** Absent where a problem is an error. */
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  /** Node or connection -> stack, and its own files. */
  readonly subjects: ReadonlyMap<string, { readonly stacks: readonly string[]; readonly files: readonly string[] }>;
}

/** Typed stage without text: which constructs, in which stacks, in which order. The system must be free of errors. */
export function planProject(system: System, language: Language): Planned {
  const stacks = assignStacks(system, language);
  const emission = new Emission(system, stacks, language);
  const nodes = [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const node of nodes) if (node.node.origin === 'created') emitNode(emission, node);
  emitConnections(emission);
  emitPermissions(emission);

  const problems = [
    ...stacks.problems,
    ...checkStacks(system, stacks),
    ...emission.problems,
    ...reservedTexts(emission),
    ...findCycles(emission),
  ];
  const subjects = subjectsOf(emission);
  if (problems.some(isError)) return { problems, subjects };
  const ordered = new Map<string, Unit[]>();
  for (const stack of [...new Set([...emission.units.values()].map((unit) => unit.stack))].sort(byCodeUnit)) {
    const units = inOrder(unitsOf(emission, stack), (unit) => unit.needs, compareUnits);
    invariant(units !== undefined, 'a cycle that was not found');
    ordered.set(stack, units);
  }
  return { plan: finishStacks(emission, ordered), problems, subjects };
}

const unitsOf = (emission: Emission, stack: string): Map<string, Unit> =>
  new Map([...emission.units].filter(([, unit]) => unit.stack === stack));

function ends(emission: Emission, node: NodeId, direction: 'incoming' | 'outgoing'): ConnectedEnd[] {
  return [...emission.system[direction](node)]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((connection) => {
      const other = emission.system.node(direction === 'incoming' ? connection.from : connection.to);
      return other === undefined
        ? []
        : [{ connection: stableConnection(emission, connection), other: emission.view(other), service: other.service }];
    });
}

function stableConnection({ system }: Emission, connection: SystemConnection): SystemConnection {
  const { definition, id } = connection;
  return definition === undefined || connection.origin !== 'drawn'
    ? connection
    : { ...connection, props: resolveProps(definition.fields, stableProps(system.design, id)) };
}

function emitNode(emission: Emission, node: SystemNode): void {
  const variable = variableOf(node.id, reservedNames);
  const unit = emission.open({
    key: nodeKey(node.id),
    stack: emission.stacks.of(node.id),
    rank: node.service.permissionsBy === undefined ? ranks.node : ranks.actor,
    variable,
    subjects: [node.id],
  });
  const view = emission.view(node);
  const value = node.service.construct({
    ...view,
    constructId: constructIdOf(node.id),
    emitter: emission.emitterFor(unit),
    incoming: ends(emission, node.id, 'incoming'),
    outgoing: ends(emission, node.id, 'outgoing'),
  });
  if (value === undefined) {
    emission.units.delete(unit.key);
    return;
  }
  const comment = commentOf(view);
  unit.statements = [
    { type: 'const', name: variable, value, ...(comment === undefined ? {} : { comment }) },
    ...overrides(emission, unit, view, value),
  ];
}

/** What the id does not say already: a label in another script, the person's comment. */
function commentOf({ id, label, node }: NodeView): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
  const lines = [plain(label) === plain(id) ? '' : label, node.comment ?? ''].filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Properties of CloudFormation that no field stands for, put on the resource below the construct. */
function overrides(emission: Emission, unit: Unit, { id, node }: NodeView, construct: Expr): Statement[] {
  const given = Object.entries(node.overrides ?? {});
  if (given.length === 0) return [];
  const self = ref(variableOf(id, reservedNames));
  const isL1 = construct.type === 'new' && /^Cfn/.test(construct.class.name);
  const name = emission.variable(unit.stack, ['cfn', id]);
  const resource = isL1 ? self : ref(name);
  const declaration: Statement[] = isL1
    ? []
    : [{ type: 'const', name, value: as(member(member(self, 'node'), 'defaultChild'), cdk('', 'CfnResource')) }];
  return [
    ...declaration,
    ...given.map(([property, value]): Statement => {
      // A dot would lead into the property: https://docs.aws.amazon.com/cdk/v2/guide/cfn-layer.html#develop-customize-override
      const path = lit(property.replaceAll('.', '\\.'));
      return {
        type: 'do',
        expression:
          value === null
            ? call(resource, 'addPropertyDeletionOverride', path)
            : call(resource, 'addPropertyOverride', path, json(value)),
      };
    }),
  ];
}

function emitConnections(emission: Emission): void {
  const { system, stacks } = emission;
  const groups = new Map<string, SystemConnection[]>();
  for (const connection of [...system.connections.values()].sort((a, b) => byCodeUnit(a.id, b.id))) {
    if (connection.origin !== 'drawn' || connection.definition === undefined) continue;
    const shared = lookup(system.design.connections, connection.id)?.resource;
    // One resource lives in one stack: a rule with targets in two contexts becomes one rule in each.
    const key = JSON.stringify(
      shared === undefined
        ? [connection.kind, connection.id]
        : [connection.kind, connection.from, shared, stacks.home(connection)],
    );
    groups.set(key, [...(groups.get(key) ?? []), connection]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    const definition = first?.definition;
    if (first === undefined || definition === undefined) continue;
    const unit = emission.open({
      key: `connection:${first.id}`,
      stack: stacks.home(first),
      rank: ranks.connection,
      subjects: group.map((connection) => connection.id),
    });
    unit.statements = definition.emit(
      group.map((connection) => ({
        id: connection.id,
        from: end(emission, connection.from, definition.from),
        to: end(emission, connection.to, definition.to),
        props: resolveProps(definition.fields, stableProps(system.design, connection.id)),
      })),
      emission.emitterFor(unit),
    );
    if (unit.statements.length === 0) emission.units.delete(unit.key);
    for (const { function: variable, names } of environmentOf(unit.statements)) {
      emission.waits(stacks.home(first), variable, names);
    }
  }
}

function end(emission: Emission, id: NodeId, roleName: RoleName) {
  const node = emission.systemNode(id);
  const role = node.service.roles[roleName];
  invariant(role !== undefined, `${node.service.type} has no role ${roleName}`);
  return { ...emission.view(node), role, service: node.service };
}

/** The CDK marks late values by such texts, in whatever string it finds them, and knows no escape. */
const tokenPattern = /[$#]\{Token\[[a-zA-Z0-9:._-]+\]\}/;

function reservedTexts({ units, system, assets }: Emission): Problem[] {
  const { name, tags } = system.design.settings;
  const inSettings = [name, ...Object.entries(tags).flat()].flatMap((text) => tokenPattern.exec(text)?.[0] ?? []);
  return [
    ...inSettings.map((text) => problem('text-reserved', { label: name, text })),
    ...[...units.values()].sort(compareUnits).flatMap(({ statements, subjects: [subject = ''] }) => {
      const node = system.node(nodeId(subject));
      const found = [...walkStatements(statements)].flatMap((expr) =>
        textsOf(expr, assets).flatMap((text) => tokenPattern.exec(text)?.[0] ?? []),
      );
      return [...new Set(found)].map((text) =>
        problem('text-reserved', { label: node?.label ?? subject, text }, node === undefined ? {} : { node: node.id }),
      );
    }),
  ];
}

function textsOf(expr: Expr, assets: ReadonlyMap<string, string>): string[] {
  switch (expr.type) {
    case 'literal':
      return typeof expr.value === 'string' ? [expr.value] : [];
    case 'template':
      return expr.parts.filter((part) => typeof part === 'string');
    case 'object':
      return expr.entries.map(([key]) => key);
    // Its text is read when the stack is built, so that the CDK sees it.
    case 'load-template':
      return [assets.get(expr.path) ?? ''];
    default:
      return [];
  }
}

function subjectsOf({ units }: Emission): Planned['subjects'] {
  const found = new Map<string, { stacks: string[]; files: string[] }>();
  for (const unit of [...units.values()].sort(compareUnits)) {
    for (const subject of unit.subjects) {
      const own = found.get(subject) ?? { stacks: [], files: [] };
      if (!own.stacks.includes(unit.stack)) own.stacks.push(unit.stack);
      own.files.push(...[...unit.files].filter((file) => !own.files.includes(file)));
      found.set(subject, own);
    }
  }
  return found;
}
