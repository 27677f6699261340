import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { analyseHandler } from '../../handlers/index.js';
import { factsOf, withHandlers, type HandlerFacts } from '../../advisor/handler-facts.js';
import { triggerOf } from '../../advisor/handler-trigger.js';
import { importSystem } from '../../importers/import-system.js';
import { openedFiles } from '../../importers/opened-files.js';
import { readSystem } from '../../importers/read-system.js';
import { entries } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';
import type { SourceFiles } from '../../host/source-files.js';
import { resolveSystem } from '../../system/resolve.js';
import type { Advised } from './inputs.js';

export interface TemplatesRead {
  /** Undefined: there is no template among the files. */
  readonly advised: Advised | undefined;
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}

/**
 * Templates as one system, with their handlers read where the code is among the files of the folder. `shown` gives the path
 * of a file as the person would write it.
 */
export function adviseTemplates(sources: SourceFiles, folder: string, shown: (path: string) => string): TemplatesRead {
  const files = openedFiles(sources.files);
  const inputs = sources.isFolder ? [''] : sources.files.filter(({ isNamed }) => isNamed !== true);
  const source = readSystem(
    files,
    inputs.map((input) => (typeof input === 'string' ? input : input.path)),
  );
  const problems = source.problems.map(({ file, problem }) => ({ file: shown(file), problem }));
  const [first] = source.templates;
  if (first === undefined) return { advised: undefined, problems };
  const { design } = importSystem(source);
  const system = resolveSystem(design);
  const facts = new Map<string, HandlerFacts>();
  for (const [id, { code }] of entries(design.nodes)) {
    if (code === undefined) continue;
    const trigger = triggerOf(system, id);
    const analysis = analyseHandler({
      files: { text: (path) => files.text(path) ?? codeIn(folder, path, files.paths) },
      entry: { path: code.path, handler: code.handler ?? 'index.handler' },
      ...(trigger === undefined ? {} : { trigger }),
    });
    facts.set(id, factsOf(id, analysis));
  }
  const place = (path: string) => ({ file: shown(path) });
  const nodes = Object.fromEntries(
    entries(design.nodes).map(([id, node]) => {
      const { adopted } = node;
      if (adopted === undefined) return [id, node];
      const file = adopted.evidence?.file ?? adopted.template;
      const logical = Object.keys(adopted.resources ?? {})[0];
      const at =
        adopted.evidence?.line ??
        (logical === undefined
          ? undefined
          : source.templates.find((one) => one.file === adopted.template)?.place('Resources', logical)?.line);
      const evidence = {
        from: 'template',
        confidence: 'certain',
        ...adopted.evidence,
        ...place(file),
        line: at ?? 1,
      } as const;
      return [id, { ...node, adopted: { ...adopted, evidence } }];
    }),
  );
  return {
    advised: { file: shown(first.file), text: '', system: withHandlers(system, facts), nodes, shown },
    problems,
  };
}

/** Longer files are built, not written. */
const maxCodeBytes = 1024 * 1024;

/** Code of the folder: the walk names it and has not read it. It named nothing that a link leads out to. */
function codeIn(folder: string, path: string, paths: ReadonlySet<string>): string | undefined {
  if (!paths.has(path)) return undefined;
  try {
    const file = join(folder, path);
    return statSync(file).size > maxCodeBytes ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
