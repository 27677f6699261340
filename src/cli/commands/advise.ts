import { advise as findAdvice } from '../../advisor/engine.js';
import type { FindingSeverity } from '../../advisor/define.js';
import { isError } from '../../model/problems.js';
import { readBaseline, writeBaseline } from '../advice/baseline.js';
import { readConfig } from '../advice/config.js';
import { readInputs } from '../advice/inputs.js';
import { WrongUse, type Command } from '../command.js';
import { problemLine } from '../design-files.js';
import { reports, type FoundIn } from '../reports.js';

const severities = ['error', 'warning', 'suggestion'] as const satisfies readonly FindingSeverity[];

/** Prints what the advisor finds. Dismissed findings and those of the baseline are neither shown nor counted. */
export const advise: Command = {
  name: 'advise',
  operands: 'FILE|DIR…',
  count: [1, Infinity],
  summary: { en: 'findings of the advisor', ja: 'アドバイザーの検出結果を表示' },
  options: {
    format: { choices: Object.keys(reports), help: { en: 'form of the output (text)', ja: '出力形式 (text)' } },
    'fail-on': {
      choices: [...severities, 'never'],
      help: { en: 'least severity that gives exit code 1 (error)', ja: '終了コード 1 とする最低の重大度 (error)' },
    },
    baseline: {
      value: 'FILE',
      help: { en: 'known findings, which are left out', ja: '既知の検出結果のファイル (出力から除外)' },
    },
    'write-baseline': {
      flag: true,
      help: { en: 'write all findings into the baseline', ja: 'すべての検出結果をベースラインに書き込み' },
    },
  },
  async run(args, io) {
    const baseline = args.option('baseline');
    const writes = args.flag('write-baseline');
    if (writes && baseline === undefined)
      throw new WrongUse({
        en: '--write-baseline needs --baseline FILE.',
        ja: '--write-baseline には --baseline FILE の指定が必要です。',
      });
    const failOn = args.option('fail-on') ?? 'error';
    const options = await readConfig(io);
    const isKnown = baseline === undefined || writes ? () => false : await readBaseline(baseline, io);
    const { advised, problems, hasUnread } = await readInputs(args.files, io);
    for (const { file, problem } of problems) io.err(`${problemLine(problem, file, args.language)}\n`);
    const found = advised.flatMap(({ system, ...input }): FoundIn[] =>
      findAdvice(system, { options })
        .filter(({ dismissed }) => dismissed === undefined)
        .map((finding) => ({ ...input, finding })),
    );
    if (writes && baseline !== undefined) await writeBaseline(baseline, found, io);
    const shown = writes ? [] : found.filter((one) => !isKnown(one));
    io.out(reports[isReport(args.option('format')) ?? 'text'](args.files, shown, args.language));
    const failing = severities.slice(0, severities.findIndex((one) => one === failOn) + 1);
    const hasProblem = hasUnread || (failOn !== 'never' && problems.some(({ problem }) => isError(problem)));
    // What confirms a function asks for no change.
    const fails = ({ finding }: FoundIn): boolean => finding.verdict !== 'keep' && failing.includes(finding.severity);
    return hasProblem || shown.some(fails) ? 1 : 0;
  },
};

const isReport = (name: string | undefined): keyof typeof reports | undefined =>
  name === 'text' || name === 'json' || name === 'markdown' || name === 'sarif' ? name : undefined;
