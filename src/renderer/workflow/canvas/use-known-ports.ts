import { Position, useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';

/** Tells React Flow where the ports of a card are: what it measured when there were none is of no use. */
export function useKnownPorts(id: string, isShown: boolean): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const node = isShown ? store.getState().nodeLookup.get(id) : undefined;
    if (node === undefined) return;
    const { width = 0, height = 0 } = node.measured;
    const size = { width: portSize, height: portSize, nodeId: id, type: 'source' as const };
    node.internals.handleBounds = {
      source: [
        { ...size, id: 'way', position: Position.Bottom, x: (width - portSize) / 2, y: height - portSize / 2 },
        { ...size, id: 'catch', position: Position.Left, x: -portSize / 2, y: (height - portSize) / 2 },
      ],
      target: [],
    };
  }, [id, isShown, store]);
}

const portSize = 24;
