import { Canvas } from '../canvas/canvas.js';
import { Inspector } from '../inspector/inspector.js';
import { Palette } from '../palette/palette.js';
import { useTranslate } from '../studio/studio.js';
import { BottomPanel } from './bottom-panel.js';
import { StatusBar } from './status-bar.js';
import './editor-screen.css';

/** Palette, canvas, inspector, bottom panel, status. */
export function EditorScreen() {
  const t = useTranslate();
  return (
    <div className="editor-screen">
      <div className="workspace">
        <Palette />
        <main className="canvas-area" data-panel="canvas" aria-label={t({ en: 'Canvas', ja: 'キャンバス' })}>
          <Canvas />
        </main>
        <Inspector />
      </div>
      <BottomPanel />
      <StatusBar />
    </div>
  );
}
