import type {
  ConnectedEnd,
  ConstructInput,
  Emitter,
  NodeView,
  RoleName,
  ServiceDefinition,
} from '../catalog/define.js';
import { lookup, nodeId, type NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { Fields, PropsOf } from '../model/fields.js';
import type { Language } from '../model/localized.js';
import { byCodeUnit, constructIdOf } from '../model/names.js';
import { isError, problem, type Problem } from '../model/problems.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { as, call, cdk, json, lit, member, ref, type Expr, type Statement } from '../ts-ast/ast.js';
import type { Adoption } from './adopt/adoption.js';
import { emitAdopted } from './adopt/emit.js';
import { alarmOn } from './alarms.js';
import { Emission, nodeVariable, OutdatedUnit } from './emitter.js';
import type { Plan } from './index.js';
import { findCycles } from './cycles.js';
import { finishStacks } from './finish.js';
import { emitPermissions } from './grants.js';
import { Memory } from './memory.js';
import { environmentOf } from './environment.js';
import { checkStacks } from './stack-checks.js';
import { partOf, tokenPattern, type StackPart } from './stack-part.js';
import { assignStacks, type Stacks } from './stacks.js';
import { inOrderOfIds, nodeKey, ranks, stableResolvedProps, type Unit } from './units.js';

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
export function planProject(system: System, language: Language, memory = new Memory(), adoption?: Adoption): Planned {
  // What was imported is put together as a whole.
  if (adoption !== undefined) return planOnce(system, language, new Memory(), adoption);
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

function planOnce(system: System, language: Language, memory: Memory, adoption?: Adoption): Planned {
  const stacks = assignStacks(system, language, adoption);
  const emission = new Emission(system, stacks, language, memory, adoption);
  if (adoption !== undefined) emitAdopted(emission, adoption);
  for (const [stack, work] of workOf(system, stacks)) emitStack(emission, stack, work);
  emitPermissions(emission);

  // A stack of nothing but APIs without resources, and of what is only looked up, is none.
  const parts = emission
    .stackIds()
    .map((stack) => partOf(emission, stack, memory))
    .filter(({ units }) => !units.every(isLookedUp));
  const problems = [
    ...stacks.problems,
    ...checkStacks(system, stacks),
    ...emission.problems,
    ...reservedTexts(system, parts),
    ...findCycles(emission, parts),
  ];
  const subjects = subjectsOf(parts);
  if (problems.some(isError)) return { problems, subjects };
  return { plan: finishStacks(emission, parts, memory), problems, subjects };
}

/** `EventBus.fromEventBusName(...)`: no resource of the stack. */
const isLookedUp = ({ statements }: Unit): boolean =>
  statements.every(
    (statement) =>
      statement.type === 'const' &&
      statement.value.type === 'call' &&
      statement.value.callee.type === 'cdk' &&
      /\.from[A-Z]/.test(statement.value.callee.name.name),
  );

/** What is emitted into a stack. */
interface Work {
  readonly nodes: SystemNode[];
  /** Connections that one resource implements. */
  readonly groups: SystemConnection[][];
}

/** All work by stack, in the order of the stacks' ids; nodes and connections in the order of theirs. */
function workOf(system: System, stacks: Stacks): ReadonlyMap<string, Work> {
  const work = new Map<string, Work>();
  const workIn = (stack: string): Work => {
    const known = work.get(stack) ?? { nodes: [], groups: [] };
    work.set(stack, known);
    return known;
  };
  for (const node of inOrderOfIds(system.nodes))
    if (node.node.origin === 'created') workIn(stacks.of(node.id)).nodes.push(node);
  const shared = new Map<string, SystemConnection[]>();
  for (const connection of inOrderOfIds(system.connections)) {
    if (connection.origin !== 'drawn' || connection.definition === undefined) continue;
    const home = stacks.home(connection);
    const resource = lookup(system.design.connections, connection.id)?.resource;
    // One resource lives in one stack: a rule with targets in two contexts becomes one rule in each.
    const key =
      connection.definition.together === true
        ? JSON.stringify([connection.kind, connection.from, connection.to])
        : resource === undefined
          ? undefined
          : JSON.stringify([connection.kind, connection.from, resource, home]);
    const group = key === undefined ? undefined : shared.get(key);
    if (group !== undefined) {
      group.push(connection);
      continue;
    }
    const begun = [connection];
    if (key !== undefined) shared.set(key, begun);
    workIn(home).groups.push(begun);
  }
  return new Map([...work].sort(([a], [b]) => byCodeUnit(a, b)));
}

function emitStack(emission: Emission, stack: string, { nodes, groups }: Work): void {
  const { system } = emission;
  const inputs = [
    ...nodes.flatMap((node) => [node, system.incoming(node.id), system.outgoing(node.id)]),
    ...groups.flatMap((group) => [
      'group',
      ...group.flatMap((connection) => [connection, lookup(system.design.connections, connection.id)]),
    ]),
  ];
  emission.emitStack(stack, inputs, () => {
    for (const node of nodes) emitNode(emission, stack, node);
    for (const group of groups) emitConnections(emission, stack, group);
  });
}

function ends(emission: Emission, stack: string, node: NodeId, direction: 'incoming' | 'outgoing'): ConnectedEnd[] {
  return [...emission.system[direction](node)]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((connection) => {
      const id = direction === 'incoming' ? connection.from : connection.to;
      emission.reads(stack, id);
      const other = emission.system.node(id);
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

function emitNode(emission: Emission, stack: string, node: SystemNode): void {
  const variable = nodeVariable(node.id);
  const unit = emission.open({
    key: nodeKey(node.id),
    stack,
    rank: node.service.permissionsBy === undefined ? ranks.node : ranks.actor,
    variable,
    subjects: [node.id],
  });
  const view = emission.view(node);
  const incoming = ends(emission, stack, node.id, 'incoming');
  const outgoing = ends(emission, stack, node.id, 'outgoing');
  emission.fill(unit, [view, ...inputsOf(incoming), null, ...inputsOf(outgoing)], (emitter, before) => {
    const input = { ...view, constructId: constructIdOf(node.id), emitter, incoming, outgoing };
    const value = node.service.construct(input);
    if (value === undefined) return undefined;
    const comment = commentOf(view);
    return [
      { type: 'const', name: variable, value, ...(comment === undefined ? {} : { comment }) },
      ...(node.service.further?.(input, ref(variable)) ?? []),
      ...overrides(emitter, view, value, before),
      ...alarmsOf(emitter, node.service, input),
    ];
  });
}

/** In production somebody is told of what goes wrong unseen. */
function alarmsOf(emitter: Emitter, service: ServiceDefinition, input: ConstructInput<PropsOf<Fields>>): Statement[] {
  if (emitter.operations !== 'production') return [];
  return (service.alarms?.(input, ref(nodeVariable(input.id))) ?? []).map(({ name, metric, description }) => ({
    type: 'do',
    expression: alarmOn(
      emitter.common('alarms'),
      emitter.constructId(input.id, name),
      metric,
      emitter.text(description),
    ),
  }));
}

const inputsOf = (list: readonly ConnectedEnd[]): unknown[] =>
  list.flatMap(({ connection, other }) => [connection, other]);

/** What the id does not say already: a label in another script, the person's comment. */
function commentOf({ id, label, node }: NodeView): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
  const lines = [plain(label) === plain(id) ? '' : label, node.comment ?? ''].filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The resource of a node whose variable holds an import of it, since the construct that has its methods cannot make it. */
const isL1With = (constructId: string, value: Expr): boolean =>
  value.type === 'new' &&
  /^Cfn/.test(value.class.name) &&
  value.args.some((arg) => arg.type === 'literal' && arg.value === constructId);

/** Properties of CloudFormation that no field stands for, put on the resource below the construct. */
function overrides(
  emitter: Emitter,
  { id, node }: NodeView,
  construct: Expr,
  before: readonly Statement[],
): Statement[] {
  const given = Object.entries(node.overrides ?? {});
  if (given.length === 0) return [];
  const own = before.find((statement) => statement.type === 'const' && isL1With(constructIdOf(id), statement.value));
  const self = ref(own?.type === 'const' ? own.name : nodeVariable(id));
  const isL1 = own !== undefined || (construct.type === 'new' && /^Cfn/.test(construct.class.name));
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

function emitConnections(emission: Emission, stack: string, group: readonly SystemConnection[]): void {
  const { system } = emission;
  const [first] = group;
  const definition = first?.definition;
  if (first === undefined || definition === undefined) return;
  const unit = emission.open({
    key: `connection:${first.id}`,
    stack,
    rank: ranks.connection,
    subjects: group.map((connection) => connection.id),
  });
  for (const { from, to } of group) {
    emission.reads(stack, from);
    emission.reads(stack, to);
    // Whoever refers to a stage of a REST API waits for its deployment, and that for the methods and what they call.
    if (emission.systemNode(from).service.roles.restApi !== undefined)
      emission.waitsFor(stack, nodeKey(from), nodeKey(to));
  }
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
  for (const { function: variable, names } of environmentOf(unit.statements)) emission.waits(stack, variable, names);
}

function end(emission: Emission, id: NodeId, roleName: RoleName) {
  const node = emission.systemNode(id);
  const role = node.service.roles[roleName];
  invariant(role !== undefined, `${node.service.type} has no role ${roleName}`);
  return { ...emission.view(node), role, service: node.service };
}

function reservedTexts(system: System, parts: readonly StackPart[]): Problem[] {
  const { name, tags } = system.design.settings;
  const inSettings = [name, ...Object.entries(tags).flat()].flatMap((text) => tokenPattern.exec(text)?.[0] ?? []);
  return [
    ...inSettings.map((text) => problem('text-reserved', { label: name, text })),
    ...parts
      .flatMap(({ tokens }) => tokens)
      .map(({ subject, text }) => {
        const node = system.node(nodeId(subject));
        const label = node?.label ?? subject;
        return problem('text-reserved', { label, text }, node === undefined ? {} : { node: node.id });
      }),
  ];
}

function subjectsOf(parts: readonly StackPart[]): Planned['subjects'] {
  const found = new Map<string, { readonly stacks: readonly string[]; readonly files: readonly string[] }>();
  for (const { stack, files } of parts) {
    const stacks = [stack];
    for (const [subject, own] of files) {
      const known = found.get(subject);
      found.set(
        subject,
        known === undefined
          ? { stacks, files: own }
          : { stacks: [...known.stacks, stack], files: [...known.files, ...own] },
      );
    }
  }
  return found;
}
