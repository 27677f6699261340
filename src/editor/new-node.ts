import type { ServiceDefinition } from '../catalog/define.js';
import { emptyDefinition } from '../catalog/services/state-machine.js';
import type { Design, DesignNode } from '../model/design.js';
import { translate, type Language } from '../model/localized.js';

/** A node as the palette adds it, under a label that no other node has. */
export function newNode(design: Design, service: ServiceDefinition, language: Language, label?: string): DesignNode {
  return {
    service: service.type,
    label: freeLabel(design, label ?? translate(service.defaultLabel, language)),
    origin: 'created',
    props: {},
    ...(service.hasDefinition === true ? { definition: emptyDefinition } : {}),
  };
}

/** The label, with a number where another node has it. */
export const freeLabel = (design: Design, label: string): string =>
  freeLabels(Object.values(design.nodes).map((node) => node.label))(label);

/**
 * Gives labels that are neither among those taken nor given before: a taken one gets the next number, `Orders 2` becomes
 * `Orders 3`. An empty label says nothing and stays empty.
 */
export function freeLabels(taken: Iterable<string>): (label: string) => string {
  const known = new Set(taken);
  const numbers = new Map<string, number>();
  return (label) => {
    let free = label;
    if (label !== '' && known.has(label)) {
      const [, base = label, last = '1'] = /^(.*\S) (\d{1,6})$/su.exec(label) ?? [];
      let number = numbers.get(base) ?? Number(last) + 1;
      while (known.has(`${base} ${String(number)}`)) number++;
      free = `${base} ${String(number)}`;
      numbers.set(base, number + 1);
    }
    known.add(free);
    return free;
  };
}
