import { translate, type Localized } from '../../model/localized.js';
import { isError } from '../../model/problems.js';
import type { Command } from '../command.js';
import { loadDesign, problemLine } from '../design-files.js';

const noProblems: Localized = { en: '{file}: No problems found', ja: '{file}: 問題は見つかりませんでした。' };

/** Prints the problems of designs. Errors give exit code 1; warnings do not. */
export const validate: Command = {
  name: 'validate',
  operands: 'FILE…',
  count: [1, Infinity],
  summary: { en: 'problems of designs, with line and column', ja: '設計の問題を行と列の番号付きで表示' },
  options: {},
  async run({ files, language }, io) {
    let hasErrors = false;
    for (const file of files) {
      const { problems } = await loadDesign(file, io);
      for (const found of problems) io.out(`${problemLine(found, file, language)}\n`);
      if (problems.length === 0) io.out(`${translate(noProblems, language, { file })}\n`);
      hasErrors ||= problems.some(isError);
    }
    return hasErrors ? 1 : 0;
  },
};
