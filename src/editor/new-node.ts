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
export function freeLabel(design: Design, label: string): string {
  const taken = new Set(Object.values(design.nodes).map((node) => node.label));
  if (!taken.has(label)) return label;
  for (let number = 2; ; number++) {
    const numbered = `${label} ${String(number)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
