import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Puts what one takes hold of into the drawing, in its coordinates, above the cards. */
export function Overlay({ children }: { readonly children: ReactNode }) {
  const viewport = useStore((state) => state.domNode?.querySelector('.react-flow__viewport'));
  return viewport === null || viewport === undefined
    ? null
    : createPortal(<div className="canvas-overlay">{children}</div>, viewport);
}
