import {
  connectionId,
  emptyDesign,
  nodeId,
  type Adopted,
  type AdoptedResource,
  type Connection,
  type ConnectionId,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../model/design.js';
import { takeParts, type PartPath } from '../model/parts.js';
import { draw, type DrawnConnection, type DrawnNode, type Drawing } from './draw.js';
import { originsOf } from './import-origins.js';
import { withImportedState } from './imported-state.js';
import { placesOf, type Place } from './ownership.js';
import { placeContexts } from './place-contexts.js';
import type { ConnectionDraft, Reading } from './recognise/define.js';
import { recognisers } from './recognise/index.js';
import { createReading } from './reading.js';
import type { ImportReport, InputReport, ResourceRow } from './report.js';
import { sharedNodes } from './shared-nodes.js';
import { unresolvedIn } from './unresolved.js';
import type { SourceResource, SourceSystem } from './source.js';

export interface ImportOptions {
  /** Name of the design; of the first template where nothing is said. */
  readonly name?: string;
}

export interface ImportedSystem {
  readonly design: Design;
  readonly report: ImportReport;
}

/** What templates mean, as a design: a pure function. Positions are for the layout. */
export function importSystem(system: SourceSystem, options: ImportOptions = {}): ImportedSystem {
  const reading = createReading(system);
  const drafts: ConnectionDraft[] = recognisers.flatMap((one) => [...one.recognise(reading)]);
  const drawing = draw(reading, drafts);
  const places = placesOf(reading, drawing);
  const { contexts, of } = placeContexts(system.templates, drawing.nodes.values());
  const shared = sharedNodes(drawing, of);
  const adoption = new Adoption(drawing, places);
  const { origins, parameters, conditions } = originsOf(system.templates, places, (resource) =>
    adoption.rest(resource),
  );
  const name = options.name ?? system.templates[0]?.name ?? 'Import';
  const design: Design = {
    ...emptyDesign(name),
    contexts,
    nodes: Object.fromEntries(
      [...drawing.nodes.values()].map((drawn): [NodeId, DesignNode] => {
        const template = drawn.resource?.template ?? drawn.draft?.template.file ?? '';
        const context = shared.has(drawn.id) ? undefined : of.get(template);
        const adopted = adoption.ofNode(drawn);
        return [
          nodeId(drawn.id),
          {
            ...drawn.node,
            ...(context === undefined ? {} : { context }),
            ...(adopted === undefined ? {} : { adopted }),
          },
        ];
      }),
    ),
    connections: Object.fromEntries(
      drawing.connections.map((drawn): [ConnectionId, Connection] => [
        connectionId(drawn.id),
        {
          kind: drawn.kind,
          from: nodeId(drawn.from),
          to: nodeId(drawn.to),
          props: drawn.props,
          ...(drawn.resource === undefined ? {} : { resource: drawn.resource }),
          adopted: adoption.ofConnection(drawn),
        },
      ]),
    ),
    origins,
    parameters,
    conditions,
  };
  return { design: withImportedState(design), report: reportOf(reading, drawing, places, design) };
}

/** The resources and parts of them that nodes and connections keep. */
class Adoption {
  readonly #parts = new Map<SourceResource, { path: PartPath; value: Json | undefined }[]>();
  readonly #rest = new Map<SourceResource, AdoptedResource>();
  readonly #owned = new Map<string, SourceResource[]>();

  constructor(drawing: Drawing, places: ReadonlyMap<SourceResource, Place>) {
    const paths = new Map<SourceResource, PartPath[]>();
    for (const { inside } of drawing.connections)
      for (const { resource, path } of inside) paths.set(resource, [...(paths.get(resource) ?? []), path]);
    for (const [resource, wanted] of paths) {
      const taken = takeParts(plainOf(resource), wanted);
      this.#rest.set(resource, taken.resource);
      this.#parts.set(
        resource,
        wanted.map((path, index) => ({ path, value: taken.parts[index]?.value })),
      );
    }
    for (const [resource, { into, isOwned }] of places)
      if (isOwned && into !== undefined && resource.implicit !== true)
        this.#owned.set(into, [...(this.#owned.get(into) ?? []), resource]);
  }

  /** A resource without its parts. */
  rest(resource: SourceResource): AdoptedResource {
    return this.#rest.get(resource) ?? plainOf(resource);
  }

  ofNode({ id, resource, draft }: DrawnNode): Adopted | undefined {
    const owned = (this.#owned.get(id) ?? []).filter((one) => one !== resource);
    const first = resource === undefined || resource.implicit === true ? [] : [resource];
    const template = resource?.template ?? draft?.template.file;
    const all = [...first, ...owned];
    if (template === undefined) return undefined;
    // Made by SAM: the template has it, without a resource that says so.
    if (all.length === 0) return resource === undefined ? undefined : { template };
    return { template, resources: this.#records(all) };
  }

  ofConnection(drawn: DrawnConnection): Adopted {
    const { place, from, confidence } = drawn.evidence;
    const parts = drawn.inside.flatMap(({ resource, path }) => {
      const taken = this.#parts.get(resource)?.find((one) => JSON.stringify(one.path) === JSON.stringify(path));
      return taken?.value === undefined ? [] : [{ resource: resource.logicalId, path, value: taken.value }];
    });
    const folds = drawn.folds.filter(({ implicit }) => implicit !== true);
    const also = (this.#owned.get(drawn.id) ?? []).filter((one) => !folds.includes(one));
    const resources = [...folds, ...also];
    const template = folds[0]?.template ?? drawn.inside[0]?.resource.template ?? place?.file ?? '';
    return {
      template,
      ...(resources.length === 0 ? {} : { resources: this.#records(resources) }),
      ...(parts.length === 0 ? {} : { parts }),
      evidence: {
        from,
        ...(place === undefined ? {} : { file: place.file, line: place.line }),
        confidence,
      },
    };
  }

  #records(resources: readonly SourceResource[]): Readonly<Record<string, AdoptedResource>> {
    return Object.fromEntries(resources.map((resource) => [resource.logicalId, this.rest(resource)]));
  }
}

const plainOf = ({ type, properties, attributes }: SourceResource): AdoptedResource => ({
  type,
  ...(Object.keys(properties).length === 0 ? {} : { properties }),
  ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
});

function reportOf(
  { system }: Reading,
  { nodes, connections }: Drawing,
  places: ReadonlyMap<SourceResource, Place>,
  design: Design,
): ImportReport {
  const rowOf = (resource: SourceResource): ResourceRow => {
    const { fate, into } = places.get(resource) ?? { fate: 'plumbing' as const, into: undefined };
    return { logicalId: resource.logicalId, type: resource.type, fate, ...(into === undefined ? {} : { into }) };
  };
  const inputs = system.templates.map((template): InputReport => {
    const all = [...template.resources.values()];
    return {
      file: template.file,
      problems: system.problems.filter(({ file }) => file === template.file).map(({ problem }) => problem),
      unresolved: unresolvedIn(template),
      resources: all.filter(({ implicit }) => implicit !== true).map(rowOf),
      implicit: all.filter(({ implicit }) => implicit === true).map(rowOf),
    };
  });
  return {
    inputs,
    withoutResource: [...nodes.values()].flatMap(({ id, node, resource }) =>
      resource === undefined ? [{ id, service: node.service, existing: node.origin === 'existing' }] : [],
    ),
    counts: {
      nodes: nodes.size,
      connections: connections.length,
      contexts: Object.keys(design.contexts).length,
    },
  };
}
