import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FindScope } from '../../editor/find.js';

export interface FindState {
  readonly open: boolean;
  readonly replacing: boolean;
  readonly query: string;
  readonly replacement: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  /** Empty: everywhere. */
  readonly scopes: readonly FindScope[];
  /** Which match is the present one. */
  readonly current: number;
  /** Raised to ask the panel for the focus. */
  readonly calls: number;
  /** Raised to ask for the next (or, lowered, the previous) match. */
  readonly steps: number;
}

/** What is searched for; kept while the panel is closed. */
export const findState = createStore<FindState>(() => ({
  open: false,
  replacing: false,
  query: '',
  replacement: '',
  caseSensitive: false,
  wholeWord: false,
  scopes: [],
  current: 0,
  calls: 0,
  steps: 0,
}));

/** A slice of the search. */
export function useFind<Slice>(selector: (state: FindState) => Slice): Slice {
  return useStore(findState, selector);
}

/** Opens the panel, with the field for the replacement or without, and puts the focus into it. */
export function openFind(replacing: boolean): void {
  findState.setState(({ calls }) => ({ open: true, replacing, calls: calls + 1 }));
}

export function closeFind(): void {
  findState.setState({ open: false });
  document.querySelector<HTMLElement>('.canvas')?.focus();
}

/** Goes on by some matches; the panel knows where that leads. */
export function stepFind(by: 1 | -1): void {
  findState.setState(({ steps }) => ({ steps: steps + by }));
}
