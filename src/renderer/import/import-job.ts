import { sourceLimits, type SourceFiles } from '../../host/source-files.js';
import { openedFiles } from '../../importers/opened-files.js';
import type { OpenedFiles } from '../../importers/source.js';
import { entries, lookup, type Design } from '../../model/design.js';
import { designName } from './design-name.js';
import type {
  Found,
  FoundConnection,
  FoundPlace,
  FoundResource,
  FoundTrouble,
  FoundUpdate,
  ImportRequest,
  Phase,
} from './import-protocol.js';

/** The work of an import, without a worker around it. */

/** Reads and understands: src/importers, or what a test has in its place. */
export interface Engine<System> {
  read(files: OpenedFiles, sources: SourceFiles): System;
  understand(system: System, name: string): Understood;
  /** Against a design that was imported before from the same templates. */
  update(open: Design, imported: Design): FoundUpdate;
  /** Positions and areas, and the connections that only the resolved system shows. */
  arrange(design: Design): Promise<Arranged>;
}

export interface Understood {
  readonly design: Design;
  readonly templates: number;
  /** Where the resource of a node is written. */
  readonly places: ReadonlyMap<string, FoundPlace>;
  readonly folded: readonly FoundResource[];
  readonly troubles: readonly FoundTrouble[];
}

export interface Arranged {
  readonly design: Design;
  readonly derived: readonly {
    readonly id: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/** Reads, understands and lays out, and tells how far it is. */
export async function importFound<System>(
  { sources, open }: ImportRequest,
  engine: Engine<System>,
  tell: (phase: Phase) => void,
): Promise<Found> {
  tell('reading');
  const system = engine.read(openedFiles(sources.files), sources);
  tell('understanding');
  const understood = engine.understand(system, designName(sources));
  tell('arranging');
  const { design, derived } = await engine.arrange(understood.design);
  const isUpdate = open !== undefined && isSameSystem(open, design);
  return {
    design,
    templates: understood.templates,
    places: understood.places,
    connections: [...drawnConnections(design), ...derived.map(derivedConnection)],
    folded: understood.folded,
    troubles: [...unreadFiles(sources), ...understood.troubles],
    // What is new stands where the import has it; everything else stays where it is.
    update: isUpdate ? engine.update(open, design) : undefined,
  };
}

function* drawnConnections(design: Design): Generator<FoundConnection> {
  for (const [id, { kind, from, to, adopted }] of entries(design.connections)) {
    const evidence = adopted?.evidence;
    yield {
      id,
      kind,
      from,
      to,
      // What no evidence is given for stands in the template itself.
      confidence: evidence?.confidence ?? 'certain',
      because: evidence?.from,
      place:
        evidence?.file === undefined || evidence.line === undefined
          ? undefined
          : { file: evidence.file, line: evidence.line },
    };
  }
}

const derivedConnection = (connection: Arranged['derived'][number]): FoundConnection => ({
  ...connection,
  confidence: undefined,
  because: undefined,
  place: undefined,
});

/** Texts that would have been read, and were not. */
const unreadFiles = ({ files, isCut }: SourceFiles): readonly FoundTrouble[] => [
  ...files.flatMap(({ path, unread }): FoundTrouble[] =>
    unread === undefined
      ? []
      : [
          {
            kind: 'unread',
            problem: { code: 'import-file-unread', facts: { file: path, reason: unreadWords[unread] } },
            words: '',
            place: undefined,
            file: path,
          },
        ],
  ),
  ...(isCut
    ? [
        {
          kind: 'unread' as const,
          problem: { code: 'import-folder-cut' as const, facts: { limit: sourceLimits.paths } },
          words: '',
          place: undefined,
          file: '',
        },
      ]
    : []),
];

const unreadWords = {
  'too-large': { en: 'it has more than 20 MB', ja: '20 MB を超過' },
  'too-much': { en: 'the folder has more than 100 MB of text', ja: 'フォルダ全体で 100 MB を超過' },
  'not-text': { en: 'it is no text in UTF-8', ja: 'UTF-8 以外のデータ' },
  'not-readable': { en: 'the system refuses it', ja: 'アクセス拒否' },
} as const;

/** Whether a design was imported from what is imported now: a template of one path, with a resource of one name in it. */
function isSameSystem(open: Design, imported: Design): boolean {
  const resources = (design: Design): readonly string[] =>
    Object.values(design.nodes).flatMap(({ adopted }) =>
      adopted === undefined ? [] : Object.keys(adopted.resources ?? {}).map((id) => `${adopted.template}\n${id}`),
    );
  const known = new Set(resources(open));
  return (
    Object.keys(imported.origins).some((template) => lookup(open.origins, template) !== undefined) &&
    resources(imported).some((resource) => known.has(resource))
  );
}
