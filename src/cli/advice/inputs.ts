import { dirname, join, resolve } from 'node:path';
import type { DesignNode } from '../../model/design.js';
import { isError, type Problem } from '../../model/problems.js';
import { openSources } from '../../main/host/opened-files.js';
import type { System } from '../../system/system.js';
import { WrongUse } from '../command.js';
import { loadDesign } from '../design-files.js';
import type { Io } from '../io.js';

/** A system to advise on, with the file that it is of. */
export interface Advised {
  readonly file: string;
  /** Of a design: finds the line of a node. */
  readonly text: string;
  readonly system: System;
  readonly nodes: Readonly<Record<string, DesignNode>>;
  /** Paths of code as the person would write them; as they are where it is not given. */
  readonly shown?: (path: string) => string;
}

export interface AdvisedInputs {
  readonly advised: readonly Advised[];
  /** Problems that can hide findings, with the file of each. */
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
  /** Whether something could not be read as a design at all. */
  readonly hasUnread: boolean;
}

/**
 * Reads files and folders: a design is one system, and so are the templates of an input together. A folder is searched for
 * both. Throws WrongUse.
 */
export async function readInputs(inputs: readonly string[], io: Io): Promise<AdvisedInputs> {
  const all = await Promise.all(inputs.map((input) => readInput(input, io)));
  return {
    advised: all.flatMap(({ advised }) => advised),
    problems: all.flatMap(({ problems }) => problems),
    hasUnread: all.some(({ hasUnread }) => hasUnread),
  };
}

async function readInput(input: string, io: Io): Promise<AdvisedInputs> {
  const path = resolve(io.cwd, input);
  const sources = await openSources(path).catch(() => undefined);
  const isFolder = sources?.isFolder === true;
  const mayBeTemplate = sources?.files.some(({ path: of, text }) => isTemplate(of, text)) === true;
  if (sources === undefined || (!isFolder && !mayBeTemplate)) return readDesigns([input], io);
  const designs = isFolder ? sources.files.filter(({ text }) => isDesign(text)) : [];
  const read = await readDesigns(designs.map((file) => join(input, file.path)).sort(), io);
  const shown = (file: string): string => join(isFolder ? input : dirname(input), file);
  const { adviseTemplates } = await import('./templates.js');
  const { advised, problems } = mayBeTemplate
    ? adviseTemplates(sources, isFolder ? path : dirname(path), shown)
    : { advised: undefined, problems: [] };
  if (advised === undefined && read.advised.length === 0 && !read.hasUnread)
    throw new WrongUse(
      { en: 'There is no design and no template in "{folder}".', ja: '「{folder}」に設計もテンプレートもありません。' },
      { folder: input },
    );
  return {
    advised: [...read.advised, ...(advised === undefined ? [] : [advised])],
    problems: [...read.problems, ...problems],
    hasUnread: read.hasUnread,
  };
}

async function readDesigns(files: readonly string[], io: Io): Promise<AdvisedInputs> {
  const advised: Advised[] = [];
  const problems: { file: string; problem: Problem }[] = [];
  let hasUnread = false;
  for (const file of files) {
    const { loaded, problems: found, text } = await loadDesign(file, io);
    // What is wrong with a design can hide what there is to find; lesser problems are the matter of `validate`.
    for (const problem of loaded === undefined ? found : found.filter(isError)) problems.push({ file, problem });
    if (loaded === undefined) hasUnread ||= found.some(isError);
    else advised.push({ file, text, system: loaded.system, nodes: loaded.design.nodes });
  }
  return { advised, problems, hasUnread };
}

const isDesign = (text: string | undefined): boolean =>
  text !== undefined && /^["'{ ]*format["']?\s*:\s*["']?servicefull-design\b/m.test(text);

/** Whether a text may be a template: it has resources of AWS. */
const isTemplate = (path: string, text: string | undefined): boolean =>
  text !== undefined &&
  /\.(?:ya?ml|json|template)$/i.test(path) &&
  !isDesign(text) &&
  /\bAWS::[A-Za-z0-9]+::/.test(text);
