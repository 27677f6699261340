import { useTranslate } from '../../studio/studio.js';

/** What can be put into a workflow: states, actions of AWS services, patterns. */
export function WorkflowPalette() {
  const t = useTranslate();
  return <aside className="palette" data-panel="palette" aria-label={t({ en: 'Palette', ja: 'パレット' })} />;
}
