import { basename, extname, resolve } from 'node:path';
import { serviceIconTexts as icons } from 'virtual:service-icon-texts';
import { advise } from '../../advisor/engine.js';
import { generateProject } from '../../codegen/targets/cdk-typescript.js';
import { writeAtomically } from '../../main/host/atomic-write.js';
import { detailOf } from '../../main/host/failure.js';
import { languages, translate, type Language, type Localized } from '../../model/localized.js';
import { laidOut, pictureMermaid, pictureScene, pictureSvg } from '../../pictures/index.js';
import { reviewDocument, reviewHtml, reviewMarkdown, type ReviewDocument } from '../../review/index.js';
import type { System } from '../../system/system.js';
import { WrongUse, type Arguments, type Command } from '../command.js';
import { loadDesign, problemLine } from '../design-files.js';

const texts = {
  both: { en: 'Choose --html or --markdown.', ja: '--html か --markdown のどちらかを指定してください。' },
  sameFile: {
    en: '-o names the design itself. Choose another file.',
    ja: '-o に設計ファイル自体が指定されています。別のファイルを指定してください。',
  },
  saved: { en: 'Saved "{file}".', ja: '「{file}」を保存しました。' },
  notWritable: { en: 'Cannot write "{file}": {detail}', ja: '「{file}」に書き込めません: {detail}' },
} as const satisfies Record<string, Localized>;

/** Writes the review document of a design. What is wrong with the design does not keep it from being written. */
export const document: Command = {
  name: 'document',
  operands: 'FILE [-o OUT]',
  count: [1, 1],
  summary: {
    en: 'a review document: contexts, connections, decisions, findings, permissions, costs, code',
    ja: 'レビュー文書を書き出し (コンテキスト、接続、決定、検出結果、アクセス許可、コスト、コード)',
  },
  options: {
    output: {
      short: 'o',
      value: 'OUT',
      help: { en: 'file to write; without it the document is printed', ja: '書き込み先のファイル。省略時は標準出力' },
    },
    html: {
      flag: true,
      help: { en: 'a page that stands by itself (default)', ja: '1 つのファイルの HTML ページ (デフォルト)' },
    },
    markdown: {
      flag: true,
      help: {
        en: 'Markdown, with the picture as an SVG file beside it, or as Mermaid where it is printed',
        ja: 'Markdown。図は同じ場所の SVG ファイル (標準出力の場合は Mermaid)',
      },
    },
    language: {
      choices: languages,
      help: { en: 'language of the document (that of the output)', ja: '文書の言語 (出力の言語)' },
    },
  },
  async run(args, io) {
    const [file = ''] = args.files;
    const out = args.option('output');
    const isMarkdown = formatOf(args, out) === 'markdown';
    if (out !== undefined && resolve(io.cwd, file) === resolve(io.cwd, out)) throw new WrongUse(texts.sameFile);
    const { loaded, problems } = await loadDesign(file, io);
    if (loaded === undefined) {
      for (const problem of problems) io.err(`${problemLine(problem, file, args.language)}\n`);
      return 1;
    }
    const language = languages.find((one) => one === args.option('language')) ?? args.language;
    const system = await laidOut(loaded.system);
    const made = documentOf(system, language);
    const files = isMarkdown ? markdownFiles(system, made, out) : htmlFile(system, made, out);
    if (out === undefined) {
      for (const [, text] of files) (io.raw ?? io.out)(text);
      return 0;
    }
    for (const [path, text] of files) {
      try {
        await writeAtomically(resolve(io.cwd, path), text);
      } catch (error) {
        io.err(`${translate(texts.notWritable, args.language, { file: path, detail: detailOf(error) })}\n`);
        return 1;
      }
      io.out(`${translate(texts.saved, args.language, { file: path })}\n`);
    }
    return 0;
  },
};

function formatOf(args: Arguments, out: string | undefined): 'html' | 'markdown' {
  const [html, markdown] = [args.flag('html'), args.flag('markdown')];
  if (html && markdown) throw new WrongUse(texts.both);
  return markdown || (!html && out !== undefined && /\.(?:md|markdown)$/i.test(out)) ? 'markdown' : 'html';
}

function documentOf(system: System, language: Language): ReviewDocument {
  const project = generateProject(system, { language });
  return reviewDocument({ system, findings: advise(system), project, language });
}

type Written = readonly (readonly [path: string, text: string])[];

function htmlFile(system: System, made: ReviewDocument, out = ''): Written {
  const scene = pictureScene(system, { language: made.language, theme: 'light' });
  return [[out, reviewHtml(made, pictureSvg(scene, { icons, background: 'transparent', isInPage: true }))]];
}

function markdownFiles(system: System, made: ReviewDocument, out: string | undefined): Written {
  const scene = pictureScene(system, { language: made.language, theme: 'light' });
  if (out === undefined) return [['', reviewMarkdown(made, { mermaid: pictureMermaid(scene) })]];
  // No name that another picture of the design would have.
  const picture = `${out.slice(0, out.length - extname(out).length)}.picture.svg`;
  return [
    [picture, pictureSvg(scene, { icons })],
    [out, reviewMarkdown(made, { file: basename(picture) })],
  ];
}
