import { layoutDesign } from '../../layout/layout.js';
import { readSystem } from '../../importers/read-system.js';
import type { SourceSystem } from '../../importers/source.js';
import { emptyDesign, nodeId, type DesignNode, type NodeId } from '../../model/design.js';
import { resolveSystem } from '../../system/resolve.js';
import type { Engine } from './import-job.js';

/** The importers as the app uses them. */
export const engine: Engine<SourceSystem> = {
  read: (files, { isFolder, files: found }) =>
    readSystem(files, isFolder ? [''] : found.filter(({ isNamed }) => isNamed !== true).map(({ path }) => path)),
  understand: (system, name) => ({
    design: { ...emptyDesign(name), nodes: Object.fromEntries(nodesOf(system)) },
    templates: system.templates.length,
    folded: [],
    troubles: system.problems.map(({ file, problem }) => ({
      kind: 'unread',
      problem,
      words: '',
      place: problem.place === undefined ? undefined : { ...problem.place, file: problem.place.file ?? file },
      file,
    })),
  }),
  update: (open) => ({ design: open, changes: [] }),
  arrange: async (design) => {
    const { connections } = resolveSystem(design);
    const derived = [...connections.values()].flatMap(({ id, from, to, origin }) =>
      origin === 'drawn' ? [] : [{ id, kind: origin, from, to }],
    );
    return {
      design: { ...design, layout: { ...design.layout, ...(await layoutDesign(design, connections.values())) } },
      derived,
    };
  },
};

function* nodesOf(system: SourceSystem): Generator<[NodeId, DesignNode]> {
  for (const template of system.templates)
    for (const { logicalId, type, properties, attributes } of template.resources.values())
      yield [
        nodeId(logicalId),
        {
          service: 'generic',
          label: logicalId,
          origin: 'created',
          props: { cfnType: type, properties },
          adopted: { template: template.file, resources: { [logicalId]: { type, properties, attributes } } },
        },
      ];
}
