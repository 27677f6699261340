import { advise as findAdvice } from '../../advisor/engine.js';
import type { FindingSeverity } from '../../advisor/define.js';
import { isError } from '../../model/problems.js';
import type { Command } from '../command.js';
import { loadDesign, problemLine } from '../design-files.js';
import { reports, type FoundIn } from '../reports.js';

const severities = ['error', 'warning', 'suggestion'] as const satisfies readonly FindingSeverity[];

/** Prints what the advisor finds. Dismissed findings are neither shown nor counted. */
export const advise: Command = {
  name: 'advise',
  operands: 'FILE…',
  count: [1, Infinity],
  summary: { en: 'findings of the advisor', ja: 'アドバイザーの検出結果を表示' },
  options: {
    format: { choices: Object.keys(reports), help: { en: 'form of the output (text)', ja: '出力形式 (text)' } },
    'fail-on': {
      choices: [...severities, 'never'],
      help: { en: 'least severity that gives exit code 1 (error)', ja: '終了コード 1 とする最低の重大度 (error)' },
    },
  },
  async run(args, io) {
    const found: FoundIn[] = [];
    const failOn = args.option('fail-on') ?? 'error';
    let hasProblem = false;
    for (const file of args.files) {
      const { loaded, problems, text } = await loadDesign(file, io);
      // What is wrong with a design can hide what there is to find; lesser problems are the matter of `validate`.
      const told = loaded === undefined ? problems : problems.filter(isError);
      for (const problem of told) io.err(`${problemLine(problem, file, args.language)}\n`);
      hasProblem ||= told.some(isError) && (loaded === undefined || failOn !== 'never');
      if (loaded !== undefined)
        for (const finding of findAdvice(loaded.system))
          if (finding.dismissed === undefined) found.push({ file, text, finding });
    }
    const report = reports[isReport(args.option('format')) ?? 'text'];
    io.out(report(args.files, found, args.language));
    const failing = severities.slice(0, severities.findIndex((one) => one === failOn) + 1);
    return hasProblem || found.some(({ finding }) => failing.includes(finding.severity)) ? 1 : 0;
  },
};

const isReport = (name: string | undefined): keyof typeof reports | undefined =>
  name === 'text' || name === 'json' || name === 'markdown' ? name : undefined;
