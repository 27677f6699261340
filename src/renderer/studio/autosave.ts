import { report } from './report.js';
import { openDocuments } from './documents.js';
import { save, saveQuietly } from './saving.js';
import { documentName, isUnsaved, studio, toast, type StudioState } from './studio.js';

const delayMilliseconds = 2000;

const held = {
  en: '"{name}" was changed on disk. It is not saved automatically until both versions are merged.',
  ja: '「{name}」がディスク上で変更されました。マージするまで自動保存されません。',
};

/**
 * Saves designs that have a file, some time after the last change, and at once when the person looks elsewhere. Gives
 * the way to stop it.
 */
export function startAutosave(): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Told once of each version on disk that is not ours. */
  const told = new Map<string, string | undefined>();

  const run = async (id: string): Promise<void> => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (!isOn(studio.getState())) return;
    const result = await saveQuietly(id);
    const document = openDocuments(studio.getState()).find(({ file }) => file.document === id);
    if (result !== 'changed' || document === undefined || told.get(id) === document.file.revision) return;
    told.set(id, document.file.revision);
    toast(held, {
      facts: { name: documentName(document) },
      action: {
        label: { en: 'Merge…', ja: 'マージ…' },
        run: () => {
          report(save(id));
        },
      },
    });
  };
  const runAll = (): void => {
    for (const document of openDocuments(studio.getState()))
      if (isUnsaved(document)) report(run(document.file.document));
  };

  const stop = studio.subscribe((state, before) => {
    if (!isOn(state)) return;
    const id = before.file.document;
    if (state.file.document !== id) {
      if (id !== '' && isUnsaved(before)) report(run(id));
    } else if (state.design !== before.design || !before.autosave) {
      clearTimeout(timers.get(id));
      timers.set(
        id,
        setTimeout(() => {
          report(run(id));
        }, delayMilliseconds),
      );
    }
  });
  window.addEventListener('blur', runAll);
  return () => {
    stop();
    window.removeEventListener('blur', runAll);
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** A guest has no files: each save is a download, which nobody wants by itself. */
const isOn = ({ autosave, hostInfo }: StudioState): boolean => autosave && hostInfo?.kind !== 'guest';
