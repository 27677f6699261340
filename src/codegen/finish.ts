import { nodeId, type NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import { byCodeUnit } from '../model/names.js';
import { member, ref, type CdkName, type Expr, type Statement } from '../ts-ast/ast.js';
import { rewrite, rewriteStatement, walkStatements } from '../ts-ast/walk.js';
import { nodeVariable, type Emission } from './emitter.js';
import type { Plan, PlannedStack, StackReference } from './index.js';
import { environmentOf, environmentOfConstruct } from './environment.js';
import type { Memory } from './memory.js';
import { inOrder } from './order.js';
import { compareUnits, nodeKey, type Unit } from './units.js';

/**
 * Turns units into stacks: puts them in order, what others use becomes a member, what nobody uses gets no variable. A
 * stack made of the same units as before is the same.
 */
export function finishStacks(emission: Emission, units: readonly Unit[], memory: Memory): Plan {
  const { system, stacks } = emission;
  const referenced = new Set(units.flatMap((unit) => [...unit.references]));
  const byStack = new Map<string, Unit[]>();
  for (const unit of units) {
    const own = byStack.get(unit.stack);
    if (own === undefined) byStack.set(unit.stack, [unit]);
    else own.push(unit);
  }
  const finished = new Map(
    [...byStack]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([stack, own]) => [stack, finishStack(emission, stack, own, referenced, memory)] as const),
  );
  const inDeploymentOrder = inOrder(
    finished,
    (stack) => stack.references.map((reference) => reference.stack),
    (a, b) => byCodeUnit(a.id, b.id),
  );
  invariant(inDeploymentOrder !== undefined, 'stacks that refer to each other');

  return {
    id: stacks.designId,
    stacks: inDeploymentOrder,
    assets: new Map([...emission.assets].sort(([a], [b]) => byCodeUnit(a, b))),
    handlers: handlersOf(units, emission.assets),
    region: system.design.settings.region,
    tags: Object.fromEntries(Object.entries(system.design.settings.tags).sort(([a], [b]) => byCodeUnit(a, b))),
  };
}

/** Files that statements name and that nobody generates are the person's: a function's entry. */
function handlersOf(units: readonly Unit[], assets: ReadonlyMap<string, string>): Plan['handlers'] {
  const handlers = new Map<NodeId, { path: string; environment: string[] }>();
  const later = new Map<string, string[]>();
  for (const { stack, statements } of units)
    for (const { function: name, key } of environmentOf(statements)) {
      const function_ = `${stack} ${name}`;
      later.set(function_, [...(later.get(function_) ?? []), key]);
    }
  for (const { stack, statements, subjects, variable } of units) {
    const [first] = statements;
    const [id] = subjects;
    if (first?.type !== 'const' || id === undefined) continue;
    for (const path of projectFilesIn(statements)) {
      if (assets.has(path)) continue;
      const environment = [...environmentOfConstruct(first.value), ...(later.get(`${stack} ${variable ?? ''}`) ?? [])];
      handlers.set(nodeId(id), { path, environment: [...new Set(environment)].sort(byCodeUnit) });
    }
  }
  return handlers;
}

const projectFiles = new WeakMap<readonly Statement[], readonly string[]>();

/** The files that some statements name. */
function projectFilesIn(statements: readonly Statement[]): readonly string[] {
  const known = projectFiles.get(statements);
  if (known !== undefined) return known;
  const found = [...walkStatements(statements)].flatMap((expr) => (expr.type === 'project-file' ? [expr.path] : []));
  projectFiles.set(statements, found);
  return found;
}

const isNode = ({ key, subjects }: Unit): boolean => key === nodeKey(subjects[0] ?? '');

function finishStack(
  emission: Emission,
  stack: string,
  units: readonly Unit[],
  referenced: ReadonlySet<NodeId>,
  memory: Memory,
): PlannedStack {
  const { id, name, className, description } = emission.stacks.names(stack);
  const members = units
    .filter(isNode)
    .map(({ subjects }) => nodeId(subjects[0] ?? ''))
    .filter((node) => referenced.has(node))
    .map((node) => ({ name: nodeVariable(node), class: classOf(emission, node) }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const references: StackReference[] = [...new Set(units.flatMap((unit) => [...unit.references]))]
    .map((node) => ({ name: nodeVariable(node), class: classOf(emission, node), stack: emission.stacks.of(node) }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const inputs = [
    ...[id, name, className, description],
    ...units.flatMap(({ key, statements, variable }) => [key, statements, variable]),
    ...members.flatMap((own) => ['member', own.name, own.class.module, own.class.name]),
    ...references.flatMap((other) => ['reference', other.name, other.class.module, other.class.name, other.stack]),
  ];
  return memory.made(`stack ${stack}`, inputs, () => {
    const ordered = inOrder(new Map(units.map((unit) => [unit.key, unit])), (unit) => unit.needs, compareUnits);
    invariant(ordered !== undefined, 'a cycle that was not found');
    return {
      id,
      name,
      className,
      description,
      references,
      members,
      nodes: ordered.filter(isNode).map(({ subjects }) => nodeId(subjects[0] ?? '')),
      statements: finishedStatements(ordered, new Set(members.map((own) => own.name))),
    };
  });
}

function finishedStatements(units: readonly Unit[], exposed: ReadonlySet<string>): readonly Statement[] {
  const statements = units.flatMap((unit) => unit.statements);
  const used = new Set<string>();
  for (const expr of walkStatements(statements)) if (expr.type === 'ref') used.add(expr.name);
  const declared = new Set(units.flatMap((unit) => unit.variable ?? []));
  const tidy = (expr: Expr): Expr | undefined => {
    if (expr.type === 'ref') return exposed.has(expr.name) ? member(ref('this'), expr.name) : undefined;
    return withoutEmptyProps(expr, tidy);
  };
  return statements.map((statement) => {
    const changed = rewriteStatement(statement, tidy);
    if (changed.type !== 'const' || !declared.has(changed.name)) return changed;
    if (exposed.has(changed.name)) return { ...changed, type: 'expose' } satisfies Statement;
    if (used.has(changed.name)) return changed;
    const { value, comment } = changed;
    return { type: 'do', expression: value, ...(comment === undefined ? {} : { comment }) } satisfies Statement;
  });
}

/** `new Queue(this, 'Orders', {})` -> `new Queue(this, 'Orders')` */
function withoutEmptyProps(expr: Expr, change: (expr: Expr) => Expr | undefined): Expr | undefined {
  if (expr.type !== 'new' || expr.args.length !== 3) return undefined;
  const [scope, id, props] = expr.args;
  if (scope?.type !== 'ref' || id === undefined || props?.type !== 'object' || props.entries.length > 0) {
    return undefined;
  }
  return { ...expr, args: [scope, rewrite(id, change)] };
}

function classOf(emission: Emission, node: NodeId): CdkName {
  const [first] = emission.units.get(nodeKey(node))?.statements ?? [];
  invariant(first?.type === 'const' && first.value.type === 'new', `${node} is not made by a class`);
  return first.value.class;
}
