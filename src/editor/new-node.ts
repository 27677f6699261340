import type { ServiceDefinition } from '../catalog/define.js';
import type { Definition, Design, DesignNode } from '../model/design.js';
import { translate, type Language } from '../model/localized.js';

/** A machine that does nothing yet: connecting it to a resource puts the first Task in front of this state. */
const emptyDefinition: Definition = {
  format: 'json',
  text: `${JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }, null, 2)}\n`,
  substitutions: {},
};

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
export function freeLabel(design: Design, label: string): string {
  const taken = new Set(Object.values(design.nodes).map((node) => node.label));
  if (!taken.has(label)) return label;
  for (let number = 2; ; number++) {
    const numbered = `${label} ${String(number)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
