import type { JournalEntry } from '../../host/host.js';
import { emptyDesign } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { openText } from './files.js';
import { documentName, isUnsaved, studio } from './studio.js';

/** A killed app loses two seconds at most: one for this delay, one for serialising and the host. */
const delayMilliseconds = 800;

/** Writes unsaved work to the host's journal, at most a delay after the first change that is not in it. */
export function startJournal(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const state = studio.getState();
    const { host, design, file } = state;
    if (host === undefined || state.screen !== 'editor') return;
    if (!isUnsaved(state)) {
      // Undone or saved meanwhile: there is nothing to recover.
      void host.discardJournal(file.document).catch(() => undefined);
      return;
    }
    const text = serialiseDesign(design);
    if (text === file.savedText) {
      // Undone back to what is in the file.
      studio.setState({ file: { ...file, savedDesign: design } });
      void host.discardJournal(file.document).catch(() => undefined);
      return;
    }
    void host
      .writeJournal({
        document: file.document,
        name: documentName(state),
        text,
        ...(file.handle === undefined ? {} : { handle: file.handle }),
        ...(file.revision === undefined ? {} : { revision: file.revision }),
      })
      .catch(() => undefined);
  };
  studio.subscribe((state, before) => {
    if (state.design === before.design) return;
    timer ??= setTimeout(write, delayMilliseconds);
  });
}

/** Offers what was not saved when the app ended. */
export async function offerRecovery(): Promise<void> {
  const entries = (await studio.getState().host?.readJournal()) ?? [];
  const readable = entries.filter(({ text }) => parseDesign(text).design !== undefined);
  if (readable.length > 0) studio.setState({ dialog: { kind: 'recover', entries: readable } });
}

/** Opens the work of an entry as unsaved changes of its file. */
export async function recover(entry: JournalEntry): Promise<void> {
  const { handle, revision } = entry;
  const opened = await openText(entry.text, entry.name, {
    ...(handle === undefined ? {} : { handle }),
    ...(revision === undefined ? {} : { revision }),
  });
  if (!opened) return;
  const { file, host } = studio.getState();
  // What was recovered is not in the file yet, nor is anything that an undo can lead to.
  studio.setState({
    file: { ...file, document: entry.document, savedDesign: emptyDesign(''), savedText: '' },
  });
  const { written: _, ...again } = entry;
  await host?.writeJournal(again).catch(() => undefined);
}

export async function discardRecovered(entries: readonly JournalEntry[]): Promise<void> {
  const { host } = studio.getState();
  for (const entry of entries) await host?.discardJournal(entry.document);
}
