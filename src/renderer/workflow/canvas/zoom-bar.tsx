import { useStore } from '@xyflow/react';
import { LayoutDashboard, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { studio, useTranslate, type CanvasView } from '../../studio/studio.js';
import { IconButton } from '../../ui/button.js';
import { useWorkflowCanvas } from './canvas-state.js';
import { texts } from './texts.js';

const run = (act: (view: CanvasView) => void) => () => {
  const { view } = studio.getState();
  if (view !== undefined) act(view);
};

/** Zoom, fit, layout, minimap. */
export function WorkflowZoomBar() {
  const t = useTranslate();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const minimap = useWorkflowCanvas((state) => state.minimap);
  return (
    <div className="floating-bar zoom-bar" role="toolbar" aria-label={t(texts.zoomBar)}>
      <IconButton
        label={t(texts.zoomOut)}
        keys="-"
        onClick={run((view) => {
          view.zoomOut();
        })}
      >
        <Minus size={16} />
      </IconButton>
      <button
        type="button"
        className="zoom-level"
        aria-label={`${String(percent)}%: ${t(texts.zoomReset)}`}
        onClick={run((view) => {
          view.zoomReset();
        })}
      >
        {percent}%
      </button>
      <IconButton
        label={t(texts.zoomIn)}
        keys="+"
        onClick={run((view) => {
          view.zoomIn();
        })}
      >
        <Plus size={16} />
      </IconButton>
      <span className="bar-separator" />
      <IconButton
        label={t(texts.fit)}
        keys="Shift+Digit1"
        onClick={run((view) => {
          view.fit();
        })}
      >
        <Maximize size={16} />
      </IconButton>
      <IconButton
        label={t(texts.tidy)}
        keys="Shift+L"
        onClick={run((view) => {
          view.tidy();
        })}
      >
        <LayoutDashboard size={16} />
      </IconButton>
      <IconButton
        label={t(texts.minimap)}
        keys="Shift+M"
        aria-pressed={minimap}
        onClick={run((view) => {
          view.toggleMinimap();
        })}
      >
        <MapIcon size={16} />
      </IconButton>
    </div>
  );
}
