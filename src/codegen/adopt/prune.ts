import type { AdoptedResource, Json } from '../../model/design.js';
import { isList, isMap, type JsonMap } from '../../model/json.js';
import { namesInside } from '../../model/references.js';
import { intrinsicOf } from './intrinsics.js';

/** Maps whose entries stand by themselves: without one of them the others still mean what they meant. */
const openMaps: ReadonlySet<string> = new Set(['Variables', 'DefinitionSubstitutions', 'Tags', 'Parameters']);

const gone = Symbol('gone');

type Pruned = Json | typeof gone;

/**
 * A resource without what it says of deleted ones: a statement of a policy, an environment variable, an entry of a list.
 * `left` are the paths where nothing can be left out.
 */
export function withoutDeleted(
  resource: AdoptedResource,
  isDeleted: (id: string) => boolean,
): { readonly resource: AdoptedResource; readonly left: readonly { readonly path: string; readonly id: string }[] } {
  const left: { path: string; id: string }[] = [];
  const deletedIn = (value: Json): string | undefined => {
    for (const { name } of namesInside(value)) if (isDeleted(name)) return name;
    return undefined;
  };

  /** `isOpen`: the value can be left out where it stands. */
  function prune(value: Json, path: readonly (string | number)[], isOpen: boolean): Pruned {
    const id = deletedIn(value);
    if (id === undefined) return value;
    if (isList(value)) return pruneList(value, path, isOpen);
    if (isMap(value) && intrinsicOf(value) === undefined) return pruneMap(value, path, isOpen);
    if (isOpen) return gone;
    left.push({ path: path.join('.'), id });
    return value;
  }

  function pruneList(list: readonly Json[], path: readonly (string | number)[], isOpen: boolean): Pruned {
    const kept = list.flatMap((item, index) => {
      const pruned = prune(item, [...path, index], true);
      return pruned === gone ? [] : [pruned];
    });
    return kept.length === 0 && isOpen ? gone : kept;
  }

  function pruneMap(map: JsonMap, path: readonly (string | number)[], isOpen: boolean): Pruned {
    const isOpenMap = openMaps.has(String(path.at(-1)));
    const entries: [string, Json][] = [];
    for (const [key, value] of Object.entries(map)) {
      const pruned = prune(value, [...path, key], isOpen || isOpenMap);
      if (pruned !== gone) entries.push([key, pruned]);
      // What a list item says of one thing it says as a whole.
      else if (!isOpenMap) return gone;
    }
    return Object.fromEntries(entries);
  }

  const properties = Object.fromEntries(
    Object.entries(resource.properties ?? {}).map(([key, value]) => {
      const pruned = prune(value, [key], false);
      return [key, pruned === gone ? value : pruned];
    }),
  );
  const attributes = withoutDependencies(resource.attributes, isDeleted);
  return {
    resource: {
      type: resource.type,
      ...(resource.properties === undefined ? {} : { properties }),
      ...(attributes === undefined ? {} : { attributes }),
    },
    left,
  };
}

function withoutDependencies(attributes: JsonMap | undefined, isDeleted: (id: string) => boolean): JsonMap | undefined {
  const depends = attributes?.['DependsOn'];
  if (attributes === undefined || depends === undefined) return attributes;
  const isKept = (id: Json): boolean => typeof id !== 'string' || !isDeleted(id);
  const { DependsOn: _dependsOn, ...rest } = attributes;
  if (!isList(depends)) return isKept(depends) ? attributes : rest;
  const kept = depends.filter(isKept);
  return kept.length === 0 ? rest : { ...rest, DependsOn: kept };
}
