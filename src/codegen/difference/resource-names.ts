import { entries, type Design, type DesignNode, type NodeId } from '../../model/design.js';
import { constructIdOf } from '../../model/names.js';

/** The node that a resource of a template belongs to. */
export interface ResourceOwner {
  readonly id: NodeId;
  readonly node: DesignNode;
}

/** Logical ids end in a hash of the path of their construct. */
const hash = /[0-9A-F]{8}$/;

/** The part of a logical id that says something. */
export const withoutHash = (logicalId: string): string => logicalId.replace(hash, '') || logicalId;

/**
 * Finds the node that a resource was made for, by its logical id: constructs are named after nodes, and what a construct
 * makes begins with its name. Of several names the longest is meant.
 */
export function ownersIn(designs: readonly Design[]): (logicalId: string) => ResourceOwner | undefined {
  const owners = new Map<string, ResourceOwner>();
  for (const design of designs)
    for (const [id, node] of entries(design.nodes)) owners.set(constructIdOf(id), { id, node });
  return (logicalId) => {
    const path = logicalId.replace(hash, '');
    for (let length = path.length; length > 0; length--) {
      const owner = owners.get(path.slice(0, length));
      const next = path.charAt(length);
      if (owner !== undefined && (next === '' || /[A-Z0-9]/.test(next))) return owner;
    }
    return undefined;
  };
}
