import { extname, resolve } from 'node:path';
import { serviceIconTexts as icons } from 'virtual:service-icon-texts';
import { writeAtomically } from '../../main/host/atomic-write.js';
import { detailOf } from '../../main/host/failure.js';
import { translate, type Facts, type Localized } from '../../model/localized.js';
import { serialiseDesign } from '../../model/serialise.js';
import {
  laidOut,
  largestScale,
  mermaidDocument,
  paperFor,
  paperPage,
  pictureDrawio,
  pictureMermaid,
  picturePage,
  pictureScene,
  pictureSvg,
  type PictureScene,
} from '../../pictures/index.js';
import type { System } from '../../system/system.js';
import { WrongUse, type Arguments, type Option } from '../command.js';
import { loadDesign, problemLine } from '../design-files.js';
import type { ExitCode, Io } from '../io.js';
import { findBrowser, photograph } from './browser.js';

export const pictureFormats = ['svg', 'png', 'pdf', 'drawio', 'mermaid', 'html'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export const isPictureFormat = (format: string | undefined): format is PictureFormat =>
  pictureFormats.some((one) => one === format);

/** Options of `export` that pictures have. */
export const pictureOptions = {
  theme: { choices: ['light', 'dark'], help: { en: 'theme of a picture (light)', ja: '図のテーマ (light)' } },
  language: {
    choices: ['en', 'ja'],
    help: { en: 'language of a picture (that of the output)', ja: '図の言語 (出力の言語)' },
  },
  scale: { value: '1-4', help: { en: 'pixels of a PNG for each of the drawing (2)', ja: 'PNG の倍率 (2)' } },
  transparent: { flag: true, help: { en: 'no background', ja: '背景なし' } },
  'no-design': {
    flag: true,
    help: {
      en: 'leave the design out of SVG, draw.io and HTML, so that it cannot be opened again',
      ja: 'SVG、draw.io、HTML に設計を含めない (再び開くことはできません)',
    },
  },
} as const satisfies Readonly<Record<string, Option>>;

const texts = {
  scale: { en: '--scale takes a number from 1 to 4.', ja: '--scale には 1～4 の数値を指定してください。' },
  sameFile: {
    en: '-o names the design itself. Choose another file.',
    ja: '-o に設計ファイル自体が指定されています。別のファイルを指定してください。',
  },
  saved: { en: 'Saved "{file}".', ja: '「{file}」を保存しました。' },
  notWritable: { en: 'Cannot write "{file}": {detail}', ja: '「{file}」に書き込めません: {detail}' },
  noBrowser: {
    en: 'PNG and PDF need Chromium, Chrome or Edge, and none was found. Install one, or name it with CHROME_PATH. SVG and HTML need none.',
    ja: 'PNG と PDF の作成には Chromium、Chrome、Edge のいずれかが必要ですが、見つかりませんでした。インストールするか、CHROME_PATH で指定してください。SVG と HTML には不要です。',
  },
  noPicture: { en: 'The browser made no picture: {detail}', ja: 'ブラウザで図を作成できませんでした: {detail}' },
  tooLarge: {
    en: 'The drawing is too large for this scale. The largest that works is {scale}.',
    ja: 'この倍率では図が大きすぎます。使用できる最大の倍率は {scale} です。',
  },
  largest: {
    en: 'The drawing is too large for a PNG. Use SVG or PDF.',
    ja: '図が大きすぎて PNG にできません。SVG または PDF を使用してください。',
  },
} as const satisfies Record<string, Localized>;

/** Draws a design into a file. What is wrong with a design does not keep it from being drawn. */
export async function exportPicture(args: Arguments, format: PictureFormat, out: string, io: Io): Promise<ExitCode> {
  const [file = ''] = args.files;
  const scale = Number(args.option('scale') ?? 2);
  if (!(scale >= 1 && scale <= 4)) throw new WrongUse(texts.scale);
  if (resolve(io.cwd, file) === resolve(io.cwd, out)) throw new WrongUse(texts.sameFile);
  const say = (text: Localized, facts: Facts = {}): string => `${translate(text, args.language, facts)}\n`;
  const { loaded, problems } = await loadDesign(file, io);
  if (loaded === undefined) {
    for (const problem of problems) io.err(`${problemLine(problem, file, args.language)}\n`);
    return 1;
  }
  const system = await laidOut(loaded.system);
  const scene = pictureScene(system, {
    language: args.option('language') === 'ja' ? 'ja' : args.option('language') === 'en' ? 'en' : args.language,
    theme: args.option('theme') === 'dark' ? 'dark' : 'light',
  });
  const drawn = await draw(format, system, scene, args, out, scale);
  if ('failure' in drawn) {
    io.err(say(drawn.failure, drawn.facts));
    return 1;
  }
  try {
    await writeAtomically(resolve(io.cwd, out), drawn.contents);
  } catch (error) {
    io.err(say(texts.notWritable, { file: out, detail: detailOf(error) }));
    return 1;
  }
  io.out(say(texts.saved, { file: out }));
  return 0;
}

type Drawn = { readonly contents: string | Uint8Array } | { readonly failure: Localized; readonly facts?: Facts };

async function draw(
  format: PictureFormat,
  system: System,
  scene: PictureScene,
  args: Arguments,
  out: string,
  scale: number,
): Promise<Drawn> {
  const design = args.flag('no-design') ? undefined : serialiseDesign(system.design);
  const background = args.flag('transparent') ? 'transparent' : 'theme';
  switch (format) {
    case 'svg':
      return { contents: pictureSvg(scene, { icons, background, design }) };
    case 'drawio':
      return { contents: pictureDrawio(scene, { icons, background, design }) };
    case 'mermaid':
      // Markdown has room for the state machines, each a diagram of its own.
      return { contents: extname(out) === '.md' ? mermaidDocument(system, scene) : pictureMermaid(scene) };
    case 'html':
      return { contents: await picturePage(system, scene, { icons, design }) };
    default:
      return photo(format, scene, pictureSvg(scene, { icons, background }), scale);
  }
}

async function photo(format: 'png' | 'pdf', scene: PictureScene, svg: string, scale: number): Promise<Drawn> {
  const size = format === 'pdf' ? paperFor(scene.box) : scene.box;
  const largest = largestScale(scene.box);
  if (format === 'png' && largest < 1) return { failure: texts.largest };
  if (format === 'png' && scale > largest) return { failure: texts.tooLarge, facts: { scale: largest } };
  const browser = findBrowser();
  if (browser === undefined) return { failure: texts.noBrowser };
  try {
    const page = paperPage(svg, size, scene.name, scene.language);
    return { contents: await photograph(browser, page, { format, size, scale }) };
  } catch (error) {
    return { failure: texts.noPicture, facts: { detail: detailOf(error) } };
  }
}
