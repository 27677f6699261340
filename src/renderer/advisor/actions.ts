import { applyFinding as designAfter } from '../../advisor/apply.js';
import type { Finding } from '../../advisor/define.js';
import { applyFinding } from '../../editor/commands/apply-finding.js';
import { dismissFinding } from '../../editor/commands/dismiss-finding.js';
import { restoreFinding } from '../../editor/commands/restore-finding.js';
import type { Design } from '../../model/design.js';
import { offerUndo } from '../studio/offer-undo.js';
import { studio, toast } from '../studio/studio.js';
import { findingText } from './texts.js';

/** Resolves once the advice is that of the present design. */
function whenAnalysed(): Promise<void> {
  const isCurrent = (): boolean => {
    const { analysis, design } = studio.getState();
    return analysis?.design === design;
  };
  if (isCurrent()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = studio.subscribe(() => {
      if (!isCurrent()) return;
      unsubscribe();
      resolve();
    });
  });
}

/** Draws what a finding would change, without changing it. */
export function showPreview(finding: Finding, side: 'before' | 'after'): void {
  const { preview, system } = studio.getState();
  const after = preview?.finding.id === finding.id ? preview.after : designAfter(system, finding);
  studio.setState({ preview: { finding, after, side } });
  studio.getState().view?.reveal(finding.nodes);
}

export function hidePreview(): void {
  studio.setState({ preview: undefined });
}

/** Acts on a finding as one undo step. */
export async function apply(id: string): Promise<void> {
  const { editor } = studio.getState();
  await whenAnalysed();
  const { findings, system, design, ...state } = studio.getState();
  // Another design has come on screen: its findings may bear the same ids.
  if (state.editor !== editor) return;
  const finding = findings.find((candidate) => candidate.id === id);
  if (finding === undefined) return;
  const after = designAfter(system, finding);
  hidePreview();
  editor.run(applyFinding, { after, title: findingText(finding, 'title'), facts: finding.facts });
  offerUndo(editor, appliedText, {
    facts: { removed: count(design, after), added: count(after, design) },
    milliseconds: undoOfferMilliseconds,
  });
}

const undoOfferMilliseconds = 8000;

const appliedText = {
  en: 'Suggestion applied. Nodes removed: {removed}, added: {added}.',
  ja: '提案を適用しました。ノードを {removed} 個削除し、{added} 個追加しました。',
};

/** How many nodes of one design the other lacks. */
const count = (of: Design, other: Design): number =>
  Object.keys(of.nodes).filter((id) => !Object.hasOwn(other.nodes, id)).length;

/** Sets a finding aside; the reason is saved with the design. */
export function dismiss(finding: Finding, reason: string): void {
  hidePreview();
  studio.getState().editor.run(dismissFinding, { rule: finding.rule.id, fingerprint: finding.fingerprint, reason });
  toast({ en: 'Suggestion dismissed.', ja: '提案を却下しました。' });
}

export function restore(finding: Finding): void {
  studio.getState().editor.run(restoreFinding, { rule: finding.rule.id, fingerprint: finding.fingerprint });
}
