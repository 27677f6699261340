import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';

/** Between two dots of the grid, at 100 %. */
const gap = 20;

/**
 * The dots behind the drawing. They are one tile, repeated: a pan only shifts it, without a render. Far out they would
 * be a grey haze, and are left away (by the style sheet).
 */
export function Grid() {
  const store = useStoreApi();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let drawn = 0;
    const draw = (): void => {
      const { style } = element.current ?? {};
      if (style === undefined) return;
      const [x, y, zoom] = store.getState().transform;
      const tile = gap * zoom;
      if (zoom !== drawn) {
        style.backgroundSize = `${String(tile)}px ${String(tile)}px`;
        style.inset = `${String(-tile)}px`;
        style.setProperty('--dot-size', `${String(Math.max(0.5, 0.75 * zoom))}px`);
        drawn = zoom;
      }
      // The dot stands in the middle of its tile.
      style.transform = `translate(${String(rest(x - tile / 2, tile))}px, ${String(rest(y - tile / 2, tile))}px)`;
    };
    draw();
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) draw();
    });
  }, [store]);
  return (
    <div className="grid" aria-hidden="true">
      <div ref={element} className="grid-dots" />
    </div>
  );
}

/** What is left of a shift by whole tiles; never negative. */
const rest = (value: number, tile: number): number => ((value % tile) + tile) % tile;
