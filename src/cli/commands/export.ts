import { resolve } from 'node:path';
import { z } from 'zod';
import { targets, type TargetId } from '../../codegen/targets/index.js';
import { templateFiles } from '../../codegen/targets/cfn.js';
import type { ExportOptions, Files } from '../../codegen/index.js';
import { mergeText } from '../../codegen/difference/merge-text.js';
import type { ExportResult, FileDecision, ReviewRequest } from '../../host/host.js';
import { reviewProject } from '../../main/host/export-review.js';
import { writeProject } from '../../main/host/export-writer.js';
import { createSynthesiser } from '../../main/host/synth.js';
import { lookup } from '../../model/design.js';
import { serialiseDesign } from '../../model/serialise.js';
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
    en: {
      one: '{count} generated file was changed by hand and is kept as it is. To take over what the design says now, use --merge or --force:',
      other:
        '{count} generated files were changed by hand and are kept as they are. To take over what the design says now, use --merge or --force:',
    },
    ja: '手作業で変更された生成ファイル {count} 個は、そのまま残しました。現在の設計の内容を反映するには、--merge または --force を使用してください:',
  },
  merged: { en: 'Merged with your changes:', ja: '手作業の変更と統合したファイル:' },
  orphaned: {
    en: {
      one: '{count} file belongs to nothing in the design any more. Nothing was deleted; --prune deletes what nobody changed:',
      other:
        '{count} files belong to nothing in the design any more. Nothing was deleted; --prune deletes what nobody changed:',
    },
    ja: '設計に対応するものがなくなったファイルが {count} 個あります。削除はしていません。--prune を使用すると、変更されていないファイルを削除します:',
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
      help: {
        en: 'what to write (cdk, or what the name of the output says)',
        ja: '書き出す形式 (出力先の拡張子から判断。それ以外は cdk)',
      },
    },
    force: {
      flag: true,
      help: {
        en: 'write into a folder with other files, and over changes made by hand',
        ja: 'ほかのファイルがあるフォルダにも書き込み、手作業の変更も上書き',
      },
    },
    merge: {
      flag: true,
      help: {
        en: 'join changes made by hand with what is generated, where they do not touch the same lines',
        ja: '手作業の変更と生成内容を、同じ行でなければ統合',
      },
    },
    prune: {
      flag: true,
      help: {
        en: 'delete generated files that belong to nothing in the design any more and that nobody changed',
        ja: '設計に対応するものがなくなり、変更もされていない生成ファイルを削除',
      },
    },
    ...pictureOptions,
  },
  async run(args, io) {
    const [file = ''] = args.files;
    const folder = args.option('output');
    if (folder === undefined || folder === '') throw new WrongUse(texts.noOutput);
    // `-o picture.svg` says it already.
    const wanted =
      args.option('format') ?? pictureFormats.find((format) => folder.toLowerCase().endsWith(`.${format}`));
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
    const project = { files: Object.fromEntries(generated.files), writtenOnce: [...generated.writtenOnce] };
    const target = resolve(io.cwd, folder);
    const decisions = await decide(target, project, { merge: args.flag('merge'), prune: args.flag('prune') });
    const result = await writeProject(target, {
      ...project,
      force: args.flag('force'),
      design: serialiseDesign(loaded.design),
      decisions,
    });
    const merged = decisions.flatMap(({ path, take }) => (take === 'merged' ? [path] : []));
    return report(result, merged, folder, args.language, io);
  },
};

interface Wishes {
  readonly merge: boolean;
  readonly prune: boolean;
}

/** What the options say about files that somebody changed, and about those that are in no design any more. */
async function decide(
  folder: string,
  project: Omit<ReviewRequest, 'folder'>,
  { merge, prune }: Wishes,
): Promise<readonly FileDecision[]> {
  if (!merge && !prune) return [];
  const review = await reviewProject(folder, project).catch(() => undefined);
  if (review?.status !== 'reviewed') return [];
  return review.files.flatMap(({ path, state, current, last, revision = '', untouched }): FileDecision[] => {
    if (prune && state === 'orphaned' && untouched === true) return [{ path, revision, take: 'removed' }];
    const next = lookup(project.files, path);
    if (!merge || state !== 'changed-by-hand' || current === undefined || last === undefined || next === undefined)
      return [];
    const merged = mergeText(last, current, next);
    return merged.conflicts > 0 ? [] : [{ path, revision, take: 'merged', text: merged.text }];
  });
}

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

function report(result: ExportResult, merged: readonly string[], folder: string, language: Language, io: Io): ExitCode {
  const say = (text: Localized, facts: Readonly<Record<string, string | number>>): string =>
    `${translate(text, language, { folder, ...facts })}\n`;
  const list = (text: Localized, paths: readonly string[], to: 'out' | 'err'): void => {
    if (paths.length === 0) return;
    io[to]([say(text, { count: paths.length }).trimEnd(), ...paths.map((path) => `  ${path}`), ''].join('\n'));
  };
  switch (result.status) {
    case 'exported':
      io.out(
        say(texts.exported, {
          count: result.written.length,
          kept: result.kept.length,
          removed: result.removed.length,
        }),
      );
      list(texts.merged, merged, 'out');
      list(texts.orphaned, result.orphaned, 'out');
      list(texts.changed, result.changedByHand, 'err');
      return result.changedByHand.length > 0 ? 1 : 0;
    case 'folder-not-empty':
      io.err(say(texts.notEmpty, {}));
      return 1;
    case 'not-writable':
      io.err(say(texts.notWritable, { detail: result.detail }));
      return 1;
  }
}
