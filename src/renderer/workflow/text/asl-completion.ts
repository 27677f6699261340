import {
  autocompletion,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { stateAt } from '../../../asl/definition.js';
import type { Format } from '../../../asl/document.js';
import { pathOfKey } from '../../../asl/flow-key.js';
import { translate, type Language } from '../../../model/localized.js';
import { loadSdkCatalog } from '../../../sdk/catalog.js';
import { studio } from '../../studio/studio.js';
import { openTree } from '../workflow.js';
import { aslOptions, type AslContext, type AslOption } from './asl-options.js';
import { stateAtPlace } from './state-lines.js';
import { substitutionOptions } from './substitution-options.js';
import { isBehindValue, textPlace, type TextPlace } from './text-place.js';

/** Called when a `${Name}` was written that the definition does not have yet. */
export type AddSubstitution = (name: string, stands: NonNullable<AslOption['stands']>) => void;

/** Offers what fits while one types a definition. */
export const aslCompletion = (format: Format, language: Language, addSubstitution: AddSubstitution): Extension => [
  autocompletion({
    override: [(context) => complete(context, format, language, addSubstitution)],
    icons: false,
    activateOnTyping: true,
    maxRenderedOptions: 60,
  }),
  keymap.of(completionKeymap),
];

/** The state of the open machine at a place, and all that completion and hover ask. */
export async function contextAt(
  view: { readonly state: EditorView['state'] },
  place: number,
): Promise<AslContext | undefined> {
  const open = openTree();
  if (open === undefined) return undefined;
  const { tree, definition, node } = open;
  const range = stateAtPlace(view.state, place);
  const catalog = await loadSdkCatalog().catch(() => undefined);
  return {
    tree,
    state: range === undefined ? undefined : stateAt(tree, pathOfKey(range.key)),
    catalog,
    substitutions: substitutionOptions(definition, studio.getState().system, node),
  };
}

async function complete(
  { state, pos, explicit }: CompletionContext,
  format: Format,
  language: Language,
  addSubstitution: AddSubstitution,
): Promise<CompletionResult | null> {
  const last = state.sliceDoc(Math.max(0, pos - 1), pos);
  if (!explicit && !/["\w$.{:'-]/.test(last)) return null;
  const place = textPlace(state.doc.toString(), pos, format);
  const context = await contextAt({ state }, pos);
  if (context === undefined) return null;
  const { from, options, isSearch } = aslOptions(place, state.sliceDoc(place.from, pos), context);
  if (options.length === 0) return null;
  const isWhole = from === place.from;
  return {
    from,
    filter: !isSearch,
    options: options.map((option, index) =>
      completionOf(option, { place, format, language, isWhole, boost: -Math.min(index, 99), addSubstitution }),
    ),
    ...(isSearch ? {} : { validFor: isWhole ? /^["']?[\w$. -]*$/ : /^[\w${]*$/ }),
  };
}

interface Writing {
  readonly place: TextPlace;
  readonly format: Format;
  readonly language: Language;
  /** The option is a whole key or value, not a part of a text. */
  readonly isWhole: boolean;
  readonly boost: number;
  readonly addSubstitution: AddSubstitution;
}

function completionOf(option: AslOption, writing: Writing): Completion {
  const { label, detail, kind, stands } = option;
  const { place, format, language, isWhole, boost, addSubstitution } = writing;
  // The label carries a quote where one is written already, so that it is found by what was typed.
  const isQuoted = isWhole && (format === 'json' || place.isQuoted);
  return {
    label: isQuoted ? `"${label}"` : label,
    displayLabel: label,
    type: kind,
    boost,
    ...(detail === undefined ? {} : { detail: translate(detail, language) }),
    apply: (view, _completion, from, to) => {
      write(view, option, writing, from, to);
      if (stands !== undefined) addSubstitution(label.slice(2, -1), stands);
    },
  };
}

/** Puts an option in, over the rest of a quoted word; the cursor goes into the first gap that is left to fill. */
function write(
  view: EditorView,
  option: AslOption,
  { place, format, isWhole }: Writing,
  from: number,
  to: number,
): void {
  const { state } = view;
  const after = state.sliceDoc(to, Math.min(state.doc.length, to + 200));
  if (!isWhole) {
    // `}` that was closed by itself belongs to the substitution.
    const rest = option.label.endsWith('}') && after.startsWith('}') ? 1 : 0;
    view.dispatch({
      changes: { from, to: to + rest, insert: option.label },
      selection: { anchor: from + option.label.length },
      userEvent: 'input.complete',
    });
    return;
  }
  const opening = /^["']/.exec(state.sliceDoc(from, from + 1))?.[0];
  const restOfWord =
    opening === undefined ? 0 : (new RegExp(`^[^${opening}\\n]*${opening}`).exec(after)?.[0].length ?? 0);
  const isKey = place.expects === 'key';
  const hasValue = /^\s*:/.test(after.slice(restOfWord));
  const name = format === 'json' || needsQuotes(option.label) ? JSON.stringify(option.label) : option.label;
  const value = isKey && !hasValue ? `: ${valueOf(option.value ?? '', format)}` : '';
  const before = state.sliceDoc(Math.max(0, from - 400), from);
  const missing = format === 'json' && isKey && isBehindValue(before, before.length);
  const isFollowed = format === 'json' && value !== '' && /^\s*"/.test(after.slice(restOfWord));
  const text = `${name}${value}${isFollowed ? ',' : ''}`;
  const end = from - (/\s*$/.exec(before)?.[0].length ?? 0);
  const gap = value === '' ? null : /\[\]|\{\}|""/.exec(value);
  view.dispatch({
    // A comma that is missing behind the value before is put there.
    changes: [...(missing ? [{ from: end, insert: ',' }] : []), { from, to: to + restOfWord, insert: text }],
    selection: {
      anchor: from + (missing ? 1 : 0) + (gap === null ? name.length + value.length : name.length + gap.index + 1),
    },
    userEvent: 'input.complete',
  });
}

/** YAML begins a nested value in the next line: its key alone is written. */
const valueOf = (value: string, format: Format): string =>
  format === 'json' ? value : /^[[{]/.test(value) ? '' : value === '""' ? '' : value;

const needsQuotes = (text: string): boolean => !/^[A-Za-z_][\w .-]*$/.test(text);
