import type { ConnectedEnd, Emitter, NodeView, RoleName } from '../catalog/define.js';
import { lookup, nodeId, type NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { Language } from '../model/localized.js';
import { byCodeUnit, constructIdOf } from '../model/names.js';
import { isError, problem, type Problem } from '../model/problems.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { as, call, cdk, json, lit, member, ref, type Expr, type Statement } from '../ts-ast/ast.js';
import { walkStatements } from '../ts-ast/walk.js';
import { Emission, nodeVariable, OutdatedUnit } from './emitter.js';
import type { Plan } from './index.js';
import { findCycles } from './cycles.js';
import { finishStacks } from './finish.js';
import { emitPermissions } from './grants.js';
import { Memory } from './memory.js';
import { environmentOf } from './environment.js';
import { checkStacks } from './stack-checks.js';
import { assignStacks } from './stacks.js';
import { compareUnits, nodeKey, ranks, stableResolvedProps, type Unit } from './units.js';

export interface Planned {
  /** Absent where a problem is an error. */
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  /** Node or connection -> stack, and its own files. */
  readonly subjects: ReadonlyMap<string, { readonly stacks: readonly string[]; readonly files: readonly string[] }>;
}

/**
 * Typed stage without text: which constructs, in which stacks, in which order. The system must be free of errors. What
 * `memory` holds of the last generation is taken over where it is the same.
 */
export function planProject(system: System, language: Language, memory = new Memory()): Planned {
  for (let again = 0; ; again++) {
    memory.begin();
    try {
      return planOnce(system, language, memory);
    } catch (error) {
      if (!(error instanceof OutdatedUnit)) throw error;
      memory.forgetUnit(error.key);
      // Many changed at once: quicker without what is known.
      if (again >= maxRestarts) memory.forgetUnits();
    }
  }
}

const maxRestarts = 3;

function planOnce(system: System, language: Language, memory: Memory): Planned {
  const stacks = assignStacks(system, language);
  const emission = new Emission(system, stacks, language, memory);
  const nodes = [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const node of nodes) if (node.node.origin === 'created') emitNode(emission, node);
  emitConnections(emission);
  emitPermissions(emission);

  const units = [...emission.units.values()].sort(compareUnits);
  const problems = [
    ...stacks.problems,
    ...checkStacks(system, stacks),
    ...emission.problems,
    ...reservedTexts(emission, units),
    ...findCycles(emission),
  ];
  const subjects = subjectsOf(units);
  if (problems.some(isError)) return { problems, subjects };
  return { plan: finishStacks(emission, units, memory), problems, subjects };
}

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

const stable = new WeakMap<SystemConnection, SystemConnection>();

function stableConnection({ system }: Emission, connection: SystemConnection): SystemConnection {
  const { definition, id } = connection;
  if (definition === undefined || connection.origin !== 'drawn') return connection;
  const props = stableResolvedProps(system.design, id, definition.fields);
  const known = stable.get(connection);
  if (known?.props === props) return known;
  const made = { ...connection, props };
  stable.set(connection, made);
  return made;
}

function emitNode(emission: Emission, node: SystemNode): void {
  const variable = nodeVariable(node.id);
  const unit = emission.open({
    key: nodeKey(node.id),
    stack: emission.stacks.of(node.id),
    rank: node.service.permissionsBy === undefined ? ranks.node : ranks.actor,
    variable,
    subjects: [node.id],
  });
  const view = emission.view(node);
  const incoming = ends(emission, node.id, 'incoming');
  const outgoing = ends(emission, node.id, 'outgoing');
  emission.fill(unit, [view, ...inputsOf(incoming), null, ...inputsOf(outgoing)], (emitter) => {
    const value = node.service.construct({
      ...view,
      constructId: constructIdOf(node.id),
      emitter,
      incoming,
      outgoing,
    });
    if (value === undefined) return undefined;
    const comment = commentOf(view);
    return [
      { type: 'const', name: variable, value, ...(comment === undefined ? {} : { comment }) },
      ...overrides(emitter, view, value),
    ];
  });
}

const inputsOf = (list: readonly ConnectedEnd[]): unknown[] =>
  list.flatMap(({ connection, other }) => [connection, other]);

/** What the id does not say already: a label in another script, the person's comment. */
function commentOf({ id, label, node }: NodeView): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
  const lines = [plain(label) === plain(id) ? '' : label, node.comment ?? ''].filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Properties of CloudFormation that no field stands for, put on the resource below the construct. */
function overrides(emitter: Emitter, { id, node }: NodeView, construct: Expr): Statement[] {
  const given = Object.entries(node.overrides ?? {});
  if (given.length === 0) return [];
  const self = ref(nodeVariable(id));
  const isL1 = construct.type === 'new' && /^Cfn/.test(construct.class.name);
  const name = emitter.variable('cfn', id);
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
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [connection]);
    else group.push(connection);
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
    const connected = group.map((connection) => ({
      id: connection.id,
      from: end(emission, connection.from, definition.from),
      to: end(emission, connection.to, definition.to),
      props: stableResolvedProps(system.design, connection.id, definition.fields),
    }));
    const inputs = group.flatMap(({ from, to }, index) => [
      emission.view(emission.systemNode(from)),
      emission.view(emission.systemNode(to)),
      connected[index]?.props,
    ]);
    emission.fill(unit, [definition, ...inputs], (emitter) => definition.emit(connected, emitter));
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

function reservedTexts({ system, assets }: Emission, units: readonly Unit[]): Problem[] {
  const { name, tags } = system.design.settings;
  const inSettings = [name, ...Object.entries(tags).flat()].flatMap((text) => tokenPattern.exec(text)?.[0] ?? []);
  return [
    ...inSettings.map((text) => problem('text-reserved', { label: name, text })),
    ...units.flatMap(({ statements, subjects: [subject = ''] }) => {
      const found = tokensIn(statements, assets);
      if (found.length === 0) return [];
      const node = system.node(nodeId(subject));
      return found.map((text) =>
        problem('text-reserved', { label: node?.label ?? subject, text }, node === undefined ? {} : { node: node.id }),
      );
    }),
  ];
}

const tokens = new WeakMap<readonly Statement[], readonly string[]>();

/** The marks in the texts of some statements. A file that statements read is as old as they are. */
function tokensIn(statements: readonly Statement[], assets: ReadonlyMap<string, string>): readonly string[] {
  const known = tokens.get(statements);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const expr of walkStatements(statements))
    for (const text of textsOf(expr, assets)) {
      const token = tokenPattern.exec(text)?.[0];
      if (token !== undefined) found.add(token);
    }
  tokens.set(statements, [...found]);
  return [...found];
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

function subjectsOf(units: readonly Unit[]): Planned['subjects'] {
  const found = new Map<string, { stacks: string[]; files: string[] }>();
  for (const unit of units) {
    for (const subject of unit.subjects) {
      const own = found.get(subject) ?? { stacks: [], files: [] };
      if (!own.stacks.includes(unit.stack)) own.stacks.push(unit.stack);
      own.files.push(...[...unit.files].filter((file) => !own.files.includes(file)));
      found.set(subject, own);
    }
  }
  return found;
}
