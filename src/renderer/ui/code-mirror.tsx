import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder as placeholderExtension, tooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { codeExtensions, phrasesFor } from '../code/code-extensions.js';
import { useStudio } from '../studio/studio.js';
import { codeColours } from './code-colours.js';
import type { CodeEditorProps, CodeKind } from './code-editor.js';
import { changeBetween, fromOutside, outsideAnnotations } from './outside-changes.js';
import './code-editor.css';

const languageOf = (kind: CodeKind): Extension => {
  switch (kind) {
    case 'typescript':
      return javascript({ typescript: true });
    case 'json':
      return json();
    case 'yaml':
      return yaml();
    case 'plain':
      return [];
  }
};

/** CodeMirror with the app's colours. The text from outside wins whenever it differs from what was typed. */
export function CodeMirror(props: CodeEditorProps) {
  const { id, label, describedBy, text, kind, language, placeholder, small, focused = false, onChange, onBlur } = props;
  const spoken = useStudio((state) => state.language);
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const callbacks = useRef({ onChange, onBlur, describedBy });
  const initial = useRef(text);
  const isReadOnly = onChange === undefined;
  useEffect(() => {
    callbacks.current = { onChange, onBlur, describedBy };
    initial.current = text;
  });
  useEffect(() => {
    if (parent.current === null) return undefined;
    const attributes: Record<string, string> = { 'aria-label': label };
    if (id !== undefined) attributes['id'] = id;
    // What can be edited has the focus without it, but is not seen to have it.
    attributes['tabindex'] = '0';
    const created = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: initial.current,
        extensions: [
          languageOf(kind),
          syntaxHighlighting(codeColours),
          bracketMatching(),
          phrasesFor(spoken),
          language === undefined ? [] : codeExtensions(language, spoken),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
          small === true ? [] : lineNumbers(),
          // Code that is written here is read as a whole; files and definitions keep their lines.
          small === true || language !== undefined ? EditorView.lineWrapping : [],
          placeholder === undefined ? [] : placeholderExtension(placeholder),
          EditorState.readOnly.of(isReadOnly),
          EditorView.editable.of(!isReadOnly),
          EditorView.contentAttributes.of(() => {
            const words = callbacks.current.describedBy;
            return words === undefined ? attributes : { ...attributes, 'aria-describedby': words };
          }),
          // Out of what clips the editor, but inside of a dialog, which would take a click elsewhere as the wish to close.
          tooltips({ parent: parent.current.closest<HTMLElement>('.dialog') ?? document.body }),
          EditorView.updateListener.of((update) => {
            // What comes from outside is marked; everything else was done by the person.
            if (
              update.docChanged &&
              !update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)
            )
              callbacks.current.onChange?.(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            blur: () => {
              callbacks.current.onBlur?.();
            },
          }),
        ],
      }),
    });
    view.current = created;
    if (focused) created.focus();
    return () => {
      created.destroy();
    };
  }, [id, label, kind, language, spoken, placeholder, small, focused, isReadOnly]);
  useEffect(() => {
    // Has the attributes asked for again.
    view.current?.dispatch({});
  }, [describedBy]);
  useEffect(() => {
    const state = view.current?.state;
    // An editor has one kind of line break.
    const changes = state && changeBetween(state.doc.toString(), text.replace(/\r\n?/g, '\n'));
    if (changes !== undefined) view.current?.dispatch({ changes, annotations: outsideAnnotations });
  }, [text]);
  return <div className="code-editor" data-small={small ?? false} data-readonly={isReadOnly} ref={parent} />;
}
