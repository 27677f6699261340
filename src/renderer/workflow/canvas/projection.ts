import type { AslProblem } from '../../../asl/problems.js';
import { isWithin, stateAt, type DefinitionTree } from '../../../asl/definition.js';
import { flowKey, pathOfKey, type FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine, WorkflowState, WorkflowTransition } from '../../../asl/flow.js';
import { walkWorkflow } from '../../../asl/flow.js';
import { endLine, endMark, startMark, type WorkflowLayout } from '../../../layout/workflow/define.js';
import type { Box, Point } from '../../../model/design.js';
import type { Severity } from '../../../model/problems.js';
import { Remembered, memo, sameInputs } from '../../canvas/remembered.js';
import type { Moved } from './dragging.js';
import { frameId, isState, type LineData, type LineEdge, type StateData, type WorkflowNode } from './types.js';
import { texts } from './texts.js';
import { chipOf, labelOfTransition, subtitleOf, waitsFor, type WordsContext } from './words.js';

export interface ProjectionInput {
  readonly tree: DefinitionTree;
  readonly graph: WorkflowMachine;
  readonly layout: WorkflowLayout;
  readonly selected: ReadonlySet<FlowKey>;
  readonly line: string | undefined;
  readonly collapsed: ReadonlySet<FlowKey>;
  readonly words: WordsContext;
  /** Errors and warnings by state. */
  readonly marks: ReadonlyMap<FlowKey, Mark>;
  readonly moved: Moved;
}

export interface Mark {
  readonly errors: number;
  readonly warnings: number;
}

export interface Projection {
  readonly nodes: WorkflowNode[];
  readonly edges: LineEdge[];
}

/** The nodes and edges that React Flow draws. What says the same as before is the same object: one edit, one card. */
export class WorkflowProjector {
  readonly #data = new Remembered<StateData>(sameInputs);
  readonly #nodes = new Remembered<WorkflowNode>(sameInputs);
  readonly #edges = new Remembered<LineEdge>(sameInputs);
  readonly #still = memo(
    (
      tree: DefinitionTree,
      graph: WorkflowMachine,
      layout: WorkflowLayout,
      selected: ReadonlySet<FlowKey>,
      line: string | undefined,
      collapsed: ReadonlySet<FlowKey>,
      words: WordsContext,
      marks: ReadonlyMap<FlowKey, Mark>,
    ): Projection => this.#project({ tree, graph, layout, selected, line, collapsed, words, marks }),
  );

  project(input: ProjectionInput): Projection {
    const { tree, graph, layout, selected, line, collapsed, words, marks, moved } = input;
    const still = this.#still(tree, graph, layout, selected, line, collapsed, words, marks);
    if (moved.by.size === 0) return still;
    return {
      nodes: still.nodes.map((node) => {
        const by = moved.by.get(node.id);
        return by === undefined
          ? node
          : {
              ...node,
              position: { x: node.position.x + by.x, y: node.position.y + by.y },
              style: { ...node.style, transform: `translate(${String(by.x)}px, ${String(by.y)}px)` },
            };
      }),
      edges: still.edges.map((edge) => {
        const [by, points] = [moved.by.get(edge.id), moved.routes.get(edge.id)];
        if (edge.data === undefined || (by === undefined && points === undefined)) return edge;
        // Words come back when the line has its place again.
        if (points !== undefined) return { ...edge, data: { ...edge.data, points, at: undefined } };
        return by === undefined ? edge : { ...edge, data: shifted(edge.data, by) };
      }),
    };
  }

  #project(input: Omit<ProjectionInput, 'moved'>): Projection {
    const nodes: WorkflowNode[] = [];
    const edges: LineEdge[] = [];
    this.#machine(input, input.graph, 0, nodes, edges);
    this.#data.sweep();
    this.#nodes.sweep();
    this.#edges.sweep();
    return { nodes, edges };
  }

  /** From below at each depth: lines, states, the frames inside of them. A port lies above the line that leaves it. */
  #machine(
    input: Omit<ProjectionInput, 'moved'>,
    machine: WorkflowMachine,
    depth: number,
    nodes: WorkflowNode[],
    edges: LineEdge[],
  ): void {
    const { layout, selected } = input;
    const isWhole = depth === 0;
    this.#mark(startMark(machine.key), 'start', isWhole, input, depth, nodes);
    for (const state of machine.states) {
      const box = layout.boxes.get(state.key);
      if (box === undefined) continue;
      const isOpen = state.machines.length > 0 && !input.collapsed.has(state.key);
      const data = this.#stateData(input, state);
      const isSelected = selected.has(state.key);
      nodes.push(
        this.#nodes.get(state.key, [data, isSelected, box.x, box.y, box.width, box.height, depth, isOpen], () => ({
          id: state.key,
          type: isOpen ? 'container' : 'state',
          data,
          ...placedAt(box),
          selected: isSelected,
          zIndex: 3 * depth + 1,
          ariaLabel: [data.name, data.subtitle].join(', '),
          domAttributes: { 'aria-roledescription': data.type },
          ...(isOpen ? { dragHandle: '.container-title' } : {}),
        })),
      );
      if (!isOpen) continue;
      for (const inside of state.machines) {
        this.#frame(inside, state.machines.length === 1, input, depth, nodes);
        this.#machine(input, inside, depth + 1, nodes, edges);
      }
    }
    this.#mark(endMark(machine.key), 'end', isWhole, input, depth, nodes);
    for (const transition of machine.transitions) this.#transition(input, machine, transition, depth, edges);
    for (const { key } of machine.states)
      this.#line(
        input,
        endLine(key),
        key,
        endMark(machine.key),
        { kind: 'next', isLoop: false, label: '' },
        depth,
        edges,
      );
  }

  #stateData(input: Omit<ProjectionInput, 'moved'>, state: WorkflowState): StateData {
    const { tree, words, marks, collapsed } = input;
    const source = stateAt(tree, state.path);
    const mark = marks.get(state.key);
    const isCollapsed = collapsed.has(state.key);
    return this.#data.get(state.key, [state, source?.fields, words, mark, isCollapsed], () => ({
      name: state.name,
      type: state.type,
      service: state.task?.service ?? '',
      sign: state.task?.kind === 'http' || state.task?.kind === 'activity' ? state.task.kind : state.type,
      subtitle: subtitleOf(state, source, words),
      comment: state.comment ?? '',
      retries: state.retriers,
      waitsFor: waitsFor(state),
      isReachable: state.isReachable,
      errors: mark?.errors ?? 0,
      warnings: mark?.warnings ?? 0,
      inside: state.machines.reduce((sum, machine) => sum + [...walkWorkflow(machine)].length, 0),
      isContainer: state.machines.length > 0,
      isCollapsed,
      chip: chipOf(state, words.t),
      canLeadOn: state.type !== 'Succeed' && state.type !== 'Fail',
      canCatch: ['Task', 'Parallel', 'Map'].includes(state.type),
    }));
  }

  #frame(
    machine: WorkflowMachine,
    isAlone: boolean,
    { layout }: Omit<ProjectionInput, 'moved'>,
    depth: number,
    nodes: WorkflowNode[],
  ): void {
    const box = layout.frames.get(machine.key);
    if (box === undefined) return;
    const id = frameId(machine.key);
    const isEmpty = machine.states.length === 0;
    nodes.push(
      this.#nodes.get(id, [isEmpty, isAlone, box.x, box.y, box.width, box.height, depth], () => ({
        id,
        type: 'frame',
        data: { isEmpty, isAlone },
        ...placedAt(box),
        ...inert,
        zIndex: 3 * depth + 2,
      })),
    );
  }

  #mark(
    id: string,
    kind: 'start' | 'end',
    isWhole: boolean,
    { layout }: Omit<ProjectionInput, 'moved'>,
    depth: number,
    nodes: WorkflowNode[],
  ): void {
    const box = layout.boxes.get(id);
    if (box === undefined) return;
    nodes.push(
      this.#nodes.get(id, [kind, isWhole, box.x, box.y, box.width, box.height, depth], () => ({
        id,
        type: 'mark',
        data: { kind, isWhole },
        ...placedAt(box),
        ...inert,
        zIndex: 3 * depth + 1,
      })),
    );
  }

  #transition(
    input: Omit<ProjectionInput, 'moved'>,
    machine: WorkflowMachine,
    transition: WorkflowTransition,
    depth: number,
    edges: LineEdge[],
  ): void {
    const { kind, isLoop, from = startMark(machine.key), to } = transition;
    if (to === undefined) return;
    const label = labelOfTransition(transition, input.words.t);
    this.#line(
      input,
      transition.key,
      from,
      to,
      { kind: kind === 'start' ? 'next' : kind, isLoop, label },
      depth,
      edges,
    );
  }

  #line(
    { layout, selected, line, words }: Omit<ProjectionInput, 'moved'>,
    id: string,
    from: string,
    to: string,
    { kind, isLoop, label }: Pick<LineData, 'kind' | 'isLoop' | 'label'>,
    depth: number,
    edges: LineEdge[],
  ): void {
    const way = layout.lines.get(id);
    if (way === undefined) return;
    const isSelected = line === id;
    const isLit = isSelected || selected.has(from) || selected.has(to);
    edges.push(
      this.#edges.get(
        id,
        [way.points, way.label, label, kind, isLoop, from, to, isSelected, isLit, depth, words.t],
        () => ({
          id,
          type: 'transition',
          source: from,
          target: to,
          ariaLabel: [`${nameOf(from, words)} → ${nameOf(to, words)}`, label].filter((part) => part !== '').join(', '),
          selected: isSelected,
          focusable: false,
          zIndex: 3 * depth,
          data: { kind, isLoop, points: way.points, label, at: way.label, labelWidth: way.labelWidth, isLit },
        }),
      ),
    );
  }
}

/** What a screen reader calls an end of a line. */
const nameOf = (id: string, { t }: WordsContext): string =>
  isState(id) ? (pathOfKey(id).at(-1) ?? '') : t(id.startsWith('start:') ? texts.start : texts.end);

/** Not by a transform, as React Flow would: the browser keeps a picture of its own for each, which makes a pan slow. */
const placedAt = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  style: { transform: 'none', left: x, top: y },
  width,
  height,
});
/** What is drawn around states: nothing that one takes hold of. */
const inert = { selectable: false, draggable: false, focusable: false, connectable: false } as const;

function shifted(data: LineData, by: Point): LineData {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return { ...data, points: data.points.map(move), at: data.at === undefined ? undefined : move(data.at) };
}

/** How many problems concern each state; those inside of a container that is collapsed count for it. */
export function marksOf(
  graph: WorkflowMachine,
  problems: readonly AslProblem[],
  severityOf: (problem: AslProblem) => Severity,
): ReadonlyMap<FlowKey, Mark> {
  const marks = new Map<FlowKey, Mark>();
  const paths = new Map([...walkWorkflow(graph)].map(({ key, path }) => [key, path]));
  for (const problem of problems) {
    const severity = severityOf(problem);
    const path = problem.path;
    // The innermost state that the place lies in.
    for (let length = path.length; length >= 2; length--) {
      const key = flowKey(path.slice(0, length));
      const known = paths.get(key);
      if (known === undefined || !isWithin(path, known)) continue;
      const { errors, warnings } = marks.get(key) ?? { errors: 0, warnings: 0 };
      marks.set(key, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
      break;
    }
  }
  return marks;
}
