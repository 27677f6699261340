import type { Edge, Node } from '@xyflow/react';
import type { Point } from '../../model/design.js';

/** What stands for the change that a previewed finding makes. */
export type Ghost = 'none' | 'added' | 'removed' | 'faded';

/** All that a card shows, as flat values: two cards with equal values are the same card. */
export type CardData = {
  label: string;
  subtitle: string;
  /** In aws-icons, or a glyph of our own. */
  icon: string;
  serviceLabel: string;
  /** Suggestions and questions about this node. */
  findings: number;
  /** A rule looked at it and says that it is right as it is. */
  isKept: boolean;
  problems: number;
  /** A function that only moves data. */
  isTransport: boolean;
  /** It is there already: the export refers to it. */
  isExisting: boolean;
  /** Neither a drag nor a command moves it. */
  isLocked: boolean;
  ghost: Ghost;
  /** On the bus: counts of what it carries. */
  note: string;
};

export type AreaData = {
  label: string;
  team: string;
  hue: number;
  ghost: Ghost;
  /** How much is in it; empty unless it is collapsed. */
  members: string;
  isCollapsed: boolean;
  isLocked: boolean;
};
export type NoteData = { text: string; isLocked: boolean };

export type CardNode = Node<CardData, 'card'>;
export type BusNode = Node<CardData, 'bus'>;
export type AreaNode = Node<AreaData, 'area'>;
export type NoteNode = Node<NoteData, 'note'>;
export type CanvasNode = CardNode | BusNode | AreaNode | NoteNode;

export type ConnectionData = {
  points: readonly Point[];
  pill: Point | undefined;
  label: string;
  pillWidth: number;
  /** There is less room for the pill than its words need. */
  isShortened: boolean;
  delivery: 'sync' | 'async';
  /** From a field of a node: drawn thin. */
  isReference: boolean;
  /** Ids of the connections that this line stands for, joined by a line break. */
  ids: string;
  /** Their words, in the same order. */
  labels: string;
  ghost: Ghost;
  /** One of its ends is selected, or it is. */
  isLit: boolean;
  hasProblem: boolean;
};
export type ConnectionEdge = Edge<ConnectionData, 'connection'>;

const areaPrefix = 'context:';
const notePrefix = 'note:';

/** Ids of areas and notes among the nodes of the canvas; ids of the design have no colon. */
export const areaNodeId = (context: string): string => areaPrefix + context;
export const noteNodeId = (note: string): string => notePrefix + note;
export const contextOf = (id: string): string | undefined =>
  id.startsWith(areaPrefix) ? id.slice(areaPrefix.length) : undefined;
export const noteOf = (id: string): string | undefined =>
  id.startsWith(notePrefix) ? id.slice(notePrefix.length) : undefined;
export const isNodeId = (id: string): boolean => contextOf(id) === undefined && noteOf(id) === undefined;
