import { serviceOf } from '../../catalog/index.js';
import { propertiesOf } from '../../catalog/properties/index.js';
import { lookup, type DesignNode } from '../../model/design.js';

/** The logical id of the resource that a node stands for; the others that it adopted only implement it. */
export function primaryOf(id: string, { service, adopted }: DesignNode): string | undefined {
  const resources = adopted?.resources ?? {};
  const types = new Set([...(propertiesOf(service)?.cfnTypes ?? []), serviceOf(service)?.cfnType]);
  const ofType = Object.keys(resources).filter((own) => types.has(lookup(resources, own)?.type ?? ''));
  const isOwn = (own: string): boolean => own === id || id.endsWith(own);
  return ofType.find(isOwn) ?? ofType[0] ?? Object.keys(resources).find(isOwn) ?? Object.keys(resources)[0];
}
