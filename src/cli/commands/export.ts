import { resolve } from 'node:path';
import { z } from 'zod';
import { targets, type TargetId } from '../../codegen/targets/index.js';
import { templateFiles } from '../../codegen/targets/cfn.js';
import type { ExportOptions, Files } from '../../codegen/index.js';
import type { ExportResult } from '../../host/host.js';
import { writeProject } from '../../main/host/export-writer.js';
import { createSynthesiser } from '../../main/host/synth.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { isError, type Problem } from '../../model/problems.js';
import type { System } from '../../system/system.js';
import { WrongUse, type Command } from '../command.js';
import { loadDesign, problemLine } from '../design-files.js';
import { exportPicture, isPictureFormat, pictureFormats, pictureOptions } from '../pictures/export-picture.js';
import type { ExitCode, Io } from '../io.js';
import { problemsOf } from '../../system/problems.js';

const texts = {
  noOutput: {
    en: 'Name the folder, or the file of a picture, with -o OUT.',
    ja: '-o OUT でフォルダ (図の場合はファイル) を指定してください。',
  },
  exported: {
    en: {
      one: 'Exported to "{folder}": {count} file written, {kept} kept, {removed} removed.',
      other: 'Exported to "{folder}": {count} files written, {kept} kept, {removed} removed.',
    },
    ja: '「{folder}」にエクスポートしました。書き込み {count} 個、保持 {kept} 個、削除 {removed} 個。',
  },
  notEmpty: {
    en: '"{folder}" has files that no export wrote. Choose another folder, or use --force.',
    ja: '「{folder}」には、エクスポートしたものではないファイルがあります。別のフォルダを指定するか、--force を使用してください。',
  },
  changed: {
    en: 'Changed by hand since the last export, so nothing was written: {files}. Take these changes into the design or into files of your own, or use --force.',
    ja: '前回のエクスポート後に手作業で変更されたファイルがあるため、何も書き込みませんでした: {files}。変更を設計または別のファイルに移すか、--force を使用してください。',
  },
  notWritable: { en: 'Cannot write to "{folder}": {detail}', ja: '「{folder}」に書き込めません: {detail}' },
} as const satisfies Record<string, Localized>;

/** What came back from the child process is JSON. */
const templatesSchema = z.record(z.string(), z.json());

interface Generated {
  readonly files: Files;
  readonly writtenOnce: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Writes a CDK project, the definitions or the templates of a design into a folder, or a picture of it into a file. */
export const exportDesign: Command = {
  name: 'export',
  operands: 'FILE -o OUT',
  count: [1, 1],
  summary: {
    en: 'a CDK project, the state machine definitions, CloudFormation templates, or a picture',
    ja: 'CDK プロジェクト、ステートマシンの定義、CloudFormation テンプレート、または図を書き出し',
  },
  options: {
    output: {
      short: 'o',
      value: 'OUT',
      help: { en: 'folder to write into, or file of a picture', ja: '書き込み先のフォルダ、または図のファイル' },
    },
    format: {
      choices: ['cdk', 'asl', 'cfn', ...pictureFormats],
      help: { en: 'what to write (cdk)', ja: '書き出す形式 (cdk)' },
    },
    force: {
      flag: true,
      help: {
        en: 'write into a folder with other files, and over changes made by hand',
        ja: 'ほかのファイルがあるフォルダにも書き込み、手作業の変更も上書き',
      },
    },
    ...pictureOptions,
  },
  async run(args, io) {
    const [file = ''] = args.files;
    const folder = args.option('output');
    if (folder === undefined || folder === '') throw new WrongUse(texts.noOutput);
    const wanted = args.option('format');
    if (isPictureFormat(wanted)) return exportPicture(args, wanted, folder, io);
    const { loaded, problems } = await loadDesign(file, io);
    const say = (found: readonly Problem[]): void => {
      for (const problem of found) io.err(`${problemLine(problem, file, args.language)}\n`);
    };
    say(problems);
    if (loaded === undefined || problems.some(isError)) return 1;

    const format: TargetId = wanted === 'asl' ? 'asl' : wanted === 'cfn' ? 'cfn' : 'cdk';
    const generated = await generate(format, loaded.system, { language: args.language });
    // Those of the system are printed already, with their places.
    say(generated.problems.filter((problem) => !problemsOf(loaded.system).includes(problem)));
    if (generated.problems.some(isError)) return 1;
    const result = await writeProject(resolve(io.cwd, folder), {
      files: Object.fromEntries(generated.files),
      writtenOnce: [...generated.writtenOnce],
      force: args.flag('force'),
    });
    return report(result, folder, args.language, io);
  },
};

async function generate(format: TargetId, system: System, options: ExportOptions): Promise<Generated> {
  if (format !== 'cfn') return targets[format](system, options);
  const project = targets.cdk(system, options);
  if (project.problems.some(isError)) return project;
  const synthesiser = createSynthesiser();
  try {
    const result = await synthesiser.synthesise(project);
    const once = new Set<string>();
    if ('problems' in result) return { files: new Map(), writtenOnce: once, problems: result.problems };
    return {
      files: templateFiles(templatesSchema.parse(result.templates)),
      writtenOnce: once,
      problems: project.problems,
    };
  } finally {
    synthesiser.dispose();
  }
}

function report(result: ExportResult, folder: string, language: Language, io: Io): ExitCode {
  const say = (text: Localized, facts: Readonly<Record<string, string | number>>): string =>
    `${translate(text, language, { folder, ...facts })}\n`;
  switch (result.status) {
    case 'exported':
      io.out(
        say(texts.exported, {
          count: result.written.length,
          kept: result.kept.length,
          removed: result.removed.length,
        }),
      );
      return 0;
    case 'folder-not-empty':
      io.err(say(texts.notEmpty, {}));
      return 1;
    case 'changed-by-hand':
      io.err(say(texts.changed, { files: result.files.map(({ path }) => path).join(', ') }));
      return 1;
    case 'not-writable':
      io.err(say(texts.notWritable, { detail: result.detail }));
      return 1;
  }
}
