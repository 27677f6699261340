import type { Edge, Node } from '@xyflow/react';
import type { Point } from '../../../model/design.js';

/** All that a card shows, as flat values: two cards with equal values are the same card. */
export type StateData = {
  name: string;
  /** As written. */
  type: string;
  /** What a Task calls, as ASL writes it; '' for others. */
  service: string;
  /** Of the drawing: the type, `http` or `activity`. */
  sign: string;
  /** The one line that matters. */
  subtitle: string;
  comment: string;
  retries: number;
  /** Stands still until somebody answers. */
  waitsFor: '' | 'person' | 'callback';
  isReachable: boolean;
  errors: number;
  warnings: number;
  /** States inside of a container that is collapsed or not. */
  inside: number;
  isContainer: boolean;
  isCollapsed: boolean;
  /** What a container says of itself beside its name: how many at a time. */
  chip: string;
  /** What can be drawn from it. */
  canLeadOn: boolean;
  canCatch: boolean;
};

export type FrameData = { isEmpty: boolean; isAlone: boolean };
export type MarkData = { kind: 'start' | 'end'; isWhole: boolean };

export type StateNode = Node<StateData, 'state'>;
export type ContainerNode = Node<StateData, 'container'>;
export type FrameNode = Node<FrameData, 'frame'>;
export type MarkNode = Node<MarkData, 'mark'>;
export type WorkflowNode = StateNode | ContainerNode | FrameNode | MarkNode;

export type LineKind = 'next' | 'default' | 'choice' | 'catch';

export type LineData = {
  kind: LineKind;
  isLoop: boolean;
  points: readonly Point[];
  label: string;
  at: Point | undefined;
  labelWidth: number;
  /** One of its ends is selected. */
  isLit: boolean;
};
export type LineEdge = Edge<LineData, 'transition'>;

const framePrefix = 'frame:';

/** Ids of the nodes of React Flow; states have their flow key, which begins with a slash. */
export const frameId = (machine: string): string => framePrefix + machine;
export const isState = (id: string): boolean => id.startsWith('/');
