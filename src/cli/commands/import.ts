import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { importSystem, type ImportedSystem } from '../../importers/import-system.js';
import { readSystem } from '../../importers/read-system.js';
import type { SourceSystem } from '../../importers/source.js';
import { layoutDesign } from '../../layout/layout.js';
import { writeAtomically } from '../../main/host/atomic-write.js';
import { detailOf } from '../../main/host/failure.js';
import type { Design } from '../../model/design.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { isError, problem, problemTexts, severityOf, type Problem } from '../../model/problems.js';
import { serialiseDesign } from '../../model/serialise.js';
import { resolveSystem } from '../../system/resolve.js';
import { WrongUse, type Command } from '../command.js';
import { problemLine } from '../design-files.js';
import type { ExitCode, Io } from '../io.js';
import { openInputs } from '../opened-files.js';

const texts = {
  cannotRead: { en: 'Cannot read "{file}": {detail}', ja: '「{file}」を読み込めません: {detail}' },
  notWritable: { en: 'Cannot write "{file}": {detail}', ja: '「{file}」に書き込めません: {detail}' },
  needsFolder: {
    en: '--each with several inputs needs a folder after -o.',
    ja: '複数の入力に --each を指定する場合は、-o にフォルダを指定してください。',
  },
  saved: {
    en: 'Saved "{file}": {nodes} nodes, {connections} connections, {resources} resources.',
    ja: '「{file}」を保存しました: ノード {nodes} 個、接続 {connections} 個、リソース {resources} 個。',
  },
} as const satisfies Record<string, Localized>;

/** What was read and understood of one system. */
interface Imported {
  /** As the person named it. */
  readonly input: string;
  readonly system: SourceSystem;
  readonly imported: ImportedSystem;
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
  readonly ms: number;
  /** A path of the files that were opened, as it is seen from where the command runs. */
  readonly seen: (path: string) => string;
}

/** Makes a design of templates, folders of them, CDK output, OpenAPI documents and state machine definitions. */
export const importSources: Command = {
  name: 'import',
  operands: 'PATH… [-o FILE]',
  count: [1, Infinity],
  summary: {
    en: 'a design of SAM and CloudFormation templates, CDK output, OpenAPI and state machine definitions',
    ja: 'SAM や CloudFormation のテンプレート、CDK の出力、OpenAPI、ステートマシン定義から設計を作成',
  },
  options: {
    output: {
      short: 'o',
      value: 'FILE',
      help: {
        en: 'design to write; a folder with --each; without it the design is printed',
        ja: '書き込む設計ファイル (--each の場合はフォルダ)。省略時は標準出力',
      },
    },
    each: {
      flag: true,
      help: { en: 'a design of its own for each path', ja: 'パスごとに設計を作成' },
    },
    report: {
      choices: ['json'],
      help: { en: 'print what became of each resource', ja: 'リソースごとの取り込み結果を出力' },
    },
  },
  async run(args, io) {
    const groups = args.flag('each') ? args.files.map((file) => [file]) : [args.files];
    const out = args.option('output');
    const wantsReport = args.option('report') === 'json';
    if (groups.length > 1 && out === undefined && !wantsReport) throw new WrongUse(texts.needsFolder);
    const entries: object[] = [];
    let code: ExitCode = 0;
    for (const group of groups) {
      const done = await importGroup(group, io);
      for (const { file, problem: found } of done.problems)
        io.err(`${problemLine(located(found, done), done.seen(file), args.language)}\n`);
      if (done.problems.some((one) => isError(one.problem))) code = 1;
      entries.push(...reportOf(done, args.language));
      if (done.system.templates.length === 0 && done.system.definitions.length === 0) continue;
      if (out === undefined && wantsReport) continue;
      const target = out === undefined || !args.flag('each') ? out : join(out, designFile(done.input));
      const written = await write(await arranged(done.imported.design), target, done, args.language, io);
      if (written === undefined) code = 1;
      else if (!wantsReport) io.out(written);
    }
    if (wantsReport) io.out(`${JSON.stringify({ inputs: entries }, null, 2)}\n`);
    return code;
  },
};

async function importGroup(group: readonly string[], io: Io): Promise<Imported> {
  const input = group.length === 1 ? (group[0] ?? '') : group.join(' ');
  const opened = await openInputs(group, io.cwd).catch((error: unknown) => {
    throw new WrongUse(texts.cannotRead, { file: input, detail: detailOf(error) });
  });
  const start = performance.now();
  const system = readSystem(opened.files, opened.inputs);
  const name = nameOf(group, io.cwd);
  const imported = importSystem(system, name === '' ? {} : { name });
  const ms = performance.now() - start;
  const seen = (path: string): string => {
    const near = relative(io.cwd, join(opened.root, path));
    return near.startsWith('..') ? join(opened.root, path) : near.split(sep).join('/');
  };
  const isEmpty = system.templates.length === 0 && system.definitions.length === 0 && system.problems.length === 0;
  const problems = isEmpty
    ? [{ file: opened.inputs[0] ?? '', problem: problem('nothing-to-import', {}) }]
    : system.problems;
  return { input, system, imported, problems, ms, seen };
}

/** Of the only file or folder; else the design is named after its first template. */
function nameOf(group: readonly string[], cwd: string): string {
  const [only = ''] = group;
  return group.length === 1 ? withoutExtension(basename(resolve(cwd, only))) : '';
}

const withoutExtension = (name: string): string => name.replace(/\.(?:ya?ml|json|template)$/i, '');

const designFile = (input: string): string =>
  `${withoutExtension(input.replace(/^(?:\.{0,2}[/\\])+/, '').replace(/[/\\]+$/, '')).replace(/[/\\:]+/g, '-')}.servicefull.yaml`;

async function arranged(design: Design): Promise<Design> {
  const placed = await layoutDesign(design, resolveSystem(design).connections.values());
  return { ...design, layout: { ...design.layout, ...placed } };
}

/** Writes a design and says so; undefined: it could not be written. */
async function write(
  design: Design,
  out: string | undefined,
  { system, imported }: Imported,
  language: Language,
  io: Io,
): Promise<string | undefined> {
  const text = serialiseDesign(design);
  if (out === undefined) {
    (io.raw ?? io.out)(text);
    return '';
  }
  try {
    await mkdir(dirname(resolve(io.cwd, out)), { recursive: true });
    await writeAtomically(resolve(io.cwd, out), text);
  } catch (error) {
    io.err(`${translate(texts.notWritable, language, { file: out, detail: detailOf(error) })}\n`);
    return undefined;
  }
  const { nodes, connections } = imported.report.counts;
  const resources = system.templates.reduce((sum, template) => sum + template.resources.size, 0);
  return `${translate(texts.saved, language, { file: out, nodes, connections, resources })}\n`;
}

/** A problem with its file as it is seen from where the command runs. */
function located(found: Problem, { seen }: Imported): Problem {
  const { place } = found;
  return place?.file === undefined ? found : { ...found, place: { ...place, file: seen(place.file) } };
}

/** One entry per template, and one for an input that none came of. */
function reportOf(done: Imported, language: Language): readonly object[] {
  const told = (file: string): readonly object[] =>
    done.problems.filter((one) => one.file === file).map((one) => toldProblem(located(one.problem, done), language));
  const ms = Math.round(done.ms * 100) / 100;
  const entries = done.imported.report.inputs.map((input) => ({
    ...input,
    file: done.seen(input.file),
    ms,
    problems: input.problems.map((one) => toldProblem(located(one, done), language)),
  }));
  const known = new Set(done.imported.report.inputs.map(({ file }) => file));
  const others = [...new Set(done.problems.map(({ file }) => file))].filter((file) => !known.has(file));
  return [
    ...entries,
    ...others.map((file) => ({
      file: done.seen(file),
      ms,
      problems: told(file),
      unresolved: [],
      resources: [],
      implicit: [],
    })),
  ];
}

function toldProblem(found: Problem, language: Language): object {
  const { message } = problemTexts[found.code];
  const { place } = found;
  return {
    code: found.code,
    severity: severityOf(found),
    message: translate(message, language, found.facts),
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
  };
}
