import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { DrawingFeed } from './drawing-feed.js';
import { watchNodes } from './touched-node.js';
import type { CanvasNode, ConnectionEdge } from './types.js';

/** What gives React Flow its nodes and lines, while the canvas is on screen. */
export function useDrawingFeed(): DrawingFeed {
  const store = useStoreApi<CanvasNode, ConnectionEdge>();
  const feed = useMemo(() => new DrawingFeed(() => store.getState()), [store]);
  useLayoutEffect(() => feed.start(), [feed]);
  return feed;
}

/** Tells which nodes the pointer and the focus are on. */
export function useWatchedNodes(): void {
  const element = useStore((state) => state.domNode);
  useEffect(() => (element === null ? undefined : watchNodes(element)), [element]);
}
