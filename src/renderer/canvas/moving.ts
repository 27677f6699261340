import { useOnViewportChange, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';

/** After the last step of a wheel the drawing stays a picture for so long: the next step often follows. */
const settleMilliseconds = 120;

/**
 * Marks the viewport while it moves. The style sheet then has the browser move the drawing as one finished picture
 * instead of painting it for each step; when it comes to rest it is painted sharply.
 */
export function useMovingViewport(): void {
  const store = useStoreApi();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const mark = useCallback(
    (isMoving: boolean): void => {
      store.getState().domNode?.classList.toggle('is-moving', isMoving);
    },
    [store],
  );
  const onStart = useCallback((): void => {
    clearTimeout(timer.current);
    mark(true);
  }, [mark]);
  const onEnd = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      mark(false);
    }, settleMilliseconds);
  }, [mark]);
  useOnViewportChange({ onStart, onEnd });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
}
