import type { Box, Point } from '../model/design.js';

/** What lines are drawn between, and how they are drawn. */

export interface SceneNode {
  readonly box: Box;
  /** A bus is entered and left vertically, anywhere along its length. */
  readonly isBus: boolean;
}

/** What is drawn besides the connections. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  /** Titles of areas: no label may cover one. */
  readonly titles: readonly Box[];
  /** Areas of contexts: lines cross their borders, but do not run along them. */
  readonly areas: readonly Box[];
}

export interface RouteRequest {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Width of its pill; 0: it has none. */
  readonly pillWidth: number;
  /** Bends made by hand: the line goes through them. */
  readonly bends?: readonly Point[];
}

export interface Route {
  readonly points: readonly Point[];
  /** Middle of the pill; undefined: it has none, or there is no room for it. */
  readonly pill: Point | undefined;
  /** Of the pill: less than it wants where there is little room. */
  readonly pillWidth: number;
}
