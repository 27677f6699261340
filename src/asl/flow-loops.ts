import type { State, StateMachine } from './definition.js';
import { flowKey } from './flow-key.js';
import { transitionsOf, type Transition } from './transitions.js';

/**
 * The transitions that lead back to a state on the way to them, by key: depth first from the start, then from what is
 * never reached. With a stack of our own, since definitions have more states in a row than calls fit on the engine's.
 */
export function backwardTransitions(machine: StateMachine): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Set<State>();
  const onTheWay = new Set<State>();
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  for (const root of start === undefined ? machine.states.values() : [start, ...machine.states.values()]) {
    if (done.has(root)) continue;
    const stack: { readonly state: State; readonly open: Iterator<Transition> }[] = [];
    const enter = (state: State): void => {
      onTheWay.add(state);
      stack.push({ state, open: transitionsOf(state) });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.open.next();
      if (next.done === true) {
        done.add(top.state);
        onTheWay.delete(top.state);
        stack.pop();
        continue;
      }
      const target = machine.states.get(next.value.target);
      if (target === undefined) continue;
      if (onTheWay.has(target)) found.add(flowKey(next.value.path));
      else if (!done.has(target)) enter(target);
    }
  }
  return found;
}
