import { parseDesign } from '../../model/parse.js';
import { takeOver } from './conflict.js';
import { documentOf } from './documents.js';
import { offerUndo } from './offer-undo.js';
import { withPositions } from './positions.js';
import { report } from './report.js';
import { save } from './saving.js';
import { documentName, isUnsaved, studio, toast, type DocumentState } from './studio.js';

/** What happens to an open file outside of the app. */

const changed = { en: '"{name}" was changed on disk.', ja: '「{name}」がディスク上で変更されました。' };
const followed = {
  en: '"{name}" was changed on disk. That version is shown now.',
  ja: '「{name}」がディスク上で変更されました。そのバージョンを表示しています。',
};

/** Of each document the revision on disk that was told of: once is enough. */
const told = new Map<string, string>();

/**
 * Looks whether somebody else changed the file of the design on screen. Without changes of one's own the new version is
 * shown, as a step that can be undone; otherwise the person is told, with a way to merge.
 */
export async function checkDisk(): Promise<void> {
  const { host, file } = studio.getState();
  if (host === undefined || file.handle === undefined || file.revision === undefined) return;
  const { handle, document: id } = file;
  const onDisk = await host.revision(handle).catch(() => file.revision);
  const document = documentOf(studio.getState(), id);
  if (onDisk === undefined || document === undefined || document.file.handle !== handle) return;
  if (onDisk === document.file.revision || told.get(id) === onDisk) return;
  told.set(id, onDisk);
  if (!isUnsaved(document) && (await follow(document))) return;
  toast(changed, {
    facts: { name: documentName(document) },
    action: {
      label: { en: 'Merge…', ja: 'マージ…' },
      run: () => {
        report(save(id));
      },
    },
  });
}

/** Shows the version on disk; false: it cannot be read as a design. */
async function follow(document: DocumentState): Promise<boolean> {
  const { host } = studio.getState();
  const { handle } = document.file;
  const result = handle === undefined ? undefined : await host?.read(handle);
  if (result?.status !== 'read') return false;
  const { design } = parseDesign(result.file.text);
  if (design === undefined) return false;
  const positioned = await withPositions(design);
  const now = documentOf(studio.getState(), document.file.document);
  if (now === undefined || isUnsaved(now)) return false;
  // Saved meanwhile: what was read is old.
  if (now.file.revision !== document.file.revision) return true;
  const name = documentName(document);
  takeOver(now, positioned, result.file.text, result.file.revision);
  offerUndo(now.editor, followed, { facts: { name } });
  return true;
}
