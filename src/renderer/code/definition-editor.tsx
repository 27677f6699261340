import { TriangleAlert } from 'lucide-react';
import { parseDefinition } from '../../asl/definition.js';
import { aslProblemTexts } from '../../asl/problems.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { setDefinition } from '../../editor/commands/set-definition.js';
import type { NodeId } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { CodeEditor } from '../ui/code-editor.js';
import './code.css';

/** The definition of a state machine as text. What does not parse is kept beside the last text that did. */
export function DefinitionEditor({ id }: { readonly id: NodeId }) {
  const t = useTranslate();
  const definition = useStudio((state) => state.system.node(id)?.node.definition) ?? emptyDefinition;
  const text = definition.draft ?? definition.text;
  return (
    <div className="file-view">
      {definition.draft === undefined ? null : (
        <p className="draft-note" role="status">
          <TriangleAlert size={14} />
          <span>
            {t(
              {
                en: 'The text is not valid yet; the last valid one is used. {detail}',
                ja: 'テキストがまだ有効ではないため、最後に有効だった定義を使用しています。{detail}',
              },
              { detail: firstProblem(definition.draft, definition.format, t) },
            )}
          </span>
        </p>
      )}
      <CodeEditor
        label={t({ en: 'Definition (Amazon States Language)', ja: '定義 (Amazon States Language)' })}
        text={text}
        kind={definition.format}
        onChange={(next) => {
          studio.getState().editor.run(setDefinition, { node: id, text: next });
        }}
        onBlur={() => {
          studio.getState().editor.endGesture();
        }}
      />
    </div>
  );
}

function firstProblem(text: string, format: 'json' | 'yaml', t: ReturnType<typeof useTranslate>): string {
  const [problem] = parseDefinition(text, format).problems;
  return problem === undefined ? '' : t(aslProblemTexts[problem.code].message, problem.facts);
}
