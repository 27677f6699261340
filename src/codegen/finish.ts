import { nodeId, type NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import { byCodeUnit } from '../model/names.js';
import { member, ref, type CdkName, type Expr, type Statement } from '../ts-ast/ast.js';
import { rewrite, rewriteStatement, walkStatements } from '../ts-ast/walk.js';
import { nodeVariable, type Emission } from './emitter.js';
import type { Plan, PlannedStack, StackReference } from './index.js';
import { acceptedFindings } from './findings/index.js';
import type { Memory } from './memory.js';
import { inOrder } from './order.js';
import { isNode, type StackPart } from './stack-part.js';
import { compareUnits, nodeKey, type Unit } from './units.js';

/**
 * Turns the parts of a plan into stacks: puts units in order, what others use becomes a member, what nobody uses gets no
 * variable. A stack made of the same units as before is the same.
 */
export function finishStacks(emission: Emission, parts: readonly StackPart[], memory: Memory): Plan {
  const { system, stacks } = emission;
  const referenced = new Set(parts.flatMap(({ references }) => references));
  const finished = new Map(parts.map((part) => [part.stack, finishStack(emission, part, referenced, memory)] as const));
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
    handlers: new Map(
      parts
        .flatMap(({ handlers }) => handlers)
        .sort((a, b) => a.rank - b.rank || byCodeUnit(a.node, b.node))
        .map(({ node, path, environment }) => [node, { path, environment }]),
    ),
    region: system.design.settings.region,
    stages: [...new Set(system.design.settings.stages)],
    tags: Object.fromEntries(Object.entries(system.design.settings.tags).sort(([a], [b]) => byCodeUnit(a, b))),
  };
}

function finishStack(
  emission: Emission,
  part: StackPart,
  referenced: ReadonlySet<NodeId>,
  memory: Memory,
): PlannedStack {
  const { id, name, className, description } = emission.stacks.names(part.stack);
  const members = part.nodes
    .filter((node) => referenced.has(node))
    .map((node) => ({ name: variableOf(emission, node), class: classOf(emission, node) }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const references: StackReference[] = part.references
    .map((node) => ({
      name: variableOf(emission, node),
      class: classOf(emission, node),
      stack: emission.stacks.of(node),
    }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const inputs = [
    ...[part, emission.language, id, name, className, description],
    ...members.flatMap((own) => ['member', own.name, own.class.module, own.class.name]),
    ...references.flatMap((other) => ['reference', other.name, other.class.module, other.class.name, other.stack]),
  ];
  return memory.made(`stack ${part.stack}`, inputs, () => {
    const units = new Map(part.units.map((unit) => [unit.key, unit]));
    const ordered = inOrder(units, (unit) => unit.needs, compareUnits);
    invariant(ordered !== undefined, 'a cycle that was not found');
    return {
      id,
      name,
      className,
      description,
      references,
      members,
      nodes: ordered.filter(isNode).map(({ subjects }) => nodeId(subjects[0] ?? '')),
      findings: acceptedFindings(ordered, emission.system, emission.language),
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

/** The member that other stacks refer to; that of an imported resource is named after it. */
const variableOf = (emission: Emission, node: NodeId): string =>
  emission.units.get(nodeKey(node))?.variable ?? nodeVariable(node);

function classOf(emission: Emission, node: NodeId): CdkName {
  const variable = variableOf(emission, node);
  const made = emission.units
    .get(nodeKey(node))
    ?.statements.find((statement) => statement.type === 'const' && statement.name === variable);
  const value = made?.type === 'const' ? made.value : undefined;
  if (value?.type === 'new') return value.class;
  // Made as CloudFormation has it, and looked up for its methods: `Volume.fromVolumeId` gives an IVolume.
  const [, name] =
    value?.type === 'call' && value.callee.type === 'cdk' ? (imported.exec(value.callee.name.name) ?? []) : [];
  invariant(
    name !== undefined && value?.type === 'call' && value.callee.type === 'cdk',
    `${node} is not made by a class`,
  );
  return { module: value.callee.name.module, name: `I${name}` };
}

const imported = /^(\w+)\.from[A-Z]/;
