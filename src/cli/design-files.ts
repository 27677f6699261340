import { resolve } from 'node:path';
import { readContent } from '../main/host/files.js';
import type { Design } from '../model/design.js';
import { translate, type Language } from '../model/localized.js';
import { parseDesign } from '../model/parse.js';
import { placeProblems } from '../model/places.js';
import { problem, problemTexts, severityOf, type Problem } from '../model/problems.js';
import { learnTypesOf } from '../system/known-resource-types.js';
import { problemsOf } from '../system/problems.js';
import { designTextIn } from '../pictures/index.js';
import { resolveSystem } from '../system/resolve.js';
import type { System } from '../system/system.js';
import { WrongUse } from './command.js';
import type { Io } from './io.js';

/** A design file as a command reads it. */
export interface LoadedDesign {
  readonly file: string;
  readonly text: string;
  /** Absent where the text is no design; the problems say why. */
  readonly loaded?: { readonly design: Design; readonly system: System };
  /** Of the text and of the system, with line and column. */
  readonly problems: readonly Problem[];
}

/** Reads a design, or a picture that has one in it, and resolves it. Throws WrongUse for a file that is not there. */
export async function loadDesign(file: string, io: Io): Promise<LoadedDesign> {
  const content = await readContent(resolve(io.cwd, file));
  if (content.status === 'too-large') {
    const megabytes = Math.ceil(content.bytes / 1024 / 1024);
    const place = { file, line: 1, column: 1 };
    return { file, text: '', problems: [problem('file-too-large', { megabytes }, { place })] };
  }
  if (content.status !== 'read')
    throw new WrongUse(
      { en: 'Cannot read "{file}": {detail}', ja: '「{file}」を読み込めません: {detail}' },
      { file, detail: content.detail },
    );
  // Bytes that are no UTF-8 become replacement characters: nothing is written back here.
  const read = new TextDecoder().decode(content.bytes);
  const text = designTextIn(read) ?? read;
  const { design, problems } = parseDesign(text, { file });
  if (design === undefined) return { file, text, problems };
  await learnTypesOf(Object.values(design.nodes));
  const system = resolveSystem(design);
  return {
    file,
    text,
    loaded: { design, system },
    problems: [...problems, ...placeProblems(problemsOf(system), text, file)],
  };
}

/** `orders.yaml:12:3: error: What is wrong. What to do.`, as editors and CI read it. */
export function problemLine(found: Problem, file: string, language: Language): string {
  const { message, action } = problemTexts[found.code];
  const { line, column } = found.place ?? { line: 1, column: 1 };
  const [gap, stop] = language === 'ja' ? ['', '。'] : [' ', '.'];
  // A message can end with a detail: what a parser said, the form that a value must have.
  const ended = (words: string): string => (/[.。?]$/.test(words) ? words : `${words}${stop}`);
  const words = [message, action].map((text) => ended(translate(text, language, found.facts))).join(gap);
  return `${found.place?.file ?? file}:${String(line)}:${String(column)}: ${severityOf(found)}: ${words}`;
}
