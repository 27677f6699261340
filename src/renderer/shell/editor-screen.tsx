import type { CSSProperties, DragEvent } from 'react';
import type { Point } from '../../model/design.js';
import { Canvas } from '../canvas/canvas.js';
import { FindPanel } from '../find/find-panel.js';
import { insertPattern, patternDragType } from '../palette/patterns/insert.js';
import { Panels } from '../studio/panels.js';
import { usePreference } from '../studio/preferences.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { loadAfterPicture, loadLater, useFirstPicture } from '../ui/load-later.js';
import { BottomPanel } from './bottom-panel.js';
import { SideSplitter } from './side-splitter.js';
import './editor-screen.css';

/** The places of these are kept by the grid, so that the canvas has its size from the first. */
const Palette = loadAfterPicture(async () => (await import('./chrome.js')).Palette, <aside className="side-frame" />);
const StatusBar = loadAfterPicture(async () => (await import('./chrome.js')).StatusBar);
const Tour = loadAfterPicture(async () => (await import('./chrome.js')).Tour);
const Inspector = loadAfterPicture(
  async () => (await import('./chrome.js')).Inspector,
  <aside className="side-frame" />,
);

const WorkflowArea = loadLater(async () => (await import('./workflow-chrome.js')).WorkflowArea);
const WorkflowPalette = loadLater(
  async () => (await import('./workflow-chrome.js')).WorkflowPalette,
  <aside className="side-frame" />,
);
const WorkflowInspector = loadLater(
  async () => (await import('./workflow-chrome.js')).WorkflowInspector,
  <aside className="side-frame" />,
);

/** A property of CSS that is set only where a width was chosen. */
const widths = (palette: number, inspector: number): CSSProperties => ({
  ...(palette === 0 ? {} : { '--palette-width': `${String(palette)}px` }),
  ...(inspector === 0 ? {} : { '--inspector-width': `${String(inspector)}px` }),
});

/** Palette, canvas, inspector, bottom panel, status. The focus mode leaves the drawing alone on screen. */
export function EditorScreen() {
  const t = useTranslate();
  useFirstPicture(isDrawn);
  // Half-typed words belong to the design that they were typed for.
  const document = useStudio((state) => state.file.document);
  const isInside = useStudio((state) => state.workflow !== undefined);
  const focusMode = useStudio((state) => state.focusMode);
  const paletteOpen = usePreference((state) => state.paletteOpen) && !focusMode;
  const inspectorOpen = usePreference((state) => state.inspectorOpen) && !focusMode;
  const paletteWidth = usePreference((state) => state.paletteWidth);
  const inspectorWidth = usePreference((state) => state.inspectorWidth);
  return (
    <div className="editor-screen" data-focus={focusMode}>
      <div
        className="workspace"
        data-palette={paletteOpen}
        data-inspector={inspectorOpen}
        style={widths(paletteWidth, inspectorWidth)}
      >
        <Panels>{paletteOpen ? isInside ? <WorkflowPalette /> : <Palette /> : null}</Panels>
        <main
          className="canvas-area"
          data-panel="canvas"
          aria-label={t({ en: 'Canvas', ja: 'キャンバス' })}
          onDragOver={dragOver}
          onDrop={dropPattern}
        >
          {isInside ? <WorkflowArea /> : <Canvas />}
          <FindPanel />
          {paletteOpen ? (
            <SideSplitter side="palette" label={t({ en: 'Width of the palette', ja: 'パレットの幅' })} />
          ) : null}
          {inspectorOpen ? (
            <SideSplitter side="inspector" label={t({ en: 'Width of the inspector', ja: 'インスペクターの幅' })} />
          ) : null}
        </main>
        <Panels>
          {inspectorOpen ? isInside ? <WorkflowInspector key={document} /> : <Inspector key={document} /> : null}
        </Panels>
      </div>
      <Panels>
        {focusMode ? null : <BottomPanel key={document} />}
        <StatusBar />
      </Panels>
      <Tour />
    </div>
  );
}

/** React Flow hides its nodes until it has measured them. */
const isDrawn = (): boolean =>
  Object.keys(studio.getState().design.nodes).length === 0 ||
  document.querySelector('.react-flow__node')?.checkVisibility({ visibilityProperty: true }) === true;

function dragOver(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(patternDragType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

function dropPattern(event: DragEvent): void {
  const pattern = event.dataTransfer.getData(patternDragType);
  if (pattern === '') return;
  event.preventDefault();
  insertPattern(pattern, pointUnder(event));
}

/** Where in the design the pointer is. */
function pointUnder({ currentTarget, clientX, clientY }: DragEvent): Point | undefined {
  const viewport = studio.getState().view?.viewport();
  if (viewport === undefined) return undefined;
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left - viewport.x) / viewport.zoom, y: (clientY - top - viewport.y) / viewport.zoom };
}
