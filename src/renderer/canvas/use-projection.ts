import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStudio } from '../studio/studio.js';
import { whenFree } from '../ui/when-free.js';
import type { Moved } from './dragging.js';
import type { Picture } from './picture.js';
import { Projector, type Projection } from './projection.js';
import { watchNodes } from './touched-node.js';
import { useViewportMarks } from './viewport-marks.js';

/** Of each piece of routing: a frame has room for it. */
const sliceMilliseconds = 8;

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
  useViewportMarks();
  // Lines of a large change come in slices, so that nobody waits for them.
  const [rounds, setRounds] = useState(0);
  const projection = useMemo(
    () => current.project({ picture, findings, problems, selection, language, moved }),
    // A finished round of routing gives other lines.
    [current, picture, findings, problems, selection, language, moved, rounds],
  );
  useEffect(() => {
    if (!current.isPending) return undefined;
    let callOff: () => void = () => undefined;
    const slice = (): void => {
      const end = performance.now() + sliceMilliseconds;
      if (current.work(() => performance.now() > end)) setRounds((before) => before + 1);
      else callOff = whenFree(slice);
    };
    callOff = whenFree(slice);
    return () => {
      callOff();
    };
  }, [current, projection]);
  return projection;
}
