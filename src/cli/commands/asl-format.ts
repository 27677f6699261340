import { formatDefinition } from '../../asl/format/format.js';
import { saveText } from '../../main/host/files.js';
import { translate, type Localized } from '../../model/localized.js';
import { readDefinitionFile, toldProblems } from '../asl-files.js';
import { WrongUse, type Command } from '../command.js';

const texts = {
  done: { en: '{file}: Formatted', ja: '{file}: フォーマットしました。' },
  same: { en: '{file}: Formatted already', ja: '{file}: すでにフォーマットされています。' },
  failed: { en: '{file}: Cannot be written: {detail}', ja: '{file}: 書き込めません: {detail}' },
  oneFile: { en: '--stdout takes a single file.', ja: '--stdout に指定できるファイルは 1 つです。' },
} as const satisfies Record<string, Localized>;

/** Formats definitions in place. A text that cannot be read is left as it is, with exit code 1. */
export const formatAsl: Command = {
  name: 'asl format',
  operands: 'FILE…',
  count: [1, Infinity],
  summary: {
    en: 'format state machine definitions, keeping comments, numbers and the order of keys',
    ja: 'ステートマシンの定義をフォーマット (コメント、数値、キーの順序は維持)',
  },
  options: {
    stdout: { flag: true, help: { en: 'print the text, write nothing', ja: 'ファイルを変更せずに標準出力に表示' } },
  },
  async run(args, io) {
    const toStdout = args.flag('stdout');
    if (toStdout && args.files.length > 1) throw new WrongUse(texts.oneFile);
    const failures: string[] = [];
    const fail = (line: string): void => {
      failures.push(line);
      io.err(`${line}\n`);
    };
    for (const file of args.files) {
      const read = await readDefinitionFile(file, io, args.language);
      if ('problem' in read) {
        fail(`${file}:1: error: ${read.problem.message}`);
        continue;
      }
      const formatted = formatDefinition(read.text, read.format);
      if ('problems' in formatted) {
        for (const { line, message } of toldProblems(formatted.problems, read.text, args.language))
          fail(`${file}:${String(line)}: error: ${message}`);
        continue;
      }
      const say = (words: Localized, detail = ''): string => translate(words, args.language, { file, detail });
      if (toStdout) (io.raw ?? io.out)(formatted.text);
      else if (formatted.text === read.text) io.out(`${say(texts.same)}\n`);
      else {
        const saved = await saveText(read.path, formatted.text, read.revision);
        if (saved.status === 'saved') io.out(`${say(texts.done)}\n`);
        else fail(say(texts.failed, 'detail' in saved ? saved.detail : saved.status));
      }
    }
    return failures.length > 0 ? 1 : 0;
  },
};
