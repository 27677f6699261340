import type { Json } from '../../model/design.js';
import type { Path } from '../document.js';
import { closeExits } from './place.js';
import type { DefinitionDraft } from './draft.js';
import { closedRegionOf, refAt } from './region.js';

/**
 * Puts states that are entered and left at one place into a new state: `fieldsWith` gives its fields around an empty
 * machine, `inside` the way to that machine.
 */
export function wrapStates(
  draft: DefinitionDraft,
  paths: readonly Path[],
  name: string,
  fieldsWith: (machine: Json) => Readonly<Record<string, Json>>,
  inside: Path,
): Path {
  const region = closedRegionOf(draft, paths);
  const { machine, states, into, entry, next } = region;
  const behind = before([...machine.states.keys()], states[0]?.name);
  const free = draft.freeName(name);
  const flow = next === undefined ? { End: true } : { Next: next };
  const path = draft.addState(
    machine.path,
    free,
    { ...fieldsWith({ StartAt: entry.name, States: {} }), ...flow },
    behind ?? states.at(-1)?.name,
  );
  for (const { ref } of into) draft.lead(ref, free);
  const target: Path = [...path, ...inside, 'States'];
  let last: string | undefined;
  for (const { path: from, name: moved } of states) {
    draft.move(from, target, last);
    last = moved;
  }
  const exits = region.exits.map((ref) => refAt(ref, target));
  closeExits(draft, { machine: target.slice(0, -1), behind: last }, exits, undefined);
  return path;
}

const before = (keys: readonly string[], name: string | undefined): string | undefined =>
  name === undefined ? undefined : keys[keys.indexOf(name) - 1];
