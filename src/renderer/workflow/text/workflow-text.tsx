import { Check, Copy, PanelRightClose, PanelRightOpen, TriangleAlert, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { parseDefinition } from '../../../asl/definition.js';
import { formatDefinition } from '../../../asl/format/format.js';
import { aslProblemTexts } from '../../../asl/problems.js';
import { editDefinition } from '../../../editor/commands/edit-definition.js';
import type { Definition } from '../../../model/design.js';
import { report } from '../../studio/files.js';
import { preferences, usePreference } from '../../studio/preferences.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { IconButton } from '../../ui/button.js';
import type { WorkflowView } from '../workflow.js';
import { AslEditor } from './asl-editor.js';
import { TextSplitter } from './text-splitter.js';
import './workflow-text.css';

/** The definition as text beside its drawing; it can step aside. */
export function WorkflowText({ workflow }: { readonly workflow: WorkflowView }) {
  const t = useTranslate();
  const isOpen = usePreference((state) => state.workflowTextOpen);
  const width = usePreference((state) => state.workflowTextWidth);
  const label = t({ en: 'Definition as text', ja: '定義のテキスト' });
  if (!isOpen)
    return (
      <aside className="workflow-text" data-panel="workflow-text" data-open={false} aria-label={label}>
        <IconButton
          label={t({ en: 'Show the text', ja: 'テキストを表示' })}
          onClick={() => {
            preferences.setState({ workflowTextOpen: true });
          }}
        >
          <PanelRightOpen size={16} />
        </IconButton>
        <span aria-hidden="true">ASL</span>
      </aside>
    );
  const { definition } = workflow;
  return (
    <aside
      className="workflow-text"
      data-panel="workflow-text"
      data-open={true}
      aria-label={label}
      style={width === 0 ? undefined : { width }}
    >
      <TextSplitter />
      <TextHeader workflow={workflow} />
      {definition.draft === undefined ? null : <DraftNote definition={definition} />}
      <AslEditor key={workflow.node} workflow={workflow} />
    </aside>
  );
}

function TextHeader({ workflow: { definition, tree, node } }: { readonly workflow: WorkflowView }) {
  const t = useTranslate();
  const format = (): void => {
    const formatted = formatDefinition(definition.text, definition.format);
    if (!('text' in formatted) || formatted.text === definition.text) return;
    studio.getState().editor.run(editDefinition, {
      node,
      text: formatted.text,
      label: { en: 'Format the definition', ja: '定義を整形' },
    });
  };
  return (
    <header className="text-header">
      <h2>ASL</h2>
      <span className="text-language">{tree.queryLanguage}</span>
      <IconButton label={t({ en: 'Format', ja: '整形' })} disabled={definition.draft !== undefined} onClick={format}>
        <WandSparkles size={14} />
      </IconButton>
      <CopyButton text={definition.draft ?? definition.text} />
      <IconButton
        label={t({ en: 'Hide the text', ja: 'テキストを非表示' })}
        onClick={() => {
          preferences.setState({ workflowTextOpen: false });
        }}
      >
        <PanelRightClose size={14} />
      </IconButton>
    </header>
  );
}

const copiedMilliseconds = 1500;

function CopyButton({ text }: { readonly text: string }) {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, copiedMilliseconds);
  };
  return (
    <IconButton
      label={copied ? t({ en: 'Copied', ja: 'コピー済み' }) : t({ en: 'Copy', ja: 'コピー' })}
      onClick={() => {
        report(copy());
      }}
    >
      {copied ? <Check size={14} /> : <Copy size={14} />}
    </IconButton>
  );
}

/** While the text cannot be read, the drawing shows the last one that could. */
function DraftNote({ definition: { draft = '', format } }: { readonly definition: Definition }) {
  const t = useTranslate();
  const [problem] = parseDefinition(draft, format).problems;
  const detail = problem === undefined ? '' : t(aslProblemTexts[problem.code].message, problem.facts);
  return (
    <p className="draft-note" role="status">
      <TriangleAlert size={14} />
      <span>
        {t(
          {
            en: 'The text is not valid yet; the drawing shows the last valid one. {detail}',
            ja: 'テキストがまだ有効ではないため、図には最後に有効だった定義を表示しています。{detail}',
          },
          { detail },
        )}
      </span>
    </p>
  );
}
