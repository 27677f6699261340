import type { FlowKey } from '../../../asl/flow-key.js';
import { isState } from './types.js';

/** The state that has the keyboard focus. */
export function focusedState(): FlowKey | undefined {
  const id = document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
  return id !== undefined && isState(id) ? id : undefined;
}

/** The element of a state; undefined: it is not drawn. */
export const stateElement = (key: FlowKey): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(key)}"]`) ?? undefined;

/** Puts the keyboard focus on a state. */
export function focusState(key: FlowKey | undefined): void {
  if (key !== undefined) stateElement(key)?.focus({ preventScroll: true });
}
