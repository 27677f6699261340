import { useEffect, useRef, useState } from 'react';
import type { DefinitionTree } from '../../../asl/definition.js';
import type { WorkflowMachine } from '../../../asl/flow.js';
import type { WorkflowLayout } from '../../../layout/workflow/define.js';
import type { WorkflowLayouter } from '../../../layout/workflow/layout-workflow.js';
import type { NodeLayout } from '../../../model/design.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import type { Translate } from '../../studio/studio.js';
import { layouterOf } from './prepare-layouts.js';
import { labelOfTransition } from './words.js';

interface LaidOut {
  /** What was laid out: the picture follows all of it at once. */
  readonly tree: DefinitionTree;
  readonly graph: WorkflowMachine;
  readonly collapsed: ReadonlySet<FlowKey>;
  readonly layout: WorkflowLayout;
}

/**
 * Where a workflow lies. The engine answers a moment later, so what is shown meanwhile is the picture before; what does
 * not change where things lie (words of a card, a selection) is answered at once.
 */
export function useWorkflowLayout(
  { tree, graph }: { readonly tree: DefinitionTree; readonly graph: WorkflowMachine },
  collapsed: ReadonlySet<FlowKey>,
  placed: Readonly<Record<string, NodeLayout>>,
  t: Translate,
): LaidOut | undefined {
  const layouter = useRef<WorkflowLayouter>(null);
  layouter.current ??= layouterOf(tree);
  const { current } = layouter;
  const [laidOut, setLaidOut] = useState<LaidOut>();
  const latest = useRef(tree);
  useEffect(() => {
    latest.current = tree;
  }, [tree]);
  useEffect(() => {
    let isWanted = true;
    void current
      .layout(graph, { labelOf: (transition) => labelOfTransition(transition, t), collapsed, placed })
      .then((layout) => {
        if (!isWanted) return;
        setLaidOut((before) => ({
          tree: latest.current,
          graph,
          collapsed,
          layout: sameLayout(before?.layout, layout),
        }));
      });
    return () => {
      isWanted = false;
    };
  }, [current, graph, collapsed, placed, t]);
  return laidOut;
}

/** Whether every state of a graph has a place already; else what was laid out last is shown a moment longer. */
export function hasPlaces(
  graph: WorkflowMachine,
  { graph: before, collapsed, layout }: Omit<LaidOut, 'tree'>,
): boolean {
  if (graph === before) return true;
  return graph.states.every(
    ({ key, machines }) =>
      layout.boxes.has(key) &&
      (collapsed.has(key) || machines.every((machine) => hasPlaces(machine, { graph: before, collapsed, layout }))),
  );
}

/** The layout of before where everything lies as it did: then nothing is drawn anew. */
function sameLayout(before: WorkflowLayout | undefined, now: WorkflowLayout): WorkflowLayout {
  if (before === undefined) return now;
  return {
    boxes: sameEntries(before.boxes, now.boxes),
    frames: sameEntries(before.frames, now.frames),
    lines: sameEntries(before.lines, now.lines),
  };
}

function sameEntries<Value extends object>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  return new Map(
    [...now].map(([key, value]) => {
      const known = before.get(key);
      return [key, known !== undefined && JSON.stringify(known) === JSON.stringify(value) ? known : value];
    }),
  );
}
