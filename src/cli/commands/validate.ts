import { generateProject } from '../../codegen/targets/cdk-typescript.js';
import { translate, type Localized } from '../../model/localized.js';
import { placeProblems } from '../../model/places.js';
import { isError } from '../../model/problems.js';
import { learnActions } from '../../system/known-actions.js';
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
    await learnActions();
    let hasErrors = false;
    for (const file of files) {
      const { loaded, text, problems: read } = await loadDesign(file, io);
      // Some problems show only when stacks are planned: what has to be deployed first, what lives elsewhere.
      const planned = loaded === undefined ? [] : generateProject(loaded.system, { language }).problems;
      const problems = [...read, ...placeProblems(planned, text, file)];
      const lines = new Set(problems.map((found) => problemLine(found, file, language)));
      for (const line of lines) io.out(`${line}\n`);
      if (problems.length === 0) io.out(`${translate(noProblems, language, { file })}\n`);
      hasErrors ||= problems.some(isError);
    }
    return hasErrors ? 1 : 0;
  },
};
