import { chooseSaveTarget } from '../studio/choosers.js';
import { fileNameOf, nameOf } from '../studio/file-names.js';
import { documentName, studio, toast } from '../studio/studio.js';
import { endings, fileOf, mermaidOf, pngOfDrawing, svgOf, type Drawing } from './make.js';

const saved = { en: 'Saved "{name}".', ja: '「{name}」を保存しました。' };
const notSaved = {
  en: '"{name}" could not be saved: {detail}',
  ja: '「{name}」を保存できませんでした: {detail}',
};
const copied = { en: 'Copied the picture.', ja: '図をコピーしました。' };
const tooLarge = {
  en: 'The picture has {megabytes} MB; 20 MB can be saved. Choose a smaller scale, or SVG.',
  ja: '図のサイズは {megabytes} MB です。保存できるのは 20 MB までです。倍率を小さくするか、SVG を選択してください。',
};

const megabyte = 1024 * 1024;
const mostBytes = 20 * megabyte;

async function base64Of(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.addEventListener('error', () => {
      reject(reader.error ?? new Error('the picture cannot be read'));
    });
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** Saves a drawing where the person chooses; false: they chose nothing, or it did not work, which is told. */
export const savePicture = async (
  drawing: Drawing,
  format: Exclude<Drawing['choices']['format'], 'pdf'>,
): Promise<boolean> => saveFile(endings[format], await fileOf(drawing, format));

/** Saves what was made of the design under its name with another ending, as `savePicture` does. */
export async function saveFile(ending: string, file: Blob): Promise<boolean> {
  const { host } = studio.getState();
  if (host === undefined) return false;
  if (file.size > mostBytes) {
    toast(tooLarge, { facts: { megabytes: Math.ceil(file.size / megabyte) }, tone: 'danger' });
    return false;
  }
  const name = `${nameOf(fileNameOf(documentName(studio.getState())))}.${ending}`;
  const target = await chooseSaveTarget(name);
  if (target === undefined) return false;
  const result = await host.savePicture({ handle: target.handle, base64: await base64Of(file) });
  if (result.status === 'saved') toast(saved, { facts: { name: result.name } });
  else toast(notSaved, { facts: { name: target.name ?? name, detail: result.detail }, tone: 'danger' });
  return result.status === 'saved';
}

/** Copies a drawing for other programs. */
export async function copyPicture(drawing: Drawing, format: 'png' | 'svg' | 'mermaid'): Promise<void> {
  if (format === 'png')
    // A promise inside: what it takes to make the picture does not use up the person's click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOfDrawing(drawing) })]);
  else await navigator.clipboard.writeText(format === 'svg' ? await svgOf(drawing) : mermaidOf(drawing));
  toast(copied);
}
