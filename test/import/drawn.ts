import { importSystem, type ImportedSystem } from '../../src/importers/import-system.js';
import { readSystem } from '../../src/importers/read-system.js';
import { nodeId, type Design } from '../../src/model/design.js';
import { resolveSystem } from '../../src/system/resolve.js';
import type { ExpectedConnection } from './expected-connections.js';

/** One template by itself, as the app imports it. */
export const importTemplate = (file: string, text: string): ImportedSystem =>
  importSystem(readSystem({ text: (path) => (path === file ? text : undefined), paths: new Set([file]) }, [file]));

/** Which of the connections that a template states are not in the design that was made of it. */
export function missesOf(
  expected: readonly ExpectedConnection[],
  { design, report }: ImportedSystem,
): readonly ExpectedConnection[] {
  const system = resolveSystem(design);
  const rows = report.inputs.flatMap(({ resources, implicit }) => [...resources, ...implicit]);
  const ends = new Map(rows.flatMap(({ logicalId, into }) => (into === undefined ? [] : [[logicalId, into] as const])));
  const pairs = new Set<string>();
  const reached = new Set<string>();
  const left = new Set<string>();
  for (const { from, to } of system.connections.values()) {
    pairs.add(`${from} ${to}`);
    reached.add(to);
    left.add(from);
  }
  return expected.filter(({ what, from, to }) => {
    const [a, b] = [from, to].map((id) => (id === undefined ? undefined : ends.get(id)));
    if ((from !== undefined && a === undefined) || (to !== undefined && b === undefined)) return true;
    if (what === 'substitution') return !standsFor(design, a, b);
    if (a !== undefined && b !== undefined) return !pairs.has(`${a} ${b}`);
    return b === undefined ? !left.has(a ?? '') : !reached.has(b);
  });
}

/** Whether a name in the definition of a state machine leads to a node. */
function standsFor({ nodes }: Design, machine: string | undefined, target: string | undefined): boolean {
  const substitutions = nodes[nodeId(machine ?? '')]?.definition?.substitutions ?? {};
  return Object.values(substitutions).some((one) => 'node' in one && one.node === target);
}
