import type { Design, Json } from '../model/design.js';

/** Detail types by source, as a design itself names them. */
export type OwnEvents = ReadonlyMap<string, ReadonlySet<string>>;

/** An event that something publishes or waits for. */
interface Named {
  readonly sources: readonly string[];
  readonly detailTypes: readonly string[];
}

const maxDepth = 60;
/** The names that Step Functions and the SDK give to the fields of an event, and those of the fields of connections. */
const names = [
  ['source', 'detail-type'],
  ['Source', 'DetailType'],
  ['eventSource', 'detailType'],
] as const;

/** The events that connections and definitions of a design name: completion offers them first. */
export function ownEvents(design: Design, definitions: readonly Json[]): OwnEvents {
  const values = Object.values(design.connections).flatMap(({ props }): unknown[] => [
    props,
    ...Object.values(props).map(parsed),
  ]);
  const found = [...values, ...definitions, ...Object.values(design.samples)].flatMap((value) => [
    ...eventsIn(value, 0),
  ]);
  const events = new Map<string, Set<string>>();
  for (const { sources, detailTypes } of found)
    for (const source of sources) {
      if (source.startsWith('aws.')) continue;
      const types = events.get(source) ?? new Set<string>();
      for (const type of detailTypes) types.add(type);
      events.set(source, types);
    }
  return events;
}

function* eventsIn(value: unknown, depth: number): Generator<Named> {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return;
  for (const [source, detailType] of names) {
    const sources = textsOf(value, source);
    if (sources.length > 0) yield { sources, detailTypes: textsOf(value, detailType) };
  }
  for (const inner of Object.values(value)) yield* eventsIn(inner, depth + 1);
}

/** Literals only: an expression names nothing that a pattern could be written for. */
function textsOf(value: object, key: string): readonly string[] {
  const found: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  return list.filter((item) => typeof item === 'string' && item !== '' && !item.startsWith('{%')) as string[];
}

function parsed(value: Json): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    // What cannot be read is a problem of the connection.
    return undefined;
  }
}
