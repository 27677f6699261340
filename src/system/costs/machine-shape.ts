import { parseDefinition, walkStates } from '../../asl/definition.js';
import type { SystemNode } from '../system.js';

export interface MachineShape {
  /** Of an execution that goes through every state once, the way in included. Loops and Maps make it more. */
  readonly transitions: number;
}

/** How much a state machine does; undefined: its definition cannot be read, or is empty. */
export function machineShape({ node }: SystemNode): MachineShape | undefined {
  if (node.definition === undefined) return undefined;
  const { tree } = parseDefinition(node.definition.text, node.definition.format);
  const states = tree === undefined ? 0 : [...walkStates(tree)].length;
  return states === 0 ? undefined : { transitions: states + 1 };
}
