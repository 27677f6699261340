import { designDifference } from '../../codegen/difference/design-changes.js';
import { reportJson, reportMarkdown, reportOf, reportText, type Difference } from '../../codegen/difference/report.js';
import { risksOf, type Templates } from '../../codegen/difference/template-difference.js';
import { createSynthesiser, type Synthesiser } from '../../main/host/synth.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { isError, type Problem } from '../../model/problems.js';
import type { Command } from '../command.js';
import { compareTemplates } from '../difference/compare-templates.js';
import { readInput, type DiffInput } from '../difference/inputs.js';
import { inputProblem, problemLines, type InputProblem } from '../difference/input-problems.js';
import { synthesiseSystem } from '../difference/synthesis.js';
import { printable, type Io } from '../io.js';

const designHasErrors: Localized = {
  en: 'the design has errors: {file}',
  ja: '設計にエラーがあります: {file}',
};

/** Prints what two versions differ in: in words, in resources, and in what may be done. */
export const diff: Command = {
  name: 'diff',
  operands: 'A B',
  count: [2, 2],
  summary: {
    en: 'what two designs, export folders or CloudFormation templates differ in',
    ja: '2 つの設計、エクスポート先のフォルダ、CloudFormation テンプレートの差分を表示',
  },
  options: {
    json: { flag: true, help: { en: 'as JSON, for programs', ja: 'プログラム用の JSON で出力' } },
    markdown: {
      flag: true,
      help: { en: 'as Markdown, for a pull request', ja: 'プルリクエスト用の Markdown で出力' },
    },
    'fail-on': {
      choices: ['risk', 'change', 'never'],
      help: {
        en: 'what gives exit code 1: replacements and broader permissions, any change, or nothing (never)',
        ja: '終了コード 1 とする条件: 置換やアクセス許可の拡大、すべての変更、なし (never)',
      },
    },
  },
  async run(args, io) {
    const [a = '', b = ''] = args.files;
    const [before, after] = [await readInput(a, io), await readInput(b, io)];
    for (const input of [before, after]) tell(input.problems, input.name, args.language, io);
    const canCompare = [before, after].every(
      ({ design, templates }) => design !== undefined || templates !== undefined,
    );
    if (!canCompare) return 1;

    const found = await differenceOf(before, after, args.language);
    tell(found.problems, b, args.language, io);
    if (found.difference === undefined) return 1;
    const { difference } = found;
    const report = reportOf(difference, args.language);
    io.out(
      args.flag('json')
        ? reportJson(difference, args.language)
        : args.flag('markdown')
          ? printable(reportMarkdown(report, args.language))
          : printable(reportText(report, args.language)),
    );
    if (found.problems.some((one) => 'input' in one || isError(one))) return 1;
    const failOn = args.option('fail-on');
    const hasRisk = difference.templates !== undefined && risksOf(difference.templates).length > 0;
    return (failOn === 'change' && !report.isEmpty) || (failOn !== undefined && failOn !== 'never' && hasRisk) ? 1 : 0;
  },
};

type AnyProblem = Problem | InputProblem;

function tell(problems: readonly AnyProblem[], file: string, language: Language, io: Io): void {
  for (const line of problemLines(problems, file, language)) io.err(`${line}\n`);
}

interface Found {
  readonly difference?: Difference;
  readonly problems: readonly AnyProblem[];
}

async function differenceOf(before: DiffInput, after: DiffInput, language: Language): Promise<Found> {
  const design =
    before.design !== undefined && after.design !== undefined
      ? designDifference(before.design.design, after.design.design)
      : undefined;
  const base = {
    beforeName: before.name,
    afterName: after.name,
    ...(design === undefined ? {} : { design }),
  };
  const synthesiser = createSynthesiser();
  try {
    const sides = [];
    for (const input of [before, after]) sides.push(await templatesOf(input, synthesiser, language));
    const [old, now] = sides;
    if (old?.templates === undefined || now?.templates === undefined) {
      const file = old?.templates === undefined ? before.name : after.name;
      const templatesMissing = translate(designHasErrors, language, { file });
      return { difference: { ...base, templatesMissing }, problems: sides.flatMap(({ problems }) => problems) };
    }
    const pair = paired(before, old.templates, after, now.templates);
    if ('problem' in pair) return { problems: [pair.problem] };
    return { difference: { ...base, templates: await compareTemplates(...pair.templates) }, problems: [] };
  } finally {
    synthesiser.dispose();
  }
}

interface Side {
  readonly templates?: Templates;
  readonly problems: readonly AnyProblem[];
}

async function templatesOf(input: DiffInput, synthesiser: Synthesiser, language: Language): Promise<Side> {
  if (input.templates !== undefined) return { templates: input.templates, problems: [] };
  if (input.design === undefined) return { problems: [] };
  const result = await synthesiseSystem(synthesiser, input.design.system, language);
  // Those of the design are told already.
  if (!('templates' in result)) return { problems: result.problems.filter((one) => !input.problems.includes(one)) };
  return { templates: result.templates, problems: [] };
}

type Pair = { readonly templates: readonly [Templates, Templates] } | { readonly problem: InputProblem };

/** A template by itself is compared with the stack of its name, or with the only one. */
function paired(a: DiffInput, before: Templates, b: DiffInput, after: Templates): Pair {
  const [single, others] = a.isSingle === true ? [before, after] : [after, before];
  if (a.isSingle !== true && b.isSingle !== true) return { templates: [before, after] };
  const [found] = Object.entries(single);
  const [name, template] = found ?? ['', undefined];
  const stacks = Object.keys(others);
  const stack = stacks.includes(name) ? name : stacks.length === 1 ? stacks[0] : undefined;
  if (stack === undefined)
    return {
      problem: inputProblem(
        'unknown-stack',
        { stack: name, stacks: stacks.join(', ') },
        a.isSingle === true ? a.name : b.name,
      ),
    };
  const pair = [{ [stack]: template }, { [stack]: others[stack] }] as const;
  return { templates: a.isSingle === true ? pair : [pair[1], pair[0]] };
}
