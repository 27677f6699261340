import {
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { functionOfTag } from './template-schema.js';

/** A value of a text with where it stands. */
export interface PlacedValue {
  readonly offset: number;
  /** The long name of the function that its tag is short for. */
  readonly function?: string | undefined;
  /** Of a map: the key's offset and the value. */
  readonly entries?: Map<string, { readonly offset: number; readonly value: PlacedValue }>;
  readonly items?: PlacedValue[];
  /** Maps that `<<` brings in. */
  readonly merged?: PlacedValue[];
}

/** Keys that one map has twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly offset: number;
}

export interface PlacedText {
  readonly root: PlacedValue | undefined;
  readonly duplicates: readonly DuplicateKey[];
}

const isQuoted = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;

const startOf = (event: ScalarEvent | MappingEvent | SequenceEvent): number =>
  event.tagStart >= 0
    ? event.tagStart
    : event.type === EVENT_ID.SCALAR
      ? // A quoted value begins at its quote.
        Math.max(0, event.valueStart - (isQuoted(event) ? 1 : 0))
      : event.start;

interface Frame {
  readonly value: PlacedValue;
  key?: { readonly text: string; readonly offset: number } | undefined;
}

/** Where the values of the first document stand, from the events of its parser. */
export function placedOf(text: string, events: readonly Event[]): PlacedText {
  const duplicates: DuplicateKey[] = [];
  const anchors = new Map<string, PlacedValue>();
  const frames: Frame[] = [];
  let root: PlacedValue | undefined;

  const add = (value: PlacedValue, keyText: string): void => {
    const frame = frames.at(-1);
    if (frame === undefined) {
      root ??= value;
      return;
    }
    const { items, entries, merged } = frame.value;
    if (items !== undefined) items.push(value);
    else if (frame.key === undefined) frame.key = { text: keyText, offset: value.offset };
    else {
      const { text: key, offset } = frame.key;
      frame.key = undefined;
      if (key === '<<') merged?.push(value);
      else {
        if (entries?.has(key) === true) duplicates.push({ key, offset });
        entries?.set(key, { offset, value });
      }
    }
  };
  const remember = (event: ScalarEvent | MappingEvent | SequenceEvent, value: PlacedValue): PlacedValue => {
    if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), value);
    return value;
  };
  const functionOf = (event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined =>
    event.tagStart < 0 ? undefined : functionOfTag(text.slice(event.tagStart, event.tagEnd));

  let depth = 0;
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (root !== undefined) return { root, duplicates };
        depth++;
        break;
      case EVENT_ID.SCALAR: {
        const value = remember(event, { offset: startOf(event), function: functionOf(event) });
        add(value, getScalarValue(text, event));
        break;
      }
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        const place = { offset: startOf(event), function: functionOf(event) };
        const value: PlacedValue =
          event.type === EVENT_ID.MAPPING ? { ...place, entries: new Map(), merged: [] } : { ...place, items: [] };
        frames.push({ value: remember(event, value) });
        depth++;
        break;
      }
      case EVENT_ID.ALIAS: {
        const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
        add(target ?? { offset: event.anchorStart - 1 }, '');
        break;
      }
      case EVENT_ID.POP:
        if (--depth > 0) {
          const frame = frames.pop();
          if (frame !== undefined) add(frame.value, '');
        }
        break;
    }
  }
  return { root, duplicates };
}

/** The offset of the value at a path, or of the nearest thing above it that is there. */
export function offsetAt(root: PlacedValue | undefined, path: readonly (string | number)[]): number {
  let value = root;
  let offset = root?.offset ?? 0;
  for (const step of path) {
    if (value === undefined) break;
    // `!Sub` and `Fn::Sub:` are one thing.
    if (value.function === step) continue;
    const found = childOf(value, step, 0);
    if (found === undefined) break;
    offset = found.offset;
    value = found.value;
  }
  return offset;
}

function childOf(
  value: PlacedValue,
  step: string | number,
  depth: number,
): { readonly offset: number; readonly value: PlacedValue } | undefined {
  const item = value.items?.[Number(step)];
  if (item !== undefined) return { offset: item.offset, value: item };
  const own = value.entries?.get(String(step));
  if (own !== undefined || depth > 10) return own;
  for (const merged of value.merged ?? []) {
    const found = childOf(merged, step, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Line and column, from 1, of offsets in a text. */
export function linesOf(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
