import type { Box, Point } from '../../model/design.js';

/** What a layout of a workflow needs to know of its definition; the projection of `asl/flow` fits. */
export interface FlowMachine {
  readonly key: string;
  /** The state that it starts at. */
  readonly start: string | undefined;
  readonly states: readonly FlowState[];
  readonly transitions: readonly FlowTransition[];
}

export interface FlowState {
  readonly key: string;
  /** Succeed and Fail show by themselves that they end. */
  readonly type: string;
  readonly isReachable: boolean;
  readonly isEnd: boolean;
  readonly machines: readonly FlowMachine[];
}

export interface FlowTransition {
  readonly key: string;
  readonly kind: 'start' | 'next' | 'default' | 'choice' | 'catch';
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly label: string;
  readonly isLoop: boolean;
}

/** What a person chose of the picture. */
export interface FlowOptions {
  /** Words on a transition; '' for none. */
  readonly labelOf: (transition: FlowTransition) => string;
  /** States whose inside is not shown. */
  readonly collapsed: ReadonlySet<string>;
  /** Corners of states that were moved by hand, as they lie in their machine. */
  readonly placed: Readonly<Record<string, Point>>;
}

export interface FlowLine {
  readonly points: readonly Point[];
  /** Middle of its words. */
  readonly label: Point | undefined;
  /** Width of its words; 0: it has none. */
  readonly labelWidth: number;
}

/** Where everything of a workflow lies. Keys of states and machines are those of the definition. */
export interface WorkflowLayout {
  /** States, and the marks of starts and ends by `startMark` and `endMark`. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The machines inside of states. */
  readonly frames: ReadonlyMap<string, Box>;
  /** By the key of the transition; those to the end mark by `endLine`. */
  readonly lines: ReadonlyMap<string, FlowLine>;
}

export const startMark = (machine: string): string => `start:${machine}`;
export const endMark = (machine: string): string => `end:${machine}`;
export const endLine = (state: string): string => `end-of:${state}`;

export const stateWidth = 208;
export const stateHeight = 56;
/** Of the marks of the whole workflow, which bear words; those of a machine inside are dots. */
export const markWidth = 72;
export const markHeight = 24;
export const dotSize = 10;

/** From the top of a container to its inside: its title stands there. */
export const containerTitle = 44;
export const containerPadding = 20;
/** Between the branches of a Parallel state. */
export const branchGap = 16;
export const branchPadding = 12;

/** Between a card and the one below it. */
export const layerGap = 32;
export const labelHeight = 20;
/** Longer words on a transition are cut. */
export const labelLimit = 168;
