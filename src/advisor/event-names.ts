import { lookup, type Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { System } from '../system/system.js';
import type { Limit } from './define.js';
import type { SingleCall } from './functions.js';

/** What events are called, by the props of a pipe's target and of a route of an HTTP API. */
export type EventNames = Readonly<Partial<Record<'eventSource' | 'detailType', string>>>;

const keys = { eventSource: 'source', detailType: 'detail-type' } as const;

/**
 * How a function calls its events, as far as the rules of the bus tell: they match one source and one detail type, and
 * nothing else publishes there. Undefined: rules match by names, but which of them are the function's is not known.
 */
export function eventNamesOf(system: System, { connection, target }: SingleCall): EventNames | undefined {
  const patterns = system
    .outgoing(target.id)
    .filter(({ kind }) => kind === 'rule')
    .map(({ props }) => patternOf(props['pattern']))
    .filter((pattern) => pattern !== undefined && !isOfService(pattern));
  const names: Partial<Record<keyof typeof keys, string>> = {};
  for (const name of ['eventSource', 'detailType'] as const) {
    const matched = patterns.flatMap((pattern) => (pattern && lookup(pattern, keys[name])) ?? []);
    const [only, ...others] = new Set(matched);
    if (only === undefined) continue;
    if (others.length > 0 || typeof only !== 'string') return undefined;
    names[name] = only;
  }
  const publishes = ({ id, origin }: { id: string; origin: string }): boolean =>
    id !== connection.id && origin !== 'reference';
  return Object.keys(names).length > 0 && system.incoming(target.id).some(publishes) ? undefined : names;
}

export function patternOf(text: unknown): Readonly<Record<string, Json>> | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPattern(value) ? value : undefined;
  } catch {
    // What cannot be read is a problem of the rule.
    return undefined;
  }
}

const isPattern = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sources of AWS services are closed to others: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
function isOfService(pattern: Readonly<Record<string, Json>>): boolean {
  const sources = lookup(pattern, 'source');
  return (
    Array.isArray(sources) && sources.every((source: Json) => typeof source === 'string' && source.startsWith('aws.'))
  );
}

/** The names as a fact of a finding: '' where the design says nothing of them. */
export const namesFact = (names: EventNames | undefined): string =>
  [names?.eventSource, names?.detailType].filter((name) => name !== undefined).join(', ');

/** What a finding says of the names of events: set after the rule, to be entered, or free. */
export function namesLimit(names: EventNames | undefined, where: Localized, source: string): Limit {
  if (names === undefined) return { text: namesUnknown, state: 'check', source };
  return { text: Object.keys(names).length > 0 ? namesFromRule : where, state: 'check', source };
}

const namesFromRule: Localized = {
  en: 'Events get the names that the rule of "{target}" matches: {events}.',
  ja: 'イベントには、「{target}」のルールに一致する値を設定します: {events}。',
};

const namesUnknown: Localized = {
  en: 'Rules of "{target}" match by source and detail type; those that "{lambda}" sets have to be entered.',
  ja: '「{target}」のルールは、source と detail-type で一致を判定します。「{lambda}」が設定していた値を入力する必要があります。',
};
