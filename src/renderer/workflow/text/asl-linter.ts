import { linter, lintGutter, lintKeymap, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Format } from '../../../asl/document.js';
import { aslProblemTexts, aslSeverityOf, type AslProblem } from '../../../asl/problems.js';
import { translate, type Language } from '../../../model/localized.js';
import { studio } from '../../studio/studio.js';
import { workflowTypeOf } from '../palette/use-entries.js';
import { findProblems } from './find-problems.js';

const checkDelay = 300;

/** Marks what is wrong with a definition, a moment after one has typed. */
export const aslLinter = (format: Format, language: Language): Extension => [
  linter(
    async (view) => {
      const { system, workflow } = studio.getState();
      const type = workflowTypeOf(system, workflow?.node ?? '') === 'EXPRESS' ? 'express' : 'standard';
      const text = view.state.doc.toString();
      const problems = await findProblems({ text, format, workflow: type });
      return problems.map((problem) => diagnosticOf(problem, view, language));
    },
    { delay: checkDelay },
  ),
  lintGutter(),
  keymap.of(lintKeymap),
];

function diagnosticOf(problem: AslProblem, view: EditorView, language: Language): Diagnostic {
  const { length } = view.state.doc;
  const { message, action } = aslProblemTexts[problem.code];
  const from = Math.min(problem.range.start, Math.max(0, length - 1));
  // What spans lines is marked in its first: the rest is what it holds.
  const end = Math.min(length, Math.max(problem.range.end, from + 1), view.state.doc.lineAt(from).to);
  return {
    from,
    to: Math.max(end, Math.min(length, from + 1)),
    severity: aslSeverityOf(problem),
    message: `${translate(message, language, problem.facts)} ${translate(action, language, problem.facts)}`,
  };
}
