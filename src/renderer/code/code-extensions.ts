import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { linter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { parseDefinition } from '../../asl/definition.js';
import { loadKnownEvents } from '../../events/known-events.js';
import { ownEvents, type OwnEvents } from '../../events/own-events.js';
import type { CodeLanguage } from '../../model/fields.js';
import { translate, type Language } from '../../model/localized.js';
import { studio } from '../studio/studio.js';
import { checkCode } from './check-code.js';
import { patternOptions, type PatternOption } from './pattern-options.js';
import { japanesePhrases } from './phrases.js';

const checkDelay = 250;

/** CodeMirror's words in the person's language. */
export const phrasesFor = (language: Language): Extension =>
  language === 'ja' ? EditorState.phrases.of(japanesePhrases) : [];

/** Marks what is wrong as one types, and offers what fits. */
export function codeExtensions(code: CodeLanguage, language: Language): Extension {
  const check = linter(
    (view) => {
      const text = view.state.doc.toString();
      return checkCode(code, text).map(({ start, end, words, facts }) => {
        // A place of no width is widened, so that there is something to see.
        const from = Math.min(start, Math.max(0, text.length - 1));
        return {
          from,
          to: Math.min(text.length, Math.max(end, from + 1)),
          severity: 'error' as const,
          message: translate(words, language, facts),
        };
      });
    },
    { delay: checkDelay },
  );
  const brackets =
    code === 'event-pattern' || code === 'json' || code === 'jsonata' || code === 'asl-value' ? closeBrackets() : [];
  return [
    check,
    brackets,
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
    code === 'event-pattern'
      ? autocompletion({
          override: [(context) => completePattern(context, language)],
          icons: false,
          activateOnTyping: true,
        })
      : [],
  ];
}

async function completePattern(context: CompletionContext, language: Language): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!explicit && !/["\w$.{[-]$/.test(state.sliceDoc(Math.max(0, pos - 1), pos))) return null;
  const known = await loadKnownEvents();
  const { from, options } = patternOptions(state.doc.toString(), pos, { known, own: ownEventsOfDesign() });
  if (options.length === 0) return null;
  return {
    from,
    filter: true,
    options: options.map((option) => completionOf(option, language)),
    validFor: /^"?[\w$. -]*$/,
  };
}

/** The label carries a quote where one is written already, so that it is found by what was typed. */
function completionOf({ label, text, detail, kind, boost }: PatternOption, language: Language): Completion {
  return {
    label: kind === 'operator' && text.startsWith('{') ? label : `"${label}"`,
    displayLabel: label,
    detail: translate(detail, language),
    type: kind,
    boost,
    apply: (view, _completion, from, to) => {
      insert(view, text, from, to);
    },
  };
}

/** Puts a text in, over the rest of a quoted word; the cursor goes into the first gap that is left to fill. */
function insert(view: EditorView, text: string, from: number, to: number): void {
  const after = view.state.sliceDoc(to, to + 1);
  const end = view.state.sliceDoc(from, from + 1) === '"' && after === '"' ? to + 1 : to;
  const gap = /\[\]|\{\}|""/.exec(text);
  view.dispatch({
    changes: { from, to: end, insert: text },
    selection: { anchor: from + (gap === null ? text.length : gap.index + 1) },
    userEvent: 'input.complete',
  });
}

/** The events that the open design names. */
function ownEventsOfDesign(): OwnEvents {
  const { design } = studio.getState();
  const definitions = Object.values(design.nodes).flatMap(({ definition }) =>
    definition === undefined ? [] : (parseDefinition(definition.text, definition.format).tree?.document.value ?? []),
  );
  return ownEvents(design, definitions);
}
