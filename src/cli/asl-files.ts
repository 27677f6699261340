import { resolve } from 'node:path';
import type { Format } from '../asl/document.js';
import { aslProblemTexts, aslSeverityOf, type AslProblem } from '../asl/problems.js';
import { decodeText, readContent, revisionOf } from '../main/host/files.js';
import { translate, type Language, type Localized } from '../model/localized.js';
import type { Severity } from '../model/problems.js';
import type { Io } from './io.js';

/** A problem as other programs read it. */
export interface ToldProblem {
  readonly code: string;
  readonly severity: Severity;
  /** JSON Pointer of the value: `/States/Save/Next`; empty for the whole file. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type ReadDefinition =
  | { readonly text: string; readonly format: Format; readonly path: string; readonly revision: string }
  | { readonly problem: ToldProblem };

const texts = {
  gone: { en: 'The file cannot be read: {detail}.', ja: 'ファイルを読み込めません: {detail}' },
  large: {
    en: 'The file has {count} MB; a definition has 1 MB at most.',
    ja: 'ファイルのサイズは {count} MB です。定義の上限は 1 MB です。',
  },
  bytes: { en: 'The file is no text in UTF-8.', ja: 'ファイルが UTF-8 のテキストではありません。' },
} as const satisfies Record<string, Localized>;

/** More than a definition can have, so that what is too long is told as such. */
const maxBytes = 8 * 1024 * 1024;

/** Reads the text of a definition; a file that cannot be read is a problem of its own. Never throws. */
export async function readDefinitionFile(file: string, io: Io, language: Language): Promise<ReadDefinition> {
  const path = resolve(io.cwd, file);
  const fail = (code: string, words: Localized, facts: Readonly<Record<string, string | number>> = {}) => ({
    problem: { code, severity: 'error', path: '', line: 1, message: translate(words, language, facts) } as const,
  });
  const content = await readContent(path, maxBytes);
  if (content.status === 'too-large')
    return fail('file-too-large', texts.large, { count: Math.ceil(content.bytes / 1024 / 1024) });
  if (content.status !== 'read') return fail('file-not-readable', texts.gone, { detail: content.detail });
  const text = decodeText(content.bytes);
  if (text === undefined) return fail('file-not-text', texts.bytes);
  return { text, format: formatOf(file, text), path, revision: revisionOf(content.bytes) };
}

/** By the name of the file, else by how the text begins. */
function formatOf(file: string, text: string): Format {
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /\.json$/i.test(file) || /^\s*\{/.test(text) ? 'json' : 'yaml';
}

/** Problems with their lines, each with what to do about it. */
export function toldProblems(
  problems: readonly AslProblem[],
  text: string,
  language: Language,
): readonly ToldProblem[] {
  const starts = lineStarts(text);
  return problems.map((problem) => {
    const { message, action } = aslProblemTexts[problem.code];
    const [gap, stop] = language === 'ja' ? ['', '。'] : [' ', '.'];
    // A message can end with a detail: what a parser said.
    const ended = (words: string): string => (/[.。?]$/.test(words) ? words : `${words}${stop}`);
    return {
      code: problem.code,
      severity: aslSeverityOf(problem),
      path: problem.path.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
      line: lineAt(starts, problem.range.start),
      message: [message, action].map((words) => ended(translate(words, language, problem.facts))).join(gap),
    };
  });
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1),
];

/** 1-based: how many lines begin at an offset or before. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
