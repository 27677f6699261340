import { nodeId, type NodeId } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import type { Expr, Statement } from '../ts-ast/ast.js';
import { walkStatements } from '../ts-ast/walk.js';
import type { Emission } from './emitter.js';
import { environmentOf, environmentOfConstruct } from './environment.js';
import type { Memory } from './memory.js';
import { cycles } from './order.js';
import { compareUnits, nodeKey, type Unit } from './units.js';

/** The code of a function, which the person writes. */
export interface Handler {
  readonly node: NodeId;
  readonly rank: number;
  readonly path: string;
  readonly environment: readonly string[];
}

/** A stack whose units are complete, with what follows from them. */
export interface StackPart {
  readonly stack: string;
  /** In the order of their keys, not yet of their needs. */
  readonly units: readonly Unit[];
  readonly nodes: readonly NodeId[];
  /** Nodes of other stacks that it refers to. */
  readonly references: readonly NodeId[];
  readonly handlers: readonly Handler[];
  /** Its nodes and connections with their own files. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Units that cannot be put in an order. All that a unit waits for is in its stack. */
  readonly cycles: readonly (readonly string[])[];
  /** Texts that the CDK would take for its own marks. */
  readonly tokens: readonly { readonly subject: string; readonly text: string }[];
}

/** The part of a plan that one stack is. Made of the same things as in the last generation it is the same. */
export function partOf(emission: Emission, stack: string, memory: Memory): StackPart {
  const state = emission.stateOf(stack);
  return memory.made(`part ${stack}`, state.made, () => {
    const units = [...state.units.values()].sort(compareUnits);
    return {
      stack,
      units,
      nodes: units.filter(isNode).map(({ subjects }) => nodeId(subjects[0] ?? '')),
      references: [...new Set(units.flatMap((unit) => [...unit.references]))].sort(byCodeUnit),
      handlers: handlersIn(units, state.assets),
      files: filesIn(units),
      cycles: cycles([...state.units.keys()].sort(byCodeUnit), (key) => emission.dependencies(key)),
      tokens: units.flatMap(({ statements, subjects: [subject = ''] }) =>
        tokensIn(statements, state.assets).map((text) => ({ subject, text })),
      ),
    };
  });
}

export const isNode = ({ key, subjects }: Unit): boolean => key === nodeKey(subjects[0] ?? '');

/** Files that statements name and that nobody generates are the person's: a function's entry. */
function handlersIn(units: readonly Unit[], assets: ReadonlyMap<string, string>): readonly Handler[] {
  const later = new Map<string, string[]>();
  for (const { statements } of units)
    for (const { function: name, key } of environmentOf(statements)) {
      const keys = later.get(name);
      if (keys === undefined) later.set(name, [key]);
      else keys.push(key);
    }
  const handlers = new Map<NodeId, Handler>();
  for (const { statements, subjects, variable, rank } of units) {
    const first = statements.find((statement) => statement.type === 'const' && statement.name === variable);
    const [id] = subjects;
    if (first?.type !== 'const' || id === undefined) continue;
    for (const expr of walkStatements(statements)) {
      if (expr.type !== 'project-file' || assets.has(expr.path)) continue;
      const environment = [...environmentOfConstruct(first.value), ...(later.get(variable ?? '') ?? [])];
      const names = [...new Set(environment)].sort(byCodeUnit);
      // Python is deployed as a folder.
      const path = expr.path.endsWith('.ts') ? expr.path : `${expr.path}/index.py`;
      handlers.set(nodeId(id), { node: nodeId(id), rank, path, environment: names });
    }
  }
  return [...handlers.values()];
}

function filesIn(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  for (const unit of units)
    for (const subject of unit.subjects)
      files.set(subject, [...new Set([...(files.get(subject) ?? []), ...unit.files])]);
  return files;
}

/** The CDK marks late values by such texts, in whatever string it finds them, and knows no escape. */
export const tokenPattern = /[$#]\{Token\[[a-zA-Z0-9:._-]+\]\}/;

/** The marks in the texts of some statements. A file that statements read is as old as they are. */
function tokensIn(statements: readonly Statement[], assets: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>();
  for (const expr of walkStatements(statements))
    for (const text of textsOf(expr, assets)) {
      const token = tokenPattern.exec(text)?.[0];
      if (token !== undefined) found.add(token);
    }
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
