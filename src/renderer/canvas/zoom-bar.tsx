import { useReactFlow, useViewport } from '@xyflow/react';
import { LayoutDashboard, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { canvasState, useCanvas } from './canvas-state.js';
import { fitOptions, zoomTransition } from './motion.js';
import { texts } from './texts.js';
import { tidy } from './tidy.js';

/** Zoom, fit, tidy layout, minimap. */
export function ZoomBar() {
  const t = useTranslate();
  const flow = useReactFlow();
  const { zoom } = useViewport();
  const minimap = useCanvas((state) => state.minimap);
  return (
    <div className="floating-bar zoom-bar" role="toolbar" aria-label={t(texts.zoomBar)}>
      <IconButton label={t(texts.zoomOut)} keys="-" onClick={() => void flow.zoomOut(zoomTransition())}>
        <Minus size={16} />
      </IconButton>
      <button
        type="button"
        className="zoom-level"
        aria-label={`${String(Math.round(zoom * 100))}%: ${t(texts.zoomReset)}`}
        onClick={() => void flow.zoomTo(1, zoomTransition())}
      >
        {Math.round(zoom * 100)}%
      </button>
      <IconButton label={t(texts.zoomIn)} keys="+" onClick={() => void flow.zoomIn(zoomTransition())}>
        <Plus size={16} />
      </IconButton>
      <span className="bar-separator" />
      <IconButton label={t(texts.fit)} keys="Shift+Digit1" onClick={() => void flow.fitView(fitOptions())}>
        <Maximize size={16} />
      </IconButton>
      <IconButton label={t(texts.tidy)} keys="Shift+L" onClick={() => void tidy()}>
        <LayoutDashboard size={16} />
      </IconButton>
      <IconButton
        label={t(texts.minimap)}
        keys="Shift+M"
        aria-pressed={minimap}
        onClick={() => {
          canvasState.setState({ minimap: !minimap });
        }}
      >
        <MapIcon size={16} />
      </IconButton>
    </div>
  );
}
