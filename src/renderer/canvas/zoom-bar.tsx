import { useReactFlow, useStore } from '@xyflow/react';
import { LayoutDashboard, Magnet, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { canvasState, useCanvas } from './canvas-state.js';
import { fitOptions, zoomTransition } from './motion.js';
import { texts } from './texts.js';
import { tidy } from './tidy.js';

/** Zoom, fit, tidy layout, minimap. */
export function ZoomBar() {
  const t = useTranslate();
  const flow = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const snapping = useStudio((state) => state.snapping);
  const minimap = useCanvas((state) => state.minimap);
  return (
    <div className="floating-bar zoom-bar" role="toolbar" aria-label={t(texts.zoomBar)}>
      <IconButton label={t(texts.zoomOut)} keys="-" onClick={() => void flow.zoomOut(zoomTransition())}>
        <Minus size={16} />
      </IconButton>
      <button
        type="button"
        className="zoom-level"
        aria-label={`${String(percent)}%: ${t(texts.zoomReset)}`}
        onClick={() => void flow.zoomTo(1, zoomTransition())}
      >
        {percent}%
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
        label={t(texts.snapping)}
        keys="Shift+G"
        aria-pressed={snapping}
        onClick={() => {
          studio.setState({ snapping: !snapping });
        }}
      >
        <Magnet size={16} />
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
