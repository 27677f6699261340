import { importSystem } from '../../importers/import-system.js';
import { reimport } from '../../importers/re-import.js';
import { readSystem } from '../../importers/read-system.js';
import type { ImportReport } from '../../importers/report.js';
import type { SourceSystem } from '../../importers/source.js';
import { layoutDesign } from '../../layout/layout.js';
import { nodeFields } from '../../system/node-fields.js';
import { resolveSystem } from '../../system/resolve.js';
import type { Engine } from './import-job.js';
import type { FoundPlace, FoundTrouble } from './import-protocol.js';

/** The importers as the app uses them. */
export const engine: Engine<SourceSystem> = {
  read: (files, { isFolder, files: found }) =>
    readSystem(files, isFolder ? [''] : found.filter(({ isNamed }) => isNamed !== true).map(({ path }) => path)),
  understand: (system, name) => {
    const { design, report } = importSystem(system, { name });
    return {
      design,
      templates: system.templates.length,
      places: placesOf(system, report),
      folded: report.inputs.flatMap(({ file, resources }) =>
        resources.flatMap(({ logicalId, type, fate, into }) =>
          fate === 'node' ? [] : [{ file, logicalId, type, into }],
        ),
      ),
      troubles: [...problemsOf(system), ...unresolvedOf(report)],
    };
  },
  update: (open, imported) => {
    const { design, changes } = reimport(open, imported, nodeFields);
    return { design, changes: changes.map(({ what, ...change }) => ({ ...change, change: what })) };
  },
  arrange: async (design) => {
    const { connections } = resolveSystem(design);
    const derived = [...connections.values()].flatMap(({ id, from, to, origin }) =>
      origin === 'drawn' ? [] : [{ id, kind: origin, from, to }],
    );
    const placed = await layoutDesign(design, connections.values());
    return { design: { ...design, layout: { ...design.layout, ...placed } }, derived };
  },
};

const problemsOf = ({ problems }: SourceSystem): readonly FoundTrouble[] =>
  problems.map(({ file, problem }) => ({
    kind: 'unread',
    problem,
    words: '',
    place: problem.place === undefined ? undefined : { ...problem.place, file: problem.place.file ?? file },
    file,
  }));

const unresolvedOf = ({ inputs }: ImportReport): readonly FoundTrouble[] =>
  inputs.flatMap(({ file, unresolved }) =>
    unresolved.map(({ from, value, line }) => ({
      kind: 'unresolved',
      problem: undefined,
      words: `${from}: ${value}`,
      place: line === undefined ? undefined : { file, line },
      file,
    })),
  );

/** Where the resource of each node is written. */
function placesOf({ templates }: SourceSystem, { inputs }: ImportReport): ReadonlyMap<string, FoundPlace> {
  const byFile = new Map(templates.map((template) => [template.file, template]));
  const places = new Map<string, FoundPlace>();
  for (const { file, resources } of inputs)
    for (const { logicalId, fate, into } of resources) {
      const place = fate === 'node' ? byFile.get(file)?.place('Resources', logicalId) : undefined;
      if (place !== undefined) places.set(into ?? logicalId, place);
    }
  return places;
}
