import { validateText } from '../../asl/validate/text.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { loadSdkCatalog } from '../../sdk/catalog.js';
import { actionLookup } from '../../system/action-lookup.js';
import { readDefinitionFile, toldProblems, type ToldProblem } from '../asl-files.js';
import type { Command } from '../command.js';

interface ToldFile {
  readonly file: string;
  readonly problems: readonly ToldProblem[];
}

const noProblems: Localized = { en: '{file}: No problems found', ja: '{file}: 問題は見つかりませんでした。' };

/** Prints the problems of state machine definitions. Errors give exit code 1; warnings do not. */
export const validateAsl: Command = {
  name: 'asl validate',
  operands: 'FILE…',
  count: [1, Infinity],
  summary: {
    en: 'problems of state machine definitions (JSON, YAML), or of single states',
    ja: 'ステートマシンの定義 (JSON、YAML) または単一のステートの問題を表示',
  },
  options: {
    format: { choices: ['text', 'json'], help: { en: 'form of the output (text)', ja: '出力形式 (text)' } },
    type: {
      choices: ['standard', 'express'],
      help: { en: 'type of the workflow (standard)', ja: 'ワークフローのタイプ (standard)' },
    },
  },
  async run(args, io) {
    const workflow = args.option('type') === 'express' ? 'express' : 'standard';
    const actions = actionLookup(await loadSdkCatalog());
    const files: ToldFile[] = [];
    for (const file of args.files) {
      const read = await readDefinitionFile(file, io, args.language);
      const problems =
        'problem' in read
          ? [read.problem]
          : toldProblems(validateText(read.text, read.format, { workflow, actions }), read.text, args.language);
      files.push({ file, problems });
      // Text goes out at once, since there can be many files.
      if (args.option('format') !== 'json') io.out(lines({ file, problems }, args.language));
    }
    if (args.option('format') === 'json') io.out(`${JSON.stringify({ files }, null, 2)}\n`);
    return files.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
};

/** `order.asl.json:12: error: What is wrong. What to do.`, as editors and CI read it. */
const lines = ({ file, problems }: ToldFile, language: Language): string =>
  problems.length === 0
    ? `${translate(noProblems, language, { file })}\n`
    : problems
        .map(({ line, severity, message, path }) => {
          const where = path === '' ? '' : ` (${path})`;
          return `${file}:${String(line)}: ${severity}: ${message}${where}\n`;
        })
        .join('');
