import { idFromLabel } from '../../model/names.js';
import { openMade } from '../studio/files.js';
import { replaceDesign } from '../studio/replace-design.js';
import { studio, toast } from '../studio/studio.js';
import { catalogFor } from '../studio/whole-catalog.js';
import type { Found, FoundUpdate } from './import-protocol.js';
import { insertImported } from './insert-imported.js';

/** What becomes of what was imported. */

/** Opens it as a design of its own. */
export const openFound = ({ design }: Found): Promise<void> => openMade(design);

/** Puts it beside what is in the design on screen, as one step that can be undone. */
export async function insertFound({ design: imported }: Found, name: string): Promise<void> {
  const { editor } = studio.getState();
  await catalogFor(imported);
  const { design } = editor.getState();
  const prefix = idFromLabel(name, () => false, 'imported');
  editor.run(replaceDesign, {
    design: insertImported(design, imported, prefix),
    name: { en: `Insert ${name}`, ja: `${name} を挿入` },
  });
  studio.getState().view?.fit();
}

/** Brings the design on screen up to date, as one step that can be undone. */
export async function updateWithFound({ design, changes }: FoundUpdate, name: string): Promise<void> {
  await catalogFor(design);
  studio.getState().editor.run(replaceDesign, {
    design,
    name: { en: `Update from ${name}`, ja: `${name} から更新` },
  });
  toast(
    {
      en: { one: 'Updated: {count} change.', other: 'Updated: {count} changes.' },
      ja: '更新しました。変更は {count} 件です。',
    },
    { facts: { count: changes.length } },
  );
}
