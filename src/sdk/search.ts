import type { SdkCatalog, SdkService } from './catalog.js';
import { refusalAt } from './lookup.js';
import { wordsOf } from './names.js';
import { termsOf, type Term } from './query.js';
import type { Refusal } from './refusals.js';
import { usualActions } from './usual.js';

/** An action that a query finds. */
export interface SdkHit {
  readonly service: SdkService;
  readonly action: string;
  readonly refusal: Refusal | undefined;
}

/** The words of the catalog, made when the first query comes. */
interface Index {
  readonly services: readonly IndexedService[];
  /** Actions by number: of all services, one after the other. */
  readonly names: readonly string[];
  readonly lower: readonly string[];
  readonly wordCounts: Uint8Array;
  readonly serviceOf: Uint16Array;
  /** What an action is worth before any query: usual ones first, those that cannot be called last. */
  readonly worth: Float32Array;
  /** Words in order, so that those with a common beginning stand together. */
  readonly words: readonly string[];
  readonly actionsOf: ReadonlyMap<string, readonly number[]>;
  readonly serviceWords: ReadonlyMap<string, readonly number[]>;
  readonly serviceWordList: readonly string[];
}

interface IndexedService {
  readonly service: SdkService;
  readonly first: number;
}

const indexes = new WeakMap<SdkCatalog, Index>();

function indexOf(catalog: SdkCatalog): Index {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const index = buildIndex(catalog);
  indexes.set(catalog, index);
  return index;
}

/** Makes the words of the catalog before the first query, so that no keystroke waits for them. */
export function prepareSearch(catalog: SdkCatalog): void {
  indexOf(catalog);
}

const append = (map: Map<string, number[]>, word: string, number: number): void => {
  const numbers = map.get(word);
  if (numbers === undefined) map.set(word, [number]);
  else if (numbers.at(-1) !== number) numbers.push(number);
};

function buildIndex(catalog: SdkCatalog): Index {
  const services: IndexedService[] = [];
  const names: string[] = [];
  const actionsOf = new Map<string, number[]>();
  const serviceWords = new Map<string, number[]>();
  const worth: number[] = [];
  const counts: number[] = [];
  const serviceOf: number[] = [];
  const ranks = new Map([...usualActions.keys()].map((id, rank) => [id, rank]));

  for (const service of catalog.services.values()) {
    const number = services.length;
    services.push({ service, first: names.length });
    for (const word of wordsOfService(service)) append(serviceWords, word, number);
    const usual = usualActions.get(service.id) ?? [];
    const rank = ranks.get(service.id);
    const ofService = rank === undefined ? 0 : 3 - (2 * rank) / ranks.size;
    service.actions.forEach((name, at) => {
      const words = wordsOf(name);
      for (const word of new Set(words)) append(actionsOf, word, names.length);
      counts.push(words.length);
      const place = usual.indexOf(name);
      const refused = refusalAt(catalog, service, at) === undefined ? 0 : 12;
      worth.push(ofService + (place < 0 ? 0 : 5 - place / 2) - refused - name.length / 100);
      serviceOf.push(number);
      names.push(name);
    });
  }
  return {
    services,
    names,
    lower: names.map((name) => name.toLowerCase()),
    wordCounts: Uint8Array.from(counts),
    serviceOf: Uint16Array.from(serviceOf),
    worth: Float32Array.from(worth),
    words: [...actionsOf.keys()].sort(),
    actionsOf,
    serviceWords,
    serviceWordList: [...serviceWords.keys()].sort(),
  };
}

const wordsOfService = ({ id, label, errorPrefix, iamPrefix }: SdkService): ReadonlySet<string> =>
  new Set([
    id,
    ...(iamPrefix === '' ? [] : [iamPrefix]),
    ...iamPrefix.split('-').filter((word) => word !== ''),
    ...wordsOf(errorPrefix),
    ...label
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => !['', 'aws', 'amazon'].includes(word)),
  ]);

/** The numbers of the words that begin with a text: a part of a sorted list. */
function* beginningWith(sorted: readonly string[], text: string): Generator<string> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  for (let at = low; (sorted[at] ?? '').startsWith(text) && at < sorted.length; at++) yield sorted[at] ?? '';
}

const points = { exactService: 9, serviceBeginning: 4, exactWord: 10, wordBeginning: 6, aliasWord: 8, inName: 4 };

/** How well a term fits each service and each action; what it does not fit has 0. */
interface Fit {
  readonly services: Float32Array;
  readonly actions: Float32Array;
  /** Actions of which the term is a whole word. */
  readonly whole: Uint8Array;
}

function raise(scores: Float32Array, at: number, score: number): void {
  if ((scores[at] ?? 0) < score) scores[at] = score;
}

function fitOf(term: Term, index: Index): Fit {
  const services = new Float32Array(index.services.length);
  const actions = new Float32Array(index.names.length);
  const whole = new Uint8Array(index.names.length);
  const { text, alias } = term;

  for (const word of beginningWith(index.serviceWordList, text)) {
    const score = word === text ? points.exactService : points.serviceBeginning;
    for (const number of index.serviceWords.get(word) ?? []) raise(services, number, score);
  }
  for (const word of beginningWith(index.words, text)) {
    const isWhole = word === text || word === `${text}s`;
    const score = word === text ? points.exactWord : points.wordBeginning + text.length / word.length;
    for (const number of index.actionsOf.get(word) ?? []) {
      raise(actions, number, score);
      if (isWhole) whole[number] = 1;
    }
  }
  // Names written without capitals, and the middle of a word.
  if (text.length >= 4) {
    index.lower.forEach((name, number) => {
      if (name === text) {
        raise(actions, number, 3 * points.exactWord);
        whole[number] = index.wordCounts[number] ?? 1;
      } else if (name.includes(text)) raise(actions, number, points.inName + text.length / name.length);
    });
  }
  if (alias !== undefined) fitAlias(term, index, { services, actions, whole });
  return { services, actions, whole };
}

function fitAlias({ alias }: Term, index: Index, { services, actions, whole }: Fit): void {
  (alias?.services ?? []).forEach((id, place) => {
    const number = index.services.findIndex(({ service }) => service.id === id);
    if (number >= 0) raise(services, number, points.exactService - place);
  });
  (alias?.words ?? []).forEach((word, place) => {
    for (const number of index.actionsOf.get(word) ?? []) {
      raise(actions, number, points.aliasWord - place / 2);
      whole[number] = 1;
    }
  });
  (alias?.actions ?? []).forEach((name, place) => {
    const [id = '', action = ''] = name.split(':');
    const found = index.services.find(({ service }) => service.id === id);
    const at = found?.service.actions.indexOf(action) ?? -1;
    if (found === undefined || at < 0) return;
    raise(actions, found.first + at, 3 * points.exactWord - place);
    services[index.services.indexOf(found)] = points.serviceBeginning;
  });
}

/**
 * The actions that a query means, the best first: every word of it is a word of the action or of its service, in any
 * order, in English or Japanese, abbreviated or only begun.
 */
export function searchActions(catalog: SdkCatalog, query: string, limit: number): readonly SdkHit[] {
  const index = indexOf(catalog);
  const terms = termsOf(query, (text) => index.actionsOf.has(text) || index.serviceWords.has(text));
  if (terms.length === 0) return [];
  const fits = terms.map((term) => fitOf(term, index));
  const best = new Best(limit);
  for (let number = 0; number < index.names.length; number++) {
    const score = scoreOf(number, fits, index);
    if (score !== undefined) best.add(number, score);
  }
  return best.numbers().flatMap((number) => {
    const found = index.services[index.serviceOf[number] ?? 0];
    const action = index.names[number];
    if (found === undefined || action === undefined) return [];
    return [{ service: found.service, action, refusal: refusalAt(catalog, found.service, number - found.first) }];
  });
}

/** Undefined: a term says nothing of the action. */
function scoreOf(number: number, fits: readonly Fit[], index: Index): number | undefined {
  const service = index.serviceOf[number] ?? 0;
  let sum = 0;
  let whole = 0;
  for (const fit of fits) {
    const ofService = fit.services[service] ?? 0;
    const ofAction = fit.actions[number] ?? 0;
    if (ofService === 0 && ofAction === 0) return undefined;
    sum += Math.max(ofService, ofAction) + Math.min(ofService, ofAction) / 10;
    whole += fit.whole[number] ?? 0;
  }
  // Of names that hold all words, the one that holds little else.
  const covered = Math.min(1, whole / (index.wordCounts[number] ?? 1));
  return sum / fits.length + 6 * covered + (index.worth[number] ?? 0);
}

/** The few with the highest scores; of equal ones those that came first. */
class Best {
  readonly #kept: { readonly number: number; readonly score: number }[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(number: number, score: number): void {
    const last = this.#kept.at(-1);
    if (this.#kept.length >= this.#limit && (last === undefined || last.score >= score)) return;
    let at = this.#kept.length;
    while (at > 0 && (this.#kept[at - 1]?.score ?? 0) < score) at--;
    this.#kept.splice(at, 0, { number, score });
    if (this.#kept.length > this.#limit) this.#kept.pop();
  }

  numbers(): readonly number[] {
    return this.#kept.map(({ number }) => number);
  }
}
