import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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
}

export interface AdvisedInputs {
  readonly advised: readonly Advised[];
  /** Problems that can hide findings, with the file of each. */
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
  /** Whether something could not be read as a design at all. */
  readonly hasUnread: boolean;
}

/** Reads files and folders: a design is one system, and so is each design that a folder holds. Throws WrongUse. */
export async function readInputs(inputs: readonly string[], io: Io): Promise<AdvisedInputs> {
  const advised: Advised[] = [];
  const problems: { file: string; problem: Problem }[] = [];
  let hasUnread = false;
  for (const file of (await Promise.all(inputs.map((input) => filesOf(input, io)))).flat()) {
    const { loaded, problems: found, text } = await loadDesign(file, io);
    // What is wrong with a design can hide what there is to find; lesser problems are the matter of `validate`.
    for (const problem of loaded === undefined ? found : found.filter(isError)) problems.push({ file, problem });
    if (loaded === undefined) hasUnread ||= found.some(isError);
    else advised.push({ file, text, system: loaded.system, nodes: loaded.design.nodes });
  }
  return { advised, problems, hasUnread };
}

const isDesign = (text: string | undefined): boolean =>
  text !== undefined && /^["']?format["']?\s*:\s*["']?servicefull-design\b/m.test(text);

/** A file as it is; of a folder, the designs in it and below. */
async function filesOf(input: string, io: Io): Promise<readonly string[]> {
  const path = resolve(io.cwd, input);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [input];
  const { files } = await openSources(path);
  const designs = files.filter(({ text }) => isDesign(text)).map((file) => join(input, file.path));
  if (designs.length === 0)
    throw new WrongUse(
      { en: 'There is no design in "{folder}".', ja: '「{folder}」に設計がありません。' },
      { folder: input },
    );
  return designs.sort();
}
