import { nodeId, type NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import { byCodeUnit, variableOf } from '../model/names.js';
import { member, ref, type CdkName, type Expr, type Statement } from '../ts-ast/ast.js';
import { rewrite, rewriteStatement, walkStatements } from '../ts-ast/walk.js';
import type { Emission } from './emitter.js';
import type { Plan, PlannedStack, StackReference } from './index.js';
import { environmentOf, environmentOfConstruct } from './environment.js';
import { inOrder } from './order.js';
import { reservedNames } from './ts/imports.js';
import { compareUnits, nodeKey, type Unit } from './units.js';

/** Turns ordered units into stacks: what others use becomes a member, what nobody uses gets no variable. */
export function finishStacks(emission: Emission, ordered: ReadonlyMap<string, readonly Unit[]>): Plan {
  const { system, stacks } = emission;
  const referenced = new Set([...emission.units.values()].flatMap((unit) => [...unit.references]));
  const finished = new Map(
    [...ordered].map(([stack, units]) => [stack, finishStack(emission, stack, units, referenced)] as const),
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
    handlers: handlersOf(emission),
    region: system.design.settings.region,
    tags: Object.fromEntries(Object.entries(system.design.settings.tags).sort(([a], [b]) => byCodeUnit(a, b))),
  };
}

/** Files that statements name and that nobody generates are the person's: a function's entry. */
function handlersOf({ units, assets }: Emission): Plan['handlers'] {
  const handlers = new Map<NodeId, { path: string; environment: string[] }>();
  const later = [...units.values()].flatMap((unit) =>
    environmentOf(unit.statements).map((variable) => ({ ...variable, stack: unit.stack })),
  );
  for (const unit of [...units.values()].sort(compareUnits)) {
    const [first] = unit.statements;
    const [id] = unit.subjects;
    if (first?.type !== 'const' || id === undefined) continue;
    for (const expr of walkStatements(unit.statements)) {
      if (expr.type !== 'project-file' || assets.has(expr.path)) continue;
      const environment = [
        ...environmentOfConstruct(first.value),
        ...later
          .filter(({ stack, function: name }) => stack === unit.stack && name === unit.variable)
          .map(({ key }) => key),
      ];
      handlers.set(nodeId(id), { path: expr.path, environment: [...new Set(environment)].sort(byCodeUnit) });
    }
  }
  return handlers;
}

function finishStack(
  emission: Emission,
  stack: string,
  units: readonly Unit[],
  referenced: ReadonlySet<NodeId>,
): PlannedStack {
  const { id, name, className, description } = emission.stacks.names(stack);
  const statements = units.flatMap((unit) => unit.statements);
  const used = new Set([...walkStatements(statements)].flatMap((expr) => (expr.type === 'ref' ? [expr.name] : [])));
  const declared = new Set(units.flatMap((unit) => unit.variable ?? []));
  const nodes = units
    .filter(({ key, subjects }) => key === nodeKey(subjects[0] ?? ''))
    .map(({ subjects }) => nodeId(subjects[0] ?? ''));
  const members = nodes
    .filter((node) => referenced.has(node))
    .map((node) => ({ name: variableOf(node, reservedNames), class: classOf(emission, node) }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const exposed = new Set(members.map((own) => own.name));
  const tidy = (expr: Expr): Expr | undefined => {
    if (expr.type === 'ref') return exposed.has(expr.name) ? member(ref('this'), expr.name) : undefined;
    return withoutEmptyProps(expr, tidy);
  };
  const references: StackReference[] = [...new Set(units.flatMap((unit) => [...unit.references]))]
    .map((node) => ({
      name: variableOf(node, reservedNames),
      class: classOf(emission, node),
      stack: emission.stacks.of(node),
    }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  return {
    id,
    name,
    className,
    description,
    references,
    members,
    nodes,
    statements: statements.map((statement) => {
      const changed = rewriteStatement(statement, tidy);
      if (changed.type !== 'const' || !declared.has(changed.name)) return changed;
      if (exposed.has(changed.name)) return { ...changed, type: 'expose' } satisfies Statement;
      if (used.has(changed.name)) return changed;
      const { value, comment } = changed;
      return { type: 'do', expression: value, ...(comment === undefined ? {} : { comment }) } satisfies Statement;
    }),
  };
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
