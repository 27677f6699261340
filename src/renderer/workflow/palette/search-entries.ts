import { rank } from '../../../model/fold.js';
import { translate } from '../../../model/localized.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import type { WorkflowType } from '../../../sdk/optimized/define.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import { searchActions, type SdkHit } from '../../../sdk/search.js';
import { flowEntries, optimizedEntries, optimizedEntry, retiredEntry, sdkEntry, type PaletteEntry } from './entries.js';
import { itemKey } from './item.js';

/** What a query is answered from. */
export interface SearchSource {
  /** Undefined while it is being loaded. */
  readonly catalog: SdkCatalog | undefined;
  readonly workflow: WorkflowType;
  readonly resources: readonly PaletteEntry[];
  readonly patterns: readonly PaletteEntry[];
}

export interface Found {
  readonly entries: readonly PaletteEntry[];
  /** There are more than are listed. */
  readonly isMore: boolean;
}

const mostActions = 300;

/** What a query means, the best first: states and resources, optimized integrations, then every other action. */
export function searchEntries(query: string, source: SearchSource): Found {
  if (query.trim() === '') return { entries: [], isMore: false };
  const { catalog, workflow } = source;
  const own = ranked(query, [...flowEntries, ...source.resources, ...source.patterns]);
  const optimized = ranked(query, optimizedEntries(workflow));
  const hits = catalog === undefined ? [] : searchActions(catalog, query, mostActions);
  const actions = hits.flatMap((hit) => [...twinOf(hit, workflow), sdkEntry(hit)]);
  const retired = catalog === undefined ? [] : retiredServices(catalog, query);
  const all = [...own, ...retired, ...optimizedFirst(actions, optimized)];
  return { entries: unique(all), isMore: hits.length >= mostActions };
}

/** How many of the best actions are looked through for optimized integrations, which then go first. */
const best = 12;

/** An optimized integration says more than the same call by the SDK; far down the list it is no better than others. */
const optimizedFirst = (
  actions: readonly PaletteEntry[],
  byLabel: readonly PaletteEntry[],
): readonly PaletteEntry[] => {
  const top = actions.slice(0, best);
  return [
    ...top.filter(({ mark }) => mark === 'optimized'),
    ...(top.length === 0 ? byLabel : []),
    ...top.filter(({ mark }) => mark !== 'optimized'),
    ...byLabel,
    ...actions.slice(best),
  ];
};

function ranked(query: string, entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  return entries
    .map((entry, index) => ({ entry, index, rank: rank(query, wordsOf(entry)) }))
    .filter((one): one is typeof one & { rank: number } => one.rank !== undefined)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ entry }) => entry);
}

const wordsOf = ({ title, detail, keywords }: PaletteEntry): readonly string[] => [
  ...new Set([
    translate(title, 'en'),
    translate(title, 'ja'),
    ...keywords,
    translate(detail, 'en'),
    translate(detail, 'ja'),
  ]),
];

/** Actions whose optimized integration has another service behind it than the API of its name. */
const otherApis: Readonly<Record<string, string>> = { bedrock: 'bedrockruntime', eventbridge: 'eventbridge' };

/** The optimized integration of the same action, if there is one. */
function twinOf({ service, action }: SdkHit, workflow: WorkflowType): readonly PaletteEntry[] {
  for (const one of optimizedServices.values()) {
    const apis = [one.api, otherApis[one.id]];
    const found = apis.includes(service.id) && Object.hasOwn(one.actions, action) ? one.actions[action] : undefined;
    if (found !== undefined) return [optimizedEntry(one, action, found, workflow)];
  }
  return [];
}

function retiredServices({ retired }: SdkCatalog, query: string): readonly PaletteEntry[] {
  const word = query.trim().toLowerCase().replaceAll(/[\s-]/g, '');
  if (word.length < 3) return [];
  return [...retired]
    .filter(([id]) => id.startsWith(word))
    .slice(0, 3)
    .map(([id, name]) => retiredEntry(id, name));
}

function unique(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ item }) => {
    const key = itemKey(item);
    return !seen.has(key) && seen.add(key);
  });
}
