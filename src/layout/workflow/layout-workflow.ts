import type { Box, Point } from '../../model/design.js';
import {
  branchGap,
  branchPadding,
  containerPadding,
  containerTitle,
  stateHeight,
  stateWidth,
  type FlowLine,
  type FlowMachine,
  type FlowOptions,
  type FlowState,
  type WorkflowLayout,
} from './define.js';
import { placeFlow, type FlowPlaces } from './elk-flow.js';
import { apart, placedAt, planMachine, type MachinePlan, type PlacedMachine, type Size } from './machine.js';
import { withMoved } from './moved.js';

/**
 * Lays workflows out, machine by machine from the inside. What was asked of the engine last time is not asked again, so
 * that an edit lays out anew only the machine it was made in and those around it.
 */
export class WorkflowLayouter {
  #known = new Map<string, Promise<FlowPlaces>>();
  #used = new Map<string, Promise<FlowPlaces>>();

  async layout(machine: FlowMachine, options: FlowOptions): Promise<WorkflowLayout> {
    this.#used = new Map();
    const placed = await this.#machine(machine, options, true);
    this.#known = this.#used;
    const boxes = new Map<string, Box>();
    const frames = new Map<string, Box>();
    const lines = new Map<string, FlowLine>();
    for (const part of placed.parts) part({ x: 0, y: 0 }, boxes, frames, lines);
    return { boxes, frames, lines };
  }

  async #machine(machine: FlowMachine, options: FlowOptions, isWhole: boolean): Promise<Nested> {
    const states = new Map(
      await Promise.all(machine.states.map(async (state) => [state.key, await this.#state(state, options)] as const)),
    );
    const [main, lost] = await Promise.all(
      [true, false].map(async (isReached) => {
        const plan = planMachine(machine, isReached, states, options, isWhole);
        return { plan, places: await this.#ask(plan) };
      }),
    );
    const reached = placedIn(main, 0);
    const unreached = placedIn(lost, reached.width === 0 ? 0 : reached.width + apart);
    const placed = withMoved(
      machine,
      {
        boxes: new Map([...reached.boxes, ...unreached.boxes]),
        lines: new Map([...reached.lines, ...unreached.lines]),
      },
      options,
    );
    return {
      ...placed,
      parts: [
        (by, boxes, _frames, lines) => {
          for (const [key, box] of placed.boxes) boxes.set(key, shifted(box, by));
          for (const [key, line] of placed.lines) lines.set(key, shiftedLine(line, by));
        },
        ...[...states].map(([key, state]): Part => (by, boxes, frames, lines) => {
          const box = placed.boxes.get(key);
          if (box === undefined) return;
          for (const { machine: inside, placed: nested, at } of state.machines) {
            const corner = { x: box.x + by.x, y: box.y + by.y };
            frames.set(inside.key, shifted(at, corner));
            const padding = { x: corner.x + at.x + branchPadding, y: corner.y + at.y + branchPadding };
            for (const part of nested.parts) part(padding, boxes, frames, lines);
          }
        }),
      ],
    };
  }

  /** The size of a state, with its machines side by side. */
  async #state(state: FlowState, options: FlowOptions): Promise<PlacedContainer> {
    if (state.machines.length === 0 || options.collapsed.has(state.key))
      return { width: stateWidth, height: stateHeight, machines: [] };
    const machines: PlacedContainer['machines'][number][] = [];
    let x = containerPadding - branchPadding;
    let height = 0;
    const nested = await Promise.all(state.machines.map((machine) => this.#machine(machine, options, false)));
    for (const [index, machine] of state.machines.entries()) {
      const placed = nested[index];
      if (placed === undefined) continue;
      const width = Math.max(placed.width, stateWidth) + 2 * branchPadding;
      const at = { x, y: containerTitle, width, height: Math.max(placed.height, stateHeight) + 2 * branchPadding };
      machines.push({ machine, placed, at });
      x += width + branchGap;
      height = Math.max(height, at.height);
    }
    return {
      width: x - branchGap + containerPadding - branchPadding,
      height: containerTitle + height + containerPadding - branchPadding,
      machines: machines.map((one) => ({ ...one, at: { ...one.at, height } })),
    };
  }

  #ask({ input }: MachinePlan): Promise<FlowPlaces> {
    const key = JSON.stringify(input);
    const places = this.#known.get(key) ?? this.#used.get(key) ?? placeFlow(input);
    this.#used.set(key, places);
    return places;
  }
}

type Part = (by: Point, boxes: Map<string, Box>, frames: Map<string, Box>, lines: Map<string, FlowLine>) => void;

interface Nested extends PlacedMachine {
  readonly parts: readonly Part[];
}

interface PlacedContainer extends Size {
  readonly machines: readonly { readonly machine: FlowMachine; readonly placed: Nested; readonly at: Box }[];
}

function placedIn(
  part: { readonly plan: MachinePlan; readonly places: FlowPlaces } | undefined,
  x: number,
): PlacedMachine {
  if (part === undefined || part.plan.ids.length === 0)
    return { boxes: new Map(), lines: new Map(), width: 0, height: 0 };
  return placedAt(part.plan, part.places, { x, y: 0 });
}

const shifted = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

const shiftedLine = (line: FlowLine, by: Point): FlowLine => {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return { ...line, points: line.points.map(move), label: line.label === undefined ? undefined : move(line.label) };
};
