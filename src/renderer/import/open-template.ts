import type { FileHandle } from '../../host/host.js';
import { translate } from '../../model/localized.js';
import { studio, toast } from '../studio/studio.js';
import { readNamedFiles, uploadedFiles } from './browser-sources.js';
import { filesBelow } from './dropped-entries.js';
import { isTemplate } from './is-template.js';
import { importHandle, importSources } from './run-import.js';

export { isTemplate } from './is-template.js';

/** Templates that came where a design was expected: opened, dropped, pasted. */

/** Imports a text that is a template, by its handle with the files that it names; undefined: it is none. */
export function importText(text: string, name: string, handle?: FileHandle): Promise<void> | undefined {
  if (!isTemplate(text)) return undefined;
  if (handle !== undefined) return importHandle(handle, name);
  return importSources(name, () =>
    Promise.resolve({ name, isFolder: false, files: [{ path: name, text }], isCut: false }),
  );
}

/** Imports folders and templates that were dropped together, as one system. */
export async function importDropped(folders: readonly FileSystemEntry[], files: readonly File[]): Promise<void> {
  const name = folders[0]?.name ?? files[0]?.name ?? '';
  await importSources(name, async () =>
    readNamedFiles(name, folders.length > 0, [...(await filesBelow(folders)), ...uploadedFiles(files)]),
  );
}

const pasted = { en: 'Pasted template', ja: '貼り付けたテンプレート' };
const notTemplate = {
  en: 'What was pasted is no template, definition or OpenAPI document.',
  ja: '貼り付けたテキストは、テンプレート、定義、OpenAPI ドキュメントのいずれでもありません。',
};

/** Imports a text that was pasted; says so where it is nothing to import. */
export async function importPasted(text: string): Promise<void> {
  const imported = importText(text, translate(pasted, studio.getState().language));
  if (imported === undefined) toast(notTemplate, { tone: 'danger' });
  else await imported;
}
