import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type * as z from 'zod/mini';
import { designFormat, designVersion, emptyDesign, entries, selectionFormat, type Design } from './design.js';
import type { Facts } from './localized.js';
import { migrate } from './migrations.js';
import { byCodeUnit, isReservedKey } from './names.js';
import { placesIn, type Places } from './places.js';
import { isError, problem, type Place, type Problem, type ProblemCode } from './problems.js';
import { documentSchema, invalidId, knownKeys, type DesignDocument } from './schema.js';

/** Larger files are not read: a design of 2,000 nodes has about 1 MB. */
export const maxFileBytes = 20 * 1024 * 1024;
/** A clipboard holds part of a design, and is read while a person waits. */
const maxSelectionBytes = 5 * 1024 * 1024;
const maxDepth = 100;
/** Values after aliases are expanded: more than 20 MB of text can hold without them. */
const maxValues = 4_000_000;

export interface ParseResult {
  /** Absent when the text is no design; the problems say why. */
  readonly design?: Design;
  readonly problems: readonly Problem[];
}

/**
 * Reads a design file. Never throws and never drops: any text gives a design, or problems of severity error that say
 * where and why. A design may come with problems (a dangling reference, an unknown key): everything read is in it.
 * Problems carry place (line and column) and path.
 */
export function parseDesign(text: string, options: { readonly file?: string } = {}): ParseResult {
  return parse(text, options.file, {
    limit: maxFileBytes,
    header: (document) => (isRecord(document) && document['format'] === designFormat ? document : undefined),
    refusal: 'not-a-design',
    isWhole: true,
  });
}

/**
 * Reads part of a design: a copied selection, a design file as a whole, or nodes written by hand without any header. What
 * it refers to may be elsewhere, so that is no problem here. Never throws.
 */
export function parseSelection(text: string): ParseResult {
  return parse(text, undefined, {
    limit: maxSelectionBytes,
    header: selectionHeader,
    refusal: 'not-a-selection',
    isWhole: false,
  });
}

/** The record as a design file says it, if it is one, a copied selection, or sections without any header. */
function selectionHeader(document: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(document)) return undefined;
  const format = document['format'];
  if (format === designFormat) return document;
  const isBare = format === undefined && (isRecord(document['nodes']) || isRecord(document['notes']));
  if (format !== selectionFormat && !isBare) return undefined;
  return { version: designVersion, settings: { name: '' }, ...document, format: designFormat };
}

interface Expected {
  readonly limit: number;
  readonly header: (document: unknown) => Readonly<Record<string, unknown>> | undefined;
  readonly refusal: ProblemCode;
  readonly isWhole: boolean;
}

function parse(text: string, file: string | undefined, { limit, header, refusal, isWhole }: Expected): ParseResult {
  const start: Place = { ...(file === undefined ? {} : { file }), line: 1, column: 1 };
  const bytes = new TextEncoder().encode(text).length;
  const megabyte = 1024 * 1024;
  if (bytes > limit) {
    const code = isWhole ? 'file-too-large' : 'selection-too-large';
    return {
      problems: [problem(code, { megabytes: Math.ceil(bytes / megabyte), limit: limit / megabyte }, { place: start })],
    };
  }

  // A picture, a folder or an empty file has no place that could be corrected.
  if (text.trim() === '' || text.includes('\u0000')) return { problems: [problem(refusal, {}, { place: start })] };

  const loaded = loadYaml(text, start);
  if ('problem' in loaded) return { problems: [loaded.problem] };

  let places: Places | undefined;
  const placed = (code: ProblemCode, facts: Facts, path: readonly (string | number)[]): Problem =>
    problem(code, facts, { path, place: (places ??= placesIn(text, file)).of(path) });

  const hostile = findHostile(loaded.value);
  if (hostile !== undefined) return { problems: [placed(hostile.code, hostile.facts, hostile.path)] };

  const document = header(loaded.value);
  if (document === undefined)
    return {
      problems: [placed(refusal, {}, isRecord(loaded.value) && 'format' in loaded.value ? ['format'] : [])],
    };
  const version = document['version'];
  if (version === undefined) return { problems: [placed('missing-key', { what: 'version' }, [])] };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return {
      problems: [
        placed(
          'wrong-type',
          { what: 'version', found: words(version), expected: { en: 'a whole number from 1', ja: '1 以上の整数' } },
          ['version'],
        ),
      ],
    };
  if (version > designVersion)
    return { problems: [placed('newer-version', { version, supported: designVersion }, ['version'])] };

  const checked = documentSchema.safeParse(migrate(document, version));
  if (!checked.success)
    return { problems: checked.error.issues.slice(0, 100).map((issue) => issueProblem(issue, document, placed)) };

  const comments = /(?:^|\s)#/.test(text) ? (places ??= placesIn(text, file)).comments : [];
  const design = withComments(designOf(checked.data), comments);
  const problems = [
    ...unknownKeys(checked.data, placed),
    ...(isWhole ? dangling(design, placed) : []),
    ...comments
      .filter((comment) => comment.path === undefined)
      .map((comment) => problem('comment-will-be-lost', {}, { place: comment.place })),
  ];
  return { design, problems };
}

/** A result's errors, for hosts and command line that stop at them. */
export const errorsOf = (result: ParseResult): readonly Problem[] => result.problems.filter(isError);

type Loaded = { readonly value: unknown } | { readonly problem: Problem };

function loadYaml(text: string, start: Place): Loaded {
  try {
    return { value: load(text, { schema: CORE_SCHEMA, maxDepth }) };
  } catch (error) {
    if (!(error instanceof YAMLException))
      return { problem: problem('yaml-syntax', { detail: String(error) }, { place: start, path: [] }) };
    const place: Place =
      error.mark === undefined ? start : { ...start, line: error.mark.line + 1, column: error.mark.column + 1 };
    if (error.reason.startsWith('duplicated mapping key'))
      return { problem: problem('duplicate-key', { key: keyAt(text, place) }, { place, path: [] }) };
    if (error.reason.includes('maxDepth'))
      return { problem: problem('too-deep', { limit: maxDepth }, { place, path: [] }) };
    return { problem: problem('yaml-syntax', { detail: error.reason }, { place, path: [] }) };
  }
}

function keyAt(text: string, place: Place): string {
  const line = text.split('\n', place.line)[place.line - 1] ?? '';
  return /^\s*["']?([^:"']*)/.exec(line.slice(place.column - 1))?.[1]?.trim() ?? '';
}

interface Hostile {
  readonly code: 'reserved-key' | 'too-many-values' | 'too-deep';
  readonly facts: Facts;
  readonly path: readonly (string | number)[];
}

/** Walks what was loaded, expanding aliases, within a budget; without recursion, so that depth cannot end the stack. */
function findHostile(root: unknown): Hostile | undefined {
  type Step = { value: unknown; key: string | number; parent: Step | undefined; depth: number };
  const pathOf = (step: Step | undefined): (string | number)[] => {
    const path: (string | number)[] = [];
    for (let at = step; at?.parent !== undefined; at = at.parent) path.unshift(at.key);
    return path;
  };
  const stack: Step[] = [{ value: root, key: '', parent: undefined, depth: 0 }];
  let count = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (++count > maxValues) return { code: 'too-many-values', facts: { limit: maxValues }, path: pathOf(step) };
    // Deeper than the parser allows only through an alias that holds itself.
    if (step.depth > maxDepth * 2) return { code: 'too-deep', facts: { limit: maxDepth }, path: pathOf(step) };
    if (typeof step.value !== 'object' || step.value === null) continue;
    const isList = Array.isArray(step.value);
    for (const [key, value] of Object.entries(step.value)) {
      const child: Step = { value, key: isList ? Number(key) : key, parent: step, depth: step.depth + 1 };
      if (!isList && key === '__proto__') return { code: 'reserved-key', facts: { key }, path: pathOf(child) };
      stack.push(child);
    }
  }
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is, in words of both languages. */
function words(value: unknown): { en: string; ja: string } {
  if (value === undefined) return { en: 'missing', ja: '未指定' };
  if (value === null) return { en: 'empty', ja: '空' };
  if (Array.isArray(value)) return { en: 'a list', ja: 'リスト' };
  switch (typeof value) {
    case 'object':
      return { en: 'a map', ja: 'マップ' };
    case 'string': {
      const shown = `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
      return { en: shown, ja: shown };
    }
    default: {
      const shown = JSON.stringify(value);
      return { en: shown, ja: shown };
    }
  }
}

const expectedWords: Readonly<Record<string, { en: string; ja: string }>> = {
  string: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  int: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true または false' },
  array: { en: 'a list', ja: 'リスト' },
  object: { en: 'a map', ja: 'マップ' },
  record: { en: 'a map', ja: 'マップ' },
};

type Placed = (code: ProblemCode, facts: Facts, path: readonly (string | number)[]) => Problem;

function issueProblem(issue: z.core.$ZodIssue, document: unknown, placed: Placed): Problem {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const what = path.join('.') || 'the file';
  const value = path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    document,
  );
  const last = path.at(-1);
  if (issue.code === 'invalid_key' || (issue.code === 'custom' && issue.message === invalidId)) {
    const id = String(last ?? '');
    return placed(isReservedKey(id) ? 'reserved-key' : 'invalid-id', { id, key: id }, path);
  }
  if (value === undefined && issue.code !== 'unrecognized_keys') return placed('missing-key', { what }, path);
  const expected =
    issue.code === 'invalid_type'
      ? (expectedWords[issue.expected] ?? { en: issue.expected, ja: issue.expected })
      : issue.code === 'invalid_value'
        ? { en: `one of ${issue.values.join(', ')}`, ja: `${issue.values.join(', ')} のいずれか` }
        : issue.code === 'too_big' || issue.code === 'too_small'
          ? { en: 'a value in its range', ja: '範囲内の値' }
          : { en: 'a value of another form', ja: '別の形式の値' };
  return placed('wrong-type', { what, found: words(value), expected }, path);
}

function designOf(document: DesignDocument): Design {
  const empty = emptyDesign(document.settings.name);
  const layout = document.layout;
  // The schema has checked every shape; ids and loose keys are what the types cannot express.
  const whole: Record<string, unknown> = {
    ...empty,
    ...document,
    settings: { ...empty.settings, ...document.settings },
    nodes: mapValues(document.nodes, (node) => ({
      ...node,
      origin: node.origin ?? 'created',
      props: node.props ?? {},
      ...(node.definition === undefined
        ? {}
        : { definition: { ...node.definition, substitutions: node.definition.substitutions ?? {} } }),
    })),
    connections: mapValues(document.connections, (connection) => ({ ...connection, props: connection.props ?? {} })),
    layout: { ...empty.layout, ...layout },
  };
  return whole as unknown as Design;
}

function mapValues<From, To>(record: Readonly<Record<string, From>> | undefined, change: (value: From) => To) {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, change(value)]));
}

function unknownKeys(document: DesignDocument, placed: Placed): Problem[] {
  const found: Problem[] = [];
  const check = (value: unknown, known: readonly string[], path: readonly (string | number)[]): void => {
    if (!isRecord(value)) return;
    for (const key of Object.keys(value))
      if (!known.includes(key)) found.push(placed('unknown-key', { key }, [...path, key]));
  };
  check(document, knownKeys.document, []);
  check(document.settings, knownKeys.settings, ['settings']);
  check(document.layout, knownKeys.layout, ['layout']);
  for (const [section, known] of [
    ['contexts', knownKeys.context],
    ['nodes', knownKeys.node],
    ['connections', knownKeys.connection],
    ['notes', knownKeys.note],
  ] as const)
    for (const [id, value] of Object.entries<unknown>(document[section] ?? {})) check(value, known, [section, id]);
  return found;
}

function dangling(design: Design, placed: Placed): Problem[] {
  const found: Problem[] = [];
  const node = (id: string, what: string, path: readonly (string | number)[]): void => {
    if (!Object.hasOwn(design.nodes, id)) found.push(placed('dangling-node', { id, what }, path));
  };
  const context = (id: string | undefined, what: string, path: readonly (string | number)[]): void => {
    if (id !== undefined && !Object.hasOwn(design.contexts, id))
      found.push(placed('dangling-context', { id, what }, path));
  };
  for (const [id, value] of entries(design.nodes)) {
    context(value.context, id, ['nodes', id, 'context']);
    for (const [name, substitution] of Object.entries(value.definition?.substitutions ?? {}))
      if ('node' in substitution)
        node(substitution.node, `${id}: \${${name}}`, ['nodes', id, 'definition', 'substitutions', name]);
  }
  for (const [id, value] of entries(design.connections)) {
    node(value.from, id, ['connections', id, 'from']);
    node(value.to, id, ['connections', id, 'to']);
  }
  for (const [id, value] of entries(design.notes)) context(value.context, id, ['notes', id, 'context']);
  return found.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || byCodeUnit(a.code, b.code));
}

function withComments(design: Design, comments: Places['comments']): Design {
  return comments.reduce((result, { path, text }) => {
    const [section, id] = path ?? [];
    if (section === undefined || id === undefined) return result;
    const records: Readonly<Record<string, Readonly<Record<string, { readonly comment?: string }>>>> = {
      contexts: result.contexts,
      nodes: result.nodes,
      connections: result.connections,
    };
    const record = records[section];
    const value = record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
    if (value === undefined || value.comment !== undefined) return result;
    return { ...result, [section]: { ...record, [id]: { ...value, comment: text } } };
  }, design);
}
