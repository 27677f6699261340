import { useOnViewportChange, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';

/** After the last step of a wheel the drawing stays a picture for so long: the next step often follows. */
const settleMilliseconds = 120;
/** Below this zoom no name can be read; in a large drawing names are left away a little sooner. */
const tinyZoom = 0.2;
const tinyZoomOfMany = 0.35;
const many = 400;

/**
 * Marks the drawing for the style sheet, without a render. `is-moving`: the browser moves it as one finished picture instead
 * of painting it for each step, and paints it sharply when it comes to rest. `is-tiny`: names of nodes are left away.
 */
export function useViewportMarks(): void {
  const store = useStoreApi();
  const element = useStore((state) => state.domNode);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onStart = useCallback((): void => {
    clearTimeout(timer.current);
    store.getState().domNode?.classList.add('is-moving');
  }, [store]);
  const onEnd = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      store.getState().domNode?.classList.remove('is-moving');
    }, settleMilliseconds);
  }, [store]);
  useOnViewportChange({ onStart, onEnd });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  useEffect(() => {
    const mark = (): void => {
      const { nodes, transform } = store.getState();
      element?.classList.toggle('is-tiny', transform[2] < (nodes.length > many ? tinyZoomOfMany : tinyZoom));
    };
    mark();
    return store.subscribe((state, before) => {
      if (state.transform[2] !== before.transform[2] || state.nodes !== before.nodes) mark();
    });
  }, [element, store]);
}
