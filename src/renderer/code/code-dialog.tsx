import type { ReactNode } from 'react';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { CodeEditor, type CodeEditorProps } from '../ui/code-editor.js';
import { Dialog } from '../ui/dialog.js';
import './code-dialog.css';

interface CodeDialogProps {
  readonly title: string;
  /** The first thing wrong with the text. */
  readonly problem: string | undefined;
  readonly editor: CodeEditorProps;
  /** Beside the text. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
}

/** Whether something inside of the editor closes first: its search, its list of completions. */
const isEditorOpen = (): boolean =>
  document.querySelector('.dialog .cm-tooltip-autocomplete, .dialog .cm-panel') !== null;

/** The text of a field in a large editor over the app; what is typed goes into the design at once. */
export function CodeDialog({ title, problem, editor, aside, footer, onClose }: CodeDialogProps) {
  const t = useTranslate();
  return (
    <Dialog
      title={title}
      width={aside === undefined ? 840 : 1040}
      keepsEscape={isEditorOpen}
      footer={
        <>
          {footer}
          <Button variant="primary" onClick={onClose}>
            {t({ en: 'Done', ja: '完了' })}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <div className="code-dialog" data-aside={aside !== undefined}>
        <div className="code-dialog-text">
          <CodeEditor {...editor} focused />
          <p className="code-dialog-problem" role="status">
            {problem ?? ''}
          </p>
        </div>
        {aside}
      </div>
    </Dialog>
  );
}
