import type { CodeLanguage } from '../../model/fields.js';
import { loadLater } from './load-later.js';

export type CodeKind = 'typescript' | 'json' | 'yaml' | 'plain';

export interface CodeEditorProps {
  readonly id?: string;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly text: string;
  readonly kind: CodeKind;
  /** Checked and completed as this while one types. */
  readonly language?: CodeLanguage | undefined;
  readonly placeholder?: string;
  /** As a field of a form: no line numbers, grows with its text. */
  readonly small?: boolean;
  /** Has the cursor when it appears. */
  readonly focused?: boolean;
  /** Absent: to read only. */
  readonly onChange?: (text: string) => void;
  readonly onBlur?: () => void;
}

/** CodeMirror with the app's colours; loaded where code is shown. */
export const CodeEditor = loadLater<CodeEditorProps>(async () => (await import('./code-mirror.js')).CodeMirror);
