import { isObject } from './pattern.js';
import { lookup, nodeId, type Design, type Json, type NodeId } from '../model/design.js';

/** A sample event of a design: patterns are tried with it. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  /** The node whose events it stands for; undefined: any. */
  readonly node: NodeId | undefined;
  readonly event: Json;
}

/** The sample under an id; undefined where it is none, or written otherwise by hand. */
export function sampleWithId(design: Design, id: string): Sample | undefined {
  const value: unknown = lookup(design.samples, id);
  if (!isObject(value) || !isObject(value['event'])) return undefined;
  const { label, node, event } = value;
  return {
    id,
    label: typeof label === 'string' ? label : id,
    node: typeof node === 'string' ? nodeId(node) : undefined,
    // Read from a file of JSON values.
    event: event as Json,
  };
}

/** The samples of a design in its order. */
export const samplesOf = (design: Design): readonly Sample[] =>
  Object.keys(design.samples).flatMap((id) => sampleWithId(design, id) ?? []);
