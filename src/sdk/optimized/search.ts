import { wordsOf } from '../names.js';
import { termsOf, type Term } from '../query.js';
import type { OptimizedAction, OptimizedService } from './define.js';
import { optimizedServices } from './index.js';

/** An optimized integration that a query finds. */
export interface OptimizedHit {
  readonly service: OptimizedService;
  /** `putItem`. */
  readonly name: string;
  readonly action: OptimizedAction;
}

interface Entry extends OptimizedHit {
  readonly ofService: readonly string[];
  readonly ofAction: readonly string[];
}

const latinWords = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9]+/);

const entries: readonly Entry[] = [...optimizedServices.values()].flatMap((service) =>
  Object.entries(service.actions).map(([name, action]) => ({
    service,
    name,
    action,
    ofService: [
      service.id,
      ...(service.api === undefined ? [] : [service.api]),
      ...latinWords(service.label.en),
    ].filter((word) => !['', 'aws', 'amazon'].includes(word)),
    ofAction: [name.toLowerCase(), ...wordsOf(name), ...latinWords(action.label.en)].filter((word) => word !== ''),
  })),
);

const known = new Set(entries.flatMap(({ ofService, ofAction }) => [...ofService, ...ofAction]));

/** How well an action fits a word: as a whole, by its beginning, by what else the word means. 0: not at all. */
function fit({ service, name, action, ofService, ofAction }: Entry, { text, alias }: Term): number {
  if (ofAction.includes(text)) return 5;
  if (ofService.includes(text)) return 4;
  if (action.label.ja.includes(text) || service.label.ja.includes(text)) return 4;
  const ids = [service.id, service.api ?? service.id];
  if (alias?.actions?.some((one) => ids.some((id) => one === `${id}:${name}`)) === true) return 4;
  if (alias?.services?.some((id) => ids.includes(id)) === true) return 3;
  if (alias?.words?.some((word) => ofAction.includes(word)) === true) return 3;
  return [...ofAction, ...ofService].some((word) => word.startsWith(text)) ? 2 : 0;
}

/** The optimized integrations that hold every word of a query, the best first. */
export function searchOptimized(query: string): readonly OptimizedHit[] {
  const terms = termsOf(query, (text) => known.has(text));
  if (terms.length === 0) return [];
  const scored = entries.flatMap((entry, index) => {
    const fits = terms.map((term) => fit(entry, term));
    return fits.includes(0) ? [] : [{ entry, index, score: fits.reduce((sum, one) => sum + one, 0) }];
  });
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map(({ entry: { service, name, action } }) => ({ service, name, action }));
}

const byOperation: ReadonlyMap<string, OptimizedHit> = new Map(
  entries.flatMap(({ service, name, action }): (readonly [string, OptimizedHit])[] => {
    const operation = action.operation ?? (service.api === undefined ? undefined : `${service.api}:${name}`);
    return operation === undefined ? [] : [[operation, { service, name, action }]];
  }),
);

/** The optimized integration that does what an action of the AWS SDK does. */
export const optimizedFor = (api: string, action: string): OptimizedHit | undefined =>
  byOperation.get(`${api}:${action}`);
