import { loadKnownEvents } from '../../events/known-events.js';
import { isObject } from '../../events/pattern.js';
import { sampleEvent, sampleForPattern, sampleOf } from '../../events/sample-event.js';
import type { Json } from '../../model/design.js';

/** A sample event with its name. */
export interface NewSample {
  readonly label: string;
  readonly event: Readonly<Record<string, Json>>;
}

const firstText = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

/**
 * An event for the text of a pattern: with all fields of the known event that it names first, and in them the values
 * that the pattern asks for.
 */
export async function newSample(text: string): Promise<NewSample> {
  let pattern: unknown;
  try {
    pattern = JSON.parse(text);
  } catch {
    // A pattern that is being written: an event without contents is a start as well.
  }
  const given = isObject(pattern) ? pattern : {};
  const wanted = sampleForPattern(given);
  const { detail, ...rest } = isObject(wanted) ? wanted : {};
  const known = await loadKnownEvents();
  const source = firstText(given['source']) ?? textOf(rest['source']) ?? 'app';
  const types = known.get(source);
  const detailType =
    firstText(given['detail-type']) ?? textOf(rest['detail-type']) ?? [...(types?.keys() ?? [])][0] ?? 'event';
  const shape = types?.get(detailType);
  const whole = shape === undefined ? {} : sampleOf(shape);
  const event = sampleEvent(source, detailType, merged(whole, detail ?? {}));
  return {
    label: detailType,
    event: { ...event, ...(rest as Readonly<Record<string, Json>>), source, 'detail-type': detailType },
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The values of a pattern over those of a known event. */
function merged(below: Json, above: Json): Json {
  if (!isObject(below) || !isObject(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  const at = (value: Readonly<Record<string, unknown>>, key: string): Json | undefined =>
    Object.hasOwn(value, key) ? (value[key] as Json) : undefined;
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [at(below, key), at(above, key)];
      return [key, other === undefined ? (one ?? null) : one === undefined ? other : merged(one, other)];
    }),
  );
}
