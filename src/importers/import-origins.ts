import type { AdoptedResource, Design, Json } from '../model/design.js';
import { isReservedKey } from '../model/names.js';
import type { Origin } from '../model/origins.js';
import type { Place } from './ownership.js';
import type { JsonMap, SourceResource, SourceTemplate } from './source.js';

/** What a design keeps of its templates beside nodes and connections. */
export function originsOf(
  templates: readonly SourceTemplate[],
  places: ReadonlyMap<SourceResource, Place>,
  rest: (resource: SourceResource) => AdoptedResource,
): Pick<Design, 'origins' | 'parameters' | 'conditions'> {
  const parameters = new Names();
  const conditions = new Names();
  const origins = templates.map((template): [string, Json] => {
    const plumbing = [...template.resources.values()].filter((resource) => {
      const place = places.get(resource);
      return resource.implicit !== true && (place === undefined || !place.isOwned);
    });
    const origin: Origin = {
      format: template.format,
      name: template.name,
      ...(template.parent === undefined
        ? {}
        : { parent: { template: template.parent.template, logicalId: template.parent.logicalId } }),
      ...filled('parameters', parameters.take(template, template.parameters)),
      ...filled('conditions', conditions.take(template, template.conditions)),
      ...filled('mappings', template.mappings),
      ...filled('outputs', template.outputs),
      ...filled('globals', template.globals),
      ...filled('rest', template.rest),
      ...filled('plumbing', Object.fromEntries(plumbing.map((resource) => [resource.logicalId, rest(resource)]))),
    };
    // An origin is JSON: types with optional keys are not seen as such.
    return [template.file, origin as unknown as Json];
  });
  return { origins: Object.fromEntries(origins), parameters: parameters.all(), conditions: conditions.all() };
}

const filled = <Key extends string, Value extends object>(key: Key, value: Value): { readonly [K in Key]?: Value } =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });

/** Names of parameters and conditions over all templates: what says the same in two of them is one. */
class Names {
  readonly #all = new Map<string, Json>();

  take(template: SourceTemplate, entries: JsonMap): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(entries).map(([name, value]) => [name, this.#keyOf(template, name, value)]),
    );
  }

  #keyOf(template: SourceTemplate, name: string, value: Json): string {
    const text = JSON.stringify(value);
    for (let number = 0; ; number++) {
      const key =
        number === 0 ? name : number === 1 ? `${template.name}-${name}` : `${template.name}-${name}-${String(number)}`;
      if (isReservedKey(key)) continue;
      const there = this.#all.get(key);
      if (there !== undefined && JSON.stringify(there) !== text) continue;
      this.#all.set(key, value);
      return key;
    }
  }

  all(): JsonMap {
    return Object.fromEntries(this.#all);
  }
}
