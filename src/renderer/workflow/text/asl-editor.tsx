import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { editDefinition } from '../../../editor/commands/edit-definition.js';
import { setDefinition } from '../../../editor/commands/set-definition.js';
import { nodeId } from '../../../model/design.js';
import type { Language } from '../../../model/localized.js';
import { phrasesFor } from '../../code/code-extensions.js';
import { studio, useStudio, useTranslate } from '../../studio/studio.js';
import { codeColours } from '../../ui/code-colours.js';
import { selectStates, type WorkflowView } from '../workflow.js';
import { aslExtensions } from './asl-extensions.js';
import type { AddSubstitution } from './asl-completion.js';
import { AslSession } from './asl-session.js';
import { hangingIndent } from './hanging-indent.js';
import { sourceText } from './source-text.js';
import { selectedLines, stateLines } from './state-lines.js';
import '../../ui/code-editor.css';

interface AslEditorProps {
  readonly workflow: WorkflowView;
}

/** The definition as text: typing reaches the drawing when it pauses, the drawing's edits reach the text at once. */
export function AslEditor({ workflow }: AslEditorProps) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const { node, definition, tree, selected } = workflow;
  const text = definition.draft ?? definition.text;
  const parent = useRef<HTMLDivElement>(null);
  const session = useRef<AslSession>(undefined);
  const isTravelling = useRef(false);
  const first = useRef(text);
  const label = t({ en: 'Definition (Amazon States Language)', ja: '定義 (Amazon States Language)' });
  useEffect(() => {
    first.current = text;
  });

  useEffect(() => {
    if (parent.current === null) return undefined;
    const { editor } = studio.getState();
    const travel = (direction: 'undo' | 'redo') => (): boolean => {
      session.current?.handOn();
      isTravelling.current = true;
      editor[direction]();
      return true;
    };
    const handOn = (): void => {
      session.current?.handOn();
    };
    // The text and what the name in it stands for are one step.
    const addSubstitution: AddSubstitution = (name, stands) => {
      session.current?.handOn((typed) => {
        const substitutions = { [name]: { node: nodeId(stands.node), attribute: stands.attribute } };
        editor.run(editDefinition, { node, text: typed, label: setDefinition.label, substitutions });
      });
    };
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: sourceText(first.current).edited,
        extensions: [
          keymap.of([
            { key: 'Mod-z', run: travel('undo'), preventDefault: true },
            { key: 'Mod-y', mac: 'Mod-Shift-z', run: travel('redo'), preventDefault: true },
            { key: 'Mod-Shift-z', run: travel('redo'), preventDefault: true },
          ]),
          look(definition.format, language, label),
          aslExtensions(definition.format, language, addSubstitution),
          stateLines,
          selectedLines,
          EditorView.updateListener.of((update) => {
            session.current?.follow(update);
          }),
          // A command of the app may be about to need the text.
          EditorView.domEventHandlers({
            blur: () => {
              handOn();
              editor.endGesture();
            },
            keydown: (event) => {
              if (event.ctrlKey || event.metaKey) handOn();
            },
          }),
          tooltips({ parent: document.body }),
        ],
      }),
    });
    const created = new AslSession(view, first.current, {
      onText: (typed, isNewBurst) => {
        if (isNewBurst) editor.endGesture();
        editor.run(setDefinition, { node, text: typed });
      },
      onState: (key) => {
        selectStates(key === undefined ? [] : [key]);
      },
    });
    session.current = created;
    window.addEventListener('pagehide', handOn);
    return () => {
      window.removeEventListener('pagehide', handOn);
      created.end();
      session.current = undefined;
      view.destroy();
    };
  }, [node, definition.format, language, label]);

  useEffect(() => {
    session.current?.receive(text, isTravelling.current);
    isTravelling.current = false;
    session.current?.place(tree);
  }, [text, tree, node, definition.format, language, label]);
  useEffect(() => {
    session.current?.select(selected);
  }, [selected, node, definition.format, language, label]);

  return <div className="code-editor" ref={parent} />;
}

const look = (format: 'json' | 'yaml', language: Language, label: string): Extension => [
  format === 'json' ? json() : yaml(),
  syntaxHighlighting(codeColours),
  bracketMatching(),
  phrasesFor(language),
  keymap.of([...defaultKeymap, ...searchKeymap, ...foldKeymap]),
  lineNumbers(),
  foldGutter({ openText: '⌄', closedText: '›' }),
  drawSelection(),
  EditorView.lineWrapping,
  hangingIndent,
  indentUnit.of('  '),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
];
