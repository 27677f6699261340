import { parseDefinition, walkStates, type State } from '../asl/definition.js';
import { connectionOf, serviceOf } from '../catalog/index.js';
import { entries, lookup, type Definition, type Design, type Json } from '../model/design.js';
import type { Field, Fields } from '../model/fields.js';
import { matchesIn, type TextMatch } from './find-text.js';
import type { Localized } from '../model/localized.js';

/** Kinds of texts that can be searched, in the order that they are shown in. */
export const findScopes = {
  name: { en: 'Names', ja: '名前' },
  id: { en: 'Ids', ja: 'ID' },
  team: { en: 'Teams', ja: 'チーム' },
  comment: { en: 'Comments', ja: 'コメント' },
  note: { en: 'Notes', ja: 'メモ' },
  field: { en: 'Settings', ja: '設定' },
  definition: { en: 'Definitions', ja: '定義' },
} as const satisfies Record<string, Localized>;
export type FindScope = keyof typeof findScopes;

export interface FindOptions {
  /** Without it neither case, nor width, nor hiragana or katakana matters. */
  readonly caseSensitive?: boolean;
  readonly wholeWord?: boolean;
  /** Undefined: everywhere. */
  readonly scopes?: readonly FindScope[];
}

export interface FindMatch extends TextMatch {
  readonly kind: 'node' | 'connection' | 'context' | 'note';
  readonly id: string;
  readonly scope: FindScope;
  /** Keys from the thing to the text: `['label']`, `['props', 'pattern']`, `['definition', 'text']`. */
  readonly path: readonly string[];
  /** The match is in the last key of the path itself: the name of an environment variable. */
  readonly inKey?: boolean;
  /** The whole text that it is in. */
  readonly text: string;
  /** What the text is called in the form. */
  readonly label?: Localized;
  /** In a definition: the path of the state that it is in. */
  readonly state?: readonly string[];
  /** An id cannot be replaced: it follows the name. */
  readonly isReplaceable: boolean;
}

/** More than a person reads. */
const maxMatches = 10_000;

/** Every place of a text in a design: names, ids, teams, comments, notes, settings, definitions. */
export function findInDesign(design: Design, query: string, options: FindOptions = {}): readonly FindMatch[] {
  if (query === '') return [];
  const found: FindMatch[] = [];
  const { scopes } = options;
  for (const text of textsOf(design)) {
    if (scopes !== undefined && !scopes.includes(text.scope)) continue;
    const states = text.scope === 'definition' ? stateRanges(design, text) : [];
    for (const match of matchesIn(text.text, query, options)) {
      const state = states.findLast(({ range }) => range.start <= match.start && match.end <= range.end);
      found.push({ ...text, ...match, ...(state === undefined ? {} : { state: state.path }) });
      if (found.length >= maxMatches) return found;
    }
  }
  return found;
}

type SearchedText = Omit<FindMatch, keyof TextMatch | 'state'>;

/** Every text of a design that can be searched. */
export function* textsOf(design: Design): Generator<SearchedText> {
  for (const [id, context] of entries(design.contexts)) {
    const own = { kind: 'context', id } as const;
    yield* plain(own, 'name', ['label'], context.label);
    yield* plain(own, 'id', [], id);
    yield* plain(own, 'team', ['team'], context.team);
    yield* plain(own, 'comment', ['comment'], context.comment);
  }
  for (const [id, node] of entries(design.nodes)) {
    const own = { kind: 'node', id } as const;
    yield* plain(own, 'name', ['label'], node.label);
    yield* plain(own, 'id', [], id);
    yield* plain(own, 'comment', ['comment'], node.comment);
    yield* fieldTexts(own, node.props, serviceOf(node.service)?.fields);
    yield* plain(own, 'field', ['existing', 'value'], node.existing?.value);
    for (const [name, value] of Object.entries(node.overrides ?? {}))
      yield* jsonTexts(own, ['overrides', name], value, undefined);
    if (node.definition !== undefined) yield* definitionTexts(own, node.definition);
  }
  for (const [id, connection] of entries(design.connections)) {
    const own = { kind: 'connection', id } as const;
    yield* plain(own, 'id', [], id);
    yield* plain(own, 'comment', ['comment'], connection.comment);
    yield* fieldTexts(own, connection.props, connectionOf(connection.kind)?.fields);
  }
  for (const [id, note] of entries(design.notes)) yield* plain({ kind: 'note', id }, 'note', ['text'], note.text);
}

type Own = Pick<FindMatch, 'kind' | 'id'>;

function* plain(
  own: Own,
  scope: FindScope,
  path: readonly string[],
  text: string | undefined,
  label?: Localized,
): Generator<SearchedText> {
  if (text === undefined || text === '') return;
  yield { ...own, scope, path, text, isReplaceable: scope !== 'id', ...(label === undefined ? {} : { label }) };
}

/** Texts of the fields that hold any; choices and references to nodes are none. */
function* fieldTexts(
  own: Own,
  props: Readonly<Record<string, Json>>,
  fields: Fields | undefined,
): Generator<SearchedText> {
  for (const [name, value] of Object.entries(props)) {
    const field: Field | undefined = fields === undefined ? undefined : lookup(fields, name);
    if (field?.kind === 'choice' || field?.kind === 'node') continue;
    yield* jsonTexts(own, ['props', name], value, field?.label);
  }
}

function* jsonTexts(
  own: Own,
  path: readonly string[],
  value: Json,
  label: Localized | undefined,
): Generator<SearchedText> {
  if (typeof value === 'string') yield* plain(own, 'field', path, value, label);
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const at = [...path, key];
    if (!isList) for (const text of plain(own, 'field', at, key, label)) yield { ...text, inKey: true };
    yield* jsonTexts(own, at, inner, label);
  }
}

function* definitionTexts(own: Own, { text, draft, substitutions }: Definition): Generator<SearchedText> {
  // What is being written hides the text before it.
  if (draft === undefined) yield* plain(own, 'definition', ['definition', 'text'], text);
  else yield* plain(own, 'definition', ['definition', 'draft'], draft);
  for (const [name, value] of Object.entries(substitutions))
    if ('literal' in value)
      yield* plain(own, 'definition', ['definition', 'substitutions', name, 'literal'], value.literal);
}

/** The states of a definition with their ranges, outer ones first. */
function stateRanges(design: Design, { id, path }: SearchedText): readonly Pick<State, 'path' | 'range'>[] {
  const definition = path[1] === 'text' ? lookup(design.nodes, id)?.definition : undefined;
  if (definition === undefined) return [];
  const { tree } = parseDefinition(definition.text, definition.format);
  if (tree === undefined) return [];
  return [...walkStates(tree)].map(({ path: state, range }) => ({
    path: state,
    // The name of a state stands before it.
    range: { start: tree.document.keyRangeOf(state)?.start ?? range.start, end: range.end },
  }));
}
