import type { Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { RoleName } from './define.js';

/** A service that can stand between two that cannot meet, or meet less well. */
export interface Between {
  readonly id: string;
  readonly service: string;
  readonly props: Readonly<Record<string, Json>>;
  readonly title: Localized;
  readonly tradeOff: Localized;
  readonly rank: number;
  /** Kind of the way out of it, where it has several. */
  readonly out?: string;
  /** Can be worth it where the two meet directly as well. */
  readonly detour?: true;
  /** Roles of which the first of the two has one; roles of which it has none. */
  readonly from?: readonly RoleName[];
  readonly notFrom?: readonly RoleName[];
}

const all: Between[] = [];

/** Those that are known so far; they come with `further.ts`, since nobody draws before. */
export const betweens: readonly Between[] = all;

export function addBetweens(further: readonly Between[]): void {
  all.push(...further.filter(({ id }) => !all.some((known) => known.id === id)));
}
