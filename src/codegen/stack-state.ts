import type { NodeId } from '../model/design.js';
import type { Problem } from '../model/problems.js';
import { ranks, type Unit } from './units.js';

/** What was emitted into one stack, and what was looked at meanwhile. */
export class StackState {
  readonly units = new Map<string, Unit>();
  readonly assets = new Map<string, string>();
  readonly problems: Problem[] = [];
  readonly keysByVariable = new Map<string, string>();
  readonly waiting = new Map<string, Set<string>>();
  readonly constructIds = new Set<string>();
  readonly variables = new Set<string>();
  /** Names that were tried, taken or not. */
  readonly asked = new Set<string>();
  /** Nodes that were looked at. */
  readonly reads = new Set<NodeId>();
  /** What its units were made of, in order. A stack that was taken over begins with that as a whole. */
  readonly made: unknown[] = [];

  /** A state that begins as this one is; `from` stands for everything that it was made of. */
  copy(from: unknown): StackState {
    const copy = new StackState();
    // Roles get their permissions later; all other units are complete.
    for (const [key, unit] of this.units) copy.units.set(key, unit.rank === ranks.role ? copyOf(unit) : unit);
    for (const [path, text] of this.assets) copy.assets.set(path, text);
    copy.problems.push(...this.problems);
    for (const [variable, key] of this.keysByVariable) copy.keysByVariable.set(variable, key);
    for (const [key, keys] of this.waiting) copy.waiting.set(key, keys);
    for (const id of this.constructIds) copy.constructIds.add(id);
    for (const name of this.variables) copy.variables.add(name);
    copy.made.push(from);
    return copy;
  }
}

const copyOf = (unit: Unit): Unit => ({
  ...unit,
  needs: new Set(unit.needs),
  references: new Set(unit.references),
  files: new Set(unit.files),
});
