import type { JournalEntry } from '../../host/host.js';
import { studio } from './studio.js';

/** Requests may overtake each other on their way to the host: what is said of the journal is said one after the other. */
let last: Promise<unknown> = Promise.resolve();

function inTurn(work: () => Promise<void> | undefined): Promise<void> {
  const next = last.then(work);
  // What fails is told to the caller alone.
  last = next.catch(() => undefined);
  return next;
}

/** Keeps unsaved work; rejects where the host could not. */
export const writeJournal = (entry: Omit<JournalEntry, 'written'>): Promise<void> =>
  inTurn(() => studio.getState().host?.writeJournal(entry));

/** There is nothing to recover of a document. A leftover entry is no reason to trouble anybody. */
export const discardJournal = (id: string): Promise<void> =>
  inTurn(() => studio.getState().host?.discardJournal(id)).catch(() => undefined);

/** Until everything that was said before has arrived. */
export const journalSettled = (): Promise<unknown> => last;
