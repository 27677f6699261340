import { useStudio, useTranslate } from '../studio/studio.js';
import { loadAfterPicture } from '../ui/load-later.js';
import { canvasMinimum } from './bottom-size.js';
import './bottom-panel.css';

const BottomInside = loadAfterPicture(async () => (await import('./chrome.js')).BottomInside);

/** Advisor, Code and Problems below the canvas; folds away and remembers its height, which it has from the first. */
export function BottomPanel() {
  const { height, open } = useStudio((state) => state.bottom);
  const t = useTranslate();
  return (
    <section
      className="bottom-panel"
      data-panel="bottom"
      aria-label={t({ en: 'Bottom panel', ja: '下部パネル' })}
      style={open ? { height: `min(${height}px, calc(100vh - ${canvasMinimum + 70}px))` } : undefined}
    >
      <BottomInside />
    </section>
  );
}
