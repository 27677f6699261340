import { lookup } from '../../model/design.js';
import { placesIn, type Places } from '../../model/places.js';
import type { FoundIn } from '../reports.js';

/** Where a finding is shown: in a design its node, in a template the resource that the node came from. */
export interface FindingPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the places of findings; each file is read once. */
export function createPlacer(): (found: FoundIn, nodeId?: string) => FindingPlace {
  const known = new Map<string, Places>();
  return ({ file, text, finding, nodes }, nodeId) => {
    const node = nodeId ?? finding.function ?? finding.nodes[0];
    const adopted = node === undefined ? undefined : lookup(nodes, node)?.adopted;
    if (adopted !== undefined) {
      const { evidence, template } = adopted;
      return { file: evidence?.file ?? template, line: evidence?.line ?? 1, column: 1 };
    }
    const places = known.get(file) ?? placesIn(text, file);
    known.set(file, places);
    const { line, column } = places.of(node === undefined ? [] : ['nodes', node]);
    return { file, line, column };
  };
}
