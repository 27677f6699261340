import { useEffect, useState } from 'react';
import { aslSeverityOf } from '../../../asl/problems.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import { lookup } from '../../../model/design.js';
import { studio, useStudio } from '../../studio/studio.js';
import { problemsOf } from '../inspector/problems.js';
import type { WorkflowView } from '../workflow.js';
import { marksOf, type Mark } from './projection.js';

const noMarks: ReadonlyMap<FlowKey, Mark> = new Map();
/** After the last change: while somebody types, cards do not flicker, and nothing waits for the validator. */
const pause = 250;

/** Which states have problems, a moment after a change. */
export function useMarks({ node, graph, definition }: WorkflowView): ReadonlyMap<FlowKey, Mark> {
  const [marks, setMarks] = useState(noMarks);
  const isExpress = useStudio(({ design }) => lookup(design.nodes, node)?.props['type'] === 'EXPRESS');
  useEffect(() => {
    const timer = setTimeout(() => {
      // What was undone meanwhile is not worth the work.
      if (studio.getState().workflow?.node !== node) return;
      const found = problemsOf(definition, isExpress ? 'EXPRESS' : 'STANDARD');
      const next = marksOf(graph, found, aslSeverityOf);
      setMarks((before) => kept(before, next));
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [node, graph, definition, isExpress]);
  return marks;
}

/** Marks that say the same stay the same objects, so that no card is drawn anew. */
function kept(before: ReadonlyMap<FlowKey, Mark>, now: ReadonlyMap<FlowKey, Mark>): ReadonlyMap<FlowKey, Mark> {
  const shared = new Map(
    [...now].map(([key, mark]) => {
      const old = before.get(key);
      return [key, old?.errors === mark.errors && old.warnings === mark.warnings ? old : mark];
    }),
  );
  return shared.size === before.size && [...shared].every(([key, mark]) => before.get(key) === mark) ? before : shared;
}
