import { namesInside } from '../model/references.js';
import type { Drawing } from './draw.js';
import { isKeptHidden, servedBy } from './node-types.js';
import type { Reading } from './recognise/define.js';
import type { Fate } from './report.js';
import type { SourceResource, SourceTemplate } from './source.js';
import { listOf } from './values.js';
import type { Json } from '../model/design.js';

/** Where a resource went. */
export interface Place {
  readonly fate: Fate;
  /** Node or connection. */
  readonly into: string | undefined;
  /** Whether it lives on that node or connection; else it stays with the template. */
  readonly isOwned: boolean;
}

/** Fates of all resources: exactly one each. */
export function placesOf(reading: Reading, drawing: Drawing): ReadonlyMap<SourceResource, Place> {
  const places = new Map<SourceResource, Place>();
  for (const { id, resource } of drawing.nodes.values())
    if (resource !== undefined) places.set(resource, { fate: 'node', into: id, isOwned: true });
  for (const { id, folds } of drawing.connections)
    for (const resource of folds)
      if (!places.has(resource)) places.set(resource, { fate: 'folded', into: id, isOwned: true });
  for (const template of reading.system.templates) placeRest(reading, drawing, template, places);
  return places;
}

const rounds = 6;

/** What is neither node nor part of a connection: it belongs to whom it serves, or to what alone refers to it. */
function placeRest(
  reading: Reading,
  drawing: Drawing,
  template: SourceTemplate,
  places: Map<SourceResource, Place>,
): void {
  const { referrers, outputs } = referencesOf(template);
  const rest = [...template.resources.values()].filter((resource) => !places.has(resource));
  const owners = new Map<SourceResource, string>();
  const ownerOf = (resource: SourceResource): string | undefined => {
    const place = places.get(resource);
    return place === undefined ? owners.get(resource) : place.into;
  };
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const resource of rest) {
      if (owners.has(resource)) continue;
      const owner = served(reading, drawing, resource, ownerOf) ?? onlyReferrer(referrers.get(resource), ownerOf);
      if (owner === undefined) continue;
      owners.set(resource, owner);
      changed = true;
    }
    if (!changed) break;
  }
  for (const resource of rest) {
    const into = owners.get(resource);
    // Shared by several, or named by outputs: it must not go with one of them.
    const isOwned =
      into !== undefined &&
      !outputs.has(resource) &&
      [...(referrers.get(resource) ?? [])].every((other) => ownerOf(other) === into) &&
      isSameTemplate(drawing, into, template);
    const isFolded = into !== undefined && !isKeptHidden(resource);
    places.set(resource, { fate: isFolded ? 'folded' : 'plumbing', into, isOwned });
  }
}

const isSameTemplate = (drawing: Drawing, id: string, template: SourceTemplate): boolean => {
  const node = drawing.nodes.get(id);
  const file = node === undefined ? undefined : (node.resource?.template ?? node.draft?.template.file);
  if (node !== undefined) return file === template.file && node.resource !== undefined;
  return drawing.connections.some((one) => one.id === id && one.folds.some((fold) => fold.template === template.file));
};

function served(
  reading: Reading,
  drawing: Drawing,
  resource: SourceResource,
  ownerOf: (resource: SourceResource) => string | undefined,
): string | undefined {
  for (const value of servedBy(resource)) {
    const target = reading.target(reading.templateOf(resource), value);
    if (target.kind !== 'resource' || target.resource === resource) continue;
    const owner = drawing.idOf.get(target.resource) ?? ownerOf(target.resource);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** Whoever refers to it, where all that refer to it are parts of one. */
function onlyReferrer(
  referrers: ReadonlySet<SourceResource> | undefined,
  ownerOf: (resource: SourceResource) => string | undefined,
): string | undefined {
  const owners = new Set([...(referrers ?? [])].map(ownerOf));
  const [only] = owners;
  return owners.size === 1 ? only : undefined;
}

interface References {
  readonly referrers: ReadonlyMap<SourceResource, ReadonlySet<SourceResource>>;
  readonly outputs: ReadonlySet<SourceResource>;
}

function referencesOf(template: SourceTemplate): References {
  const referrers = new Map<SourceResource, Set<SourceResource>>();
  for (const resource of template.resources.values()) {
    const inside: Json = [resource.properties, resource.attributes];
    for (const name of namesIn(inside, resource.attributes['DependsOn'])) {
      const target = template.resources.get(name);
      if (target === undefined || target === resource) continue;
      const known = referrers.get(target);
      if (known === undefined) referrers.set(target, new Set([resource]));
      else known.add(resource);
    }
  }
  const outputs = new Set<SourceResource>();
  for (const name of namesIn(template.outputs, undefined)) {
    const target = template.resources.get(name);
    if (target !== undefined) outputs.add(target);
  }
  return { referrers, outputs };
}

/** Logical ids that a value names. */
const namesIn = (value: Json, dependsOn: Json | undefined): ReadonlySet<string> =>
  new Set([
    ...[...namesInside(value)].map(({ name }) => name),
    ...listOf(dependsOn).filter((one): one is string => typeof one === 'string'),
  ]);
