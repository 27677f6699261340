import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useStudio } from '../studio/studio.js';
import type { Moved } from './dragging.js';
import type { Picture } from './picture.js';
import { useMovingViewport } from './moving.js';
import { Projector, type Projection } from './projection.js';
import { watchNodes } from './touched-node.js';

/** The picture as React Flow takes it; objects keep their identity while they say the same. */
export function useProjection(picture: Picture, moved: Moved): Projection {
  const projector = useRef<Projector>(null);
  projector.current ??= new Projector();
  const { current } = projector;
  const findings = useStudio((state) => state.findings);
  const problems = useStudio((state) => state.problems);
  const selection = useStudio((state) => state.selection);
  const language = useStudio((state) => state.language);
  const element = useStore((state) => state.domNode);
  useEffect(() => (element === null ? undefined : watchNodes(element)), [element]);
  useMovingViewport();
  return useMemo(
    () => current.project({ picture, findings, problems, selection, language, moved }),
    [current, picture, findings, problems, selection, language, moved],
  );
}
