import { constructFromEvents, YAMLException } from 'js-yaml';
import type { Json } from '../model/design.js';
import { problem, type Problem, type ProblemCode } from '../model/problems.js';
import type { Facts } from '../model/localized.js';
import { parseYaml, type ParsedYaml } from './indentation.js';
import type { Place } from './source.js';
import { templateSchema } from './template-schema.js';
import { linesOf, offsetAt, placedOf, type DuplicateKey, type PlacedText } from './value-places.js';

/** The value of a text in YAML or JSON as CloudFormation reads it. */
export interface ReadText {
  readonly value: Json;
  readonly syntax: 'yaml' | 'json';
  /** What was passed over: keys that are there twice. */
  readonly problems: readonly Problem[];
  /** Where a value stands; worked out when it is first asked for. */
  place(path: readonly (string | number)[]): Place;
}

const megabyte = 1024 * 1024;
/** CloudFormation takes 1 MB. A construct tree is JSON, which is read as fast as it is large; YAML is not. */
const maxLength = { json: 20 * megabyte, yaml: 5 * megabyte };
const maxDepth = 100;
/** Values with aliases written out. */
const maxValues = 1_000_000;
const maxDuplicates = 20;

/** Reads a text. Never throws; a problem says where. */
export function readTemplateText(text: string, file: string): ReadText | { readonly problem: Problem } {
  const syntax = /^\s*[{[]/.test(text.slice(0, 10_000)) ? 'json' : 'yaml';
  const start: Place = { file, line: 1, column: 1 };
  const limit = maxLength[syntax];
  if (text.length > limit)
    return refusal(
      'template-too-large',
      { megabytes: Math.ceil(text.length / megabyte), limit: limit / megabyte },
      start,
    );
  const loaded = (syntax === 'json' ? loadJson(text) : undefined) ?? loadYaml(text, file);
  if ('problem' in loaded) return loaded;

  let placed: ReturnType<Loaded['placed']>;
  let lines: ReturnType<typeof linesOf> | undefined;
  const placeOf = (offset: number): Place => {
    placed ??= loaded.placed();
    const { line, column } = (lines ??= linesOf(placed?.parsed.text ?? text))(offset);
    return { file, line, column: placed?.parsed.column(line, column) ?? column };
  };
  const place = (path: readonly (string | number)[]): Place => {
    placed ??= loaded.placed();
    return placeOf(offsetAt(placed?.places.root, path));
  };

  const hostile = findHostile(loaded.value);
  if (hostile !== undefined && hostile.code !== 'reserved-key')
    return refusal(hostile.code, hostile.facts, place(hostile.path));
  const reserved =
    hostile === undefined ? [] : [problem('template-reserved-key', hostile.facts, { place: place(hostile.path) })];
  return {
    // What js-yaml and JSON.parse build is JSON, apart from what was found hostile.
    value: (hostile === undefined ? loaded.value : withoutReserved(loaded.value)) as Json,
    syntax,
    problems: [
      ...reserved,
      ...loaded.duplicates
        .slice(0, maxDuplicates)
        .map(({ key, offset }) =>
          problem('template-duplicate-key', { key: shortened(key) }, { place: placeOf(offset) }),
        ),
    ],
    place,
  };
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const refusal = (code: ProblemCode, facts: Facts, place: Place): { readonly problem: Problem } => ({
  problem: problem(code, facts, { place }),
});

interface Loaded {
  readonly value: unknown;
  readonly duplicates: readonly DuplicateKey[];
  /** What stands where; undefined: only JSON can be read of it. */
  placed(): { readonly parsed: ParsedYaml; readonly places: PlacedText } | undefined;
}

/** JSON that is JSON; undefined: it has comments or commas too many, which YAML may allow, or is none. */
function loadJson(text: string): Loaded | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value, duplicates: [], placed: () => placedYaml(text) };
  } catch {
    return undefined;
  }
}

function placedYaml(text: string): ReturnType<Loaded['placed']> {
  try {
    const parsed = parseYaml(text, maxDepth);
    return { parsed, places: placedOf(parsed.text, parsed.events) };
  } catch {
    return undefined;
  }
}

function loadYaml(text: string, file: string): Loaded | { readonly problem: Problem } {
  try {
    return constructed(parseYaml(text, maxDepth));
  } catch (error) {
    return refused(error, file);
  }
}

function constructed(parsed: ParsedYaml): Loaded {
  const { events, text } = parsed;
  const options = { source: text, schema: templateSchema, maxAliases: 10_000 };
  const placed = () => ({ parsed, places: placedOf(text, events) });
  try {
    return { value: constructFromEvents(events, options)[0] ?? null, duplicates: [], placed };
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.startsWith('duplicated mapping key')) throw error;
    // As CloudFormation does: the last one counts.
    const known = placed();
    const value = constructFromEvents(events, { ...options, json: true })[0] ?? null;
    return { value, duplicates: known.places.duplicates, placed: () => known };
  }
}

function refused(error: unknown, file: string): { readonly problem: Problem } {
  const start: Place = { file, line: 1, column: 1 };
  if (!(error instanceof YAMLException)) {
    const detail = error instanceof Error ? error.message : String(error);
    return refusal('template-syntax', { detail: shortened(detail) }, start);
  }
  const place = error.mark === undefined ? start : { file, line: error.mark.line + 1, column: error.mark.column + 1 };
  if (error.reason.includes('maxDepth')) return refusal('too-deep', { limit: maxDepth }, place);
  return refusal('template-syntax', { detail: shortened(error.reason) }, place);
}

interface Hostile {
  readonly code: 'reserved-key' | 'too-many-values' | 'too-deep';
  readonly facts: Facts;
  readonly path: readonly (string | number)[];
}

interface Step {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Step | undefined;
  readonly depth: number;
}

function pathOf(step: Step): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Step = step; at.parent !== undefined; at = at.parent) path.unshift(at.key);
  return path;
}

/** Walks a value with its aliases written out, within a budget; without recursion, so that depth cannot end the stack. */
function findHostile(root: unknown): Hostile | undefined {
  const stack: Step[] = [{ value: root, key: '', parent: undefined, depth: 0 }];
  let reserved: Hostile | undefined;
  let count = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, depth } = step;
    if (++count > maxValues) return { code: 'too-many-values', facts: { limit: maxValues }, path: pathOf(step) };
    if (typeof value !== 'object' || value === null) continue;
    // A function's long form is a level more than what was written; deeper than that only through an alias.
    if (depth > maxDepth * 2) return { code: 'too-deep', facts: { limit: maxDepth }, path: pathOf(step) };
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      const next: Step = { value: child, key: isList ? Number(key) : key, parent: step, depth: depth + 1 };
      if (key === '__proto__' && !isList) reserved ??= { code: 'reserved-key', facts: { key }, path: pathOf(next) };
      else stack.push(next);
    }
  }
  return reserved;
}

/** A copy without the keys that would change what an object is. */
function withoutReserved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReserved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, child]) => [key, withoutReserved(child)]),
  );
}
