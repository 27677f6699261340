import { parseDefinition, walkStates, type DefinitionTree, type State } from '../asl/definition.js';
import { lookup, type Context, type ContextId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { System, SystemNode } from '../system/system.js';

/** State machines and contexts as several rules see them. */

/** The tree of a state machine of this design; undefined: it has none, or one that is being written. */
export function treeOfMachine({ node }: SystemNode): DefinitionTree | undefined {
  const { definition } = node;
  if (node.origin === 'existing' || definition === undefined || definition.draft !== undefined) return undefined;
  return parseDefinition(definition.text, definition.format).tree;
}

export const statesOf = (tree: DefinitionTree): readonly State[] => [...walkStates(tree)];

/** A context's name in a sentence. */
export const contextName = (system: System, id: ContextId | undefined): Localized => {
  const label = id === undefined ? undefined : lookup<Context>(system.design.contexts, id)?.label;
  return label === undefined ? { en: 'no context', ja: 'コンテキストなし' } : { en: label, ja: label };
};

/** Names of a list in a sentence, of a few of them where there are many. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length <= most ? shown : `${shown}, … (${String(names.length)})`;
}

/** The services that someone publishes events by, as their patterns would name them: id, label or context. */
export function sourcesOf(system: System, node: SystemNode): ReadonlySet<string> {
  const { context: id } = node;
  const context = id === undefined ? undefined : lookup<Context>(system.design.contexts, id);
  const names = [node.id, node.label, ...(id === undefined || context === undefined ? [] : [id, context.label])];
  return new Set(names.map((name) => name.toLowerCase().replace(/[\s_]+/g, '-')));
}

/** Items by what they have in common, in the order of the first of each. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
