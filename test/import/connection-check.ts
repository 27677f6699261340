import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { readSystem } from '../../src/importers/read-system.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { expectedConnections, plainTemplate, type ExpectedConnection } from './expected-connections.js';

export interface CheckedTemplate {
  readonly expected: number;
  /** Stated by the template, and not drawn. */
  readonly missed: readonly (ExpectedConnection & { readonly why: 'not drawn' | 'an end is no node' })[];
}

/** What a template states, against what its import draws. */
export function checkTemplate(file: string, text: string): CheckedTemplate {
  const template = plainTemplate(text);
  if (template === undefined) return { expected: 0, missed: [] };
  const { design, report } = importSystem(readSystem(openedFiles([{ path: file, text }]), [file]));
  const nodes = new Map(
    report.inputs.flatMap(({ resources, implicit }) =>
      [...resources, ...implicit].map(({ logicalId, into }) => [logicalId, into] as const),
    ),
  );
  const connections = [...resolveSystem(design).connections.values()];
  const expected = expectedConnections(template);
  const missed = expected.flatMap((one) => {
    const [from, to] = [one.from, one.to].map((id) => (id === undefined ? undefined : nodes.get(id)));
    const isDrawn = connections.some(
      (connection) =>
        (one.from === undefined || connection.from === from) && (one.to === undefined || connection.to === to),
    );
    // A role that a definition names is part of the machine, and no other end.
    const isPart = from === to || (one.to !== undefined && to !== undefined && !Object.hasOwn(design.nodes, to));
    return isDrawn ? [] : [{ ...one, why: isPart ? ('an end is no node' as const) : ('not drawn' as const) }];
  });
  return { expected: expected.length, missed };
}
