import type { Box, Point } from '../../model/design.js';
import { textWidth } from '../text-width.js';
import {
  containerPadding,
  dotSize,
  endLine,
  endMark,
  labelLimit,
  markHeight,
  markWidth,
  startMark,
  type FlowLine,
  type FlowMachine,
  type FlowOptions,
  type FlowTransition,
} from './define.js';
import type { FlowInput, FlowPlaces } from './elk-flow.js';

/** Size of what stands for a state: a card, or a container with its inside. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A machine that is laid out: everything by the corner of its inside. */
export interface PlacedMachine extends Size {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, FlowLine>;
}

/** The parts of a machine in the order in which the layout engine gets them. */
export interface MachinePlan {
  readonly ids: readonly string[];
  readonly lines: readonly { readonly key: string; readonly label: string; readonly labelWidth: number }[];
  readonly input: FlowInput;
}

/** Words on a line, with the room around them. */
export const labelWidthOf = (label: string): number =>
  label === '' ? 0 : Math.min(labelLimit, Math.ceil(textWidth(label, 11)) + 20);

/**
 * The part of a machine that is reached from its start, or the one that is not: a layered layout of its own each, so that
 * what nothing leads to stands apart.
 */
export function planMachine(
  machine: FlowMachine,
  isReached: boolean,
  sizes: ReadonlyMap<string, Size>,
  options: FlowOptions,
  isWhole: boolean,
): MachinePlan {
  const states = machine.states.filter((state) => state.isReachable === isReached);
  const marks = isWhole ? { width: markWidth, height: markHeight } : { width: dotSize, height: dotSize };
  const hasStart = isReached && machine.start !== undefined;
  const ends = isReached ? states.filter((state) => state.isEnd && state.type !== 'Fail') : [];
  const ids = [
    ...(hasStart ? [startMark(machine.key)] : []),
    ...states.map(({ key }) => key),
    ...(ends.length > 0 ? [endMark(machine.key)] : []),
  ];
  const index = new Map(ids.map((id, at) => [id, at]));
  const lines: { key: string; label: string; labelWidth: number }[] = [];
  const edges: FlowInput['edges'][number][] = [];
  const add = (key: string, from: string | undefined, to: string | undefined, label: string, kind: Kind): void => {
    const [source, target] = [index.get(from ?? ''), index.get(to ?? '')];
    if (source === undefined || target === undefined) return;
    const labelWidth = labelWidthOf(label);
    lines.push({ key, label, labelWidth });
    edges.push({ from: source, to: target, labelWidth, kind });
  };
  for (const transition of machine.transitions)
    add(
      transition.key,
      transition.kind === 'start' ? startMark(machine.key) : transition.from,
      transition.to,
      options.labelOf(transition),
      kindOf(transition),
    );
  for (const { key } of ends) add(endLine(key), key, endMark(machine.key), '', 'main');
  return {
    ids,
    lines,
    input: {
      nodes: ids.map((id) =>
        id === startMark(machine.key)
          ? { ...marks, layer: 'FIRST' as const }
          : id === endMark(machine.key)
            ? { ...marks, layer: 'LAST' as const }
            : (sizes.get(id) ?? marks),
      ),
      edges,
    },
  };
}

type Kind = FlowInput['edges'][number]['kind'];

function kindOf({ kind, isLoop, from, to }: FlowTransition): Kind {
  if (isLoop || (from !== undefined && from === to)) return 'loop';
  if (kind === 'catch') return 'catch';
  return kind === 'choice' ? 'side' : 'main';
}

/** Puts what the engine gave under its names, shifted by so much. */
export function placedAt(plan: MachinePlan, places: FlowPlaces, by: Point): PlacedMachine {
  const moved = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    boxes: new Map(
      plan.ids.flatMap((id, index) => {
        const [corner, size] = [places.corners[index], plan.input.nodes[index]];
        if (corner === undefined || size === undefined) return [];
        const { x, y } = moved(corner);
        return [[id, { x, y, width: size.width, height: size.height }] as const];
      }),
    ),
    lines: new Map(
      plan.lines.flatMap(({ key, labelWidth }, index) => {
        const route = places.routes[index];
        if (route === undefined) return [];
        const label = route.label === undefined ? undefined : moved(route.label);
        return [[key, { points: route.points.map(moved), label, labelWidth }] as const];
      }),
    ),
    width: places.width + by.x,
    height: places.height + by.y,
  };
}

/** Between the reached states and those that nothing leads to. */
export const apart = 3 * containerPadding;
