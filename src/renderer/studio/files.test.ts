import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteSelection } from '../../editor/commands/delete-selection.js';
import { setSettings } from '../../editor/commands/set-settings.js';
import { emptyDesign } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import type { ConflictChoice } from './dialogs.js';
import { createFakeHost, type FakeHost } from './fake-host.js';
import { openDocuments, showDocument, showStart, stepDocument } from './documents.js';
import { checkDisk, closeDesign, newDesign, openDropped, openHandle, openTemplate, save, saveAll } from './files.js';
import { offerRecovery, recover, startJournal } from './journal.js';
import { isUnsaved, studio, type StudioState } from './studio.js';

const orders = serialiseDesign(emptyDesign('Orders'));
const start: StudioState = studio.getState();
let host: FakeHost;

beforeEach(() => {
  host = createFakeHost({ 'orders.yaml': orders, 'broken.yaml': 'format: servicefull-design\nversion: [1' });
  studio.setState({ ...start, host });
});

afterEach(() => {
  vi.useRealTimers();
});

const rename = (name: string): void => {
  studio.getState().editor.run(setSettings, { name });
};

/** Answers the question on screen. */
async function answer(choice: 'save' | 'discard' | 'cancel' | ConflictChoice): Promise<void> {
  const dialog = await vi.waitUntil(() => studio.getState().dialog);
  if (dialog.kind === 'unsaved' && (choice === 'save' || choice === 'discard' || choice === 'cancel'))
    dialog.answer(choice);
  else if (dialog.kind === 'conflict' && choice !== 'save' && choice !== 'discard') dialog.answer(choice);
  else throw new Error(`no such question: ${dialog.kind}`);
}

test('an opened file is saved; what is on disk then reads as what is on screen', async () => {
  await openHandle('orders.yaml');
  rename('Shipping');
  expect(isUnsaved(studio.getState())).toBe(true);
  expect(await save()).toBe(true);
  expect(isUnsaved(studio.getState())).toBe(false);
  expect(host.files.get('orders.yaml')?.text).toBe(serialiseDesign(emptyDesign('Shipping')));
});

test('a file that somebody else changed is not overwritten before the person says so', async () => {
  await openHandle('orders.yaml');
  rename('Mine');
  const theirs = serialiseDesign(emptyDesign('Theirs'));
  host.changeOnDisk('orders.yaml', theirs);

  const cancelled = save();
  await answer('cancel');
  expect(await cancelled).toBe(false);
  expect(host.files.get('orders.yaml')?.text).toBe(theirs);

  const overwritten = save();
  await answer('overwrite');
  expect(await overwritten).toBe(true);
  expect(host.files.get('orders.yaml')?.text).toContain('Mine');
});

test('a question whose place another dialog takes is left: the next save is not held up by it', async () => {
  await openHandle('orders.yaml');
  rename('Mine');
  host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
  const left = save();
  await vi.waitUntil(() => studio.getState().dialog?.kind === 'conflict');
  await openDropped([new File(['no design'], 'notes.txt')], []);
  expect(await left).toBe(false);
  expect(studio.getState().dialog?.kind).toBe('unreadable');

  studio.setState({ dialog: undefined });
  const again = save();
  await answer('overwrite');
  expect(await again).toBe(true);
  expect(studio.getState().dialog).toBeUndefined();
});

test('a file that is opened twice at once has one tab', async () => {
  await Promise.all([openHandle('orders.yaml'), openHandle('orders.yaml')]);
  expect(studio.getState().documents).toHaveLength(1);
});

test('keeping theirs shows what is on disk', async () => {
  await openHandle('orders.yaml');
  rename('Mine');
  host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
  const saving = save();
  await answer('theirs');
  await saving;
  expect(studio.getState().design.settings.name).toBe('Theirs');
  expect(isUnsaved(studio.getState())).toBe(false);
});

test('a text that is no design says why, and leaves what is on screen', async () => {
  await openHandle('orders.yaml');
  await openHandle('broken.yaml');
  const { dialog, design } = studio.getState();
  expect(
    dialog?.kind === 'unreadable' ? dialog.files.flatMap(({ problems }) => problems).map(({ code }) => code) : dialog,
  ).toEqual(['yaml-syntax']);
  expect(design.settings.name).toBe('Orders');
});

test('unsaved work is closed only when the person says so', async () => {
  await openHandle('orders.yaml');
  rename('Mine');
  const staying = closeDesign();
  await answer('cancel');
  expect(await staying).toBe(false);
  expect(studio.getState().design.settings.name).toBe('Mine');

  const leaving = closeDesign();
  await answer('discard');
  expect(await leaving).toBe(true);
  expect(studio.getState()).toMatchObject({ documents: [], screen: 'start' });
});

const names = (): readonly string[] => openDocuments(studio.getState()).map(({ design }) => design.settings.name);

describe('several designs at once', () => {
  test('each keeps its changes, its history and what is unsaved', async () => {
    await openHandle('orders.yaml');
    rename('Mine');
    const first = studio.getState().file.document;
    await newDesign();
    expect(names()).toEqual(['Mine', 'Untitled']);
    expect(studio.getState().history.undo).toBeUndefined();
    rename('Second');
    showDocument(first);
    expect(studio.getState().design.settings.name).toBe('Mine');
    studio.getState().editor.undo();
    expect(names()).toEqual(['Orders', 'Second']);
    expect(openDocuments(studio.getState()).map(isUnsaved)).toEqual([false, true]);
    stepDocument(1);
    expect(studio.getState().design.settings.name).toBe('Second');
  });

  test('a file that is open already is shown, not opened twice', async () => {
    await openHandle('orders.yaml');
    const first = studio.getState().file.document;
    await newDesign();
    await openHandle('orders.yaml');
    expect(studio.getState().file.document).toBe(first);
    expect(studio.getState().documents).toHaveLength(2);
  });

  test('what is opened takes the place of a new design that nobody touched', async () => {
    await newDesign();
    await openHandle('orders.yaml');
    expect(names()).toEqual(['Orders']);
    await newDesign();
    rename('Touched');
    await openTemplate(emptyDesign('Template'));
    expect(names()).toEqual(['Orders', 'Touched', 'Template']);
  });

  test('a change behind the screen is seen once the design is shown again', async () => {
    await openHandle('orders.yaml');
    const { editor } = studio.getState();
    await newDesign();
    editor.run(setSettings, { name: 'Behind' });
    expect(names()).toEqual(['Behind', 'Untitled']);
    expect(studio.getState().design.settings.name).toBe('Untitled');
  });

  test('the start screen closes nothing', async () => {
    await openHandle('orders.yaml');
    rename('Mine');
    const { document } = studio.getState().file;
    showStart();
    expect(studio.getState().screen).toBe('start');
    showDocument(document);
    expect(studio.getState()).toMatchObject({ screen: 'editor', design: { settings: { name: 'Mine' } } });
  });

  test('save all saves what is behind the screen as well', async () => {
    await openHandle('orders.yaml');
    rename('Mine');
    await newDesign();
    rename('Second');
    expect(await saveAll()).toBe(true);
    expect([...host.files.keys()]).toEqual(['orders.yaml', 'broken.yaml', 'Second.yaml']);
    expect(openDocuments(studio.getState()).some(isUnsaved)).toBe(false);
  });

  test('dropped files are opened each in its tab, and what is no design is listed once', async () => {
    const file = (name: string, text: string): File => new File([text], name);
    await openDropped(
      [file('a.yaml', orders), file('b.yaml', 'x: ['), file('c.yaml', orders), file('d.yaml', '[]')],
      [],
    );
    const { documents, dialog } = studio.getState();
    expect(documents.map(({ file: { name } }) => name)).toEqual(['a', 'c']);
    expect(dialog?.kind === 'unreadable' ? dialog.files.map(({ name }) => name) : dialog).toEqual(['b.yaml', 'd.yaml']);
  });
});

describe('a file that was changed on disk', () => {
  const withRegion = (region: string): string => {
    const design = emptyDesign('Orders');
    return serialiseDesign({ ...design, settings: { ...design.settings, region } });
  };

  test('both changes are kept by a merge, as one step', async () => {
    await openHandle('orders.yaml');
    rename('Mine');
    host.changeOnDisk('orders.yaml', withRegion('eu-west-1'));
    const saving = save();
    await answer('merge');
    expect(await saving).toBe(true);
    expect(studio.getState().design.settings).toMatchObject({ name: 'Mine', region: 'eu-west-1' });
    expect(host.files.get('orders.yaml')?.text).toContain('eu-west-1');
    studio.getState().editor.undo();
    expect(studio.getState().design.settings).not.toHaveProperty('region');
    expect(isUnsaved(studio.getState())).toBe(true);
  });

  test('what both changed is asked', async () => {
    await openHandle('orders.yaml');
    rename('Mine');
    host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
    const saving = save();
    await answer('merge');
    const dialog = await vi.waitUntil(() => studio.getState().dialog);
    if (dialog.kind !== 'merge') throw new Error(dialog.kind);
    dialog.answer(dialog.theirs);
    expect(await saving).toBe(true);
    expect(studio.getState().design.settings.name).toBe('Theirs');
  });

  test('without changes of one’s own the new version is shown, and can be undone', async () => {
    await openHandle('orders.yaml');
    host.changeOnDisk('orders.yaml', withRegion('eu-west-1'));
    await checkDisk();
    expect(studio.getState().design.settings.region).toBe('eu-west-1');
    expect(isUnsaved(studio.getState())).toBe(false);
    studio.getState().toasts[0]?.action?.run();
    expect(studio.getState().design.settings.region).toBeUndefined();
  });

  test('the offer to undo ends with the next step, which it would take back', async () => {
    await openHandle('orders.yaml');
    host.changeOnDisk('orders.yaml', withRegion('eu-west-1'));
    await checkDisk();
    const [offer] = studio.getState().toasts;
    rename('Mine');
    expect(studio.getState().toasts).toEqual([]);
    offer?.action?.run();
    expect(studio.getState().design.settings).toMatchObject({ name: 'Mine', region: 'eu-west-1' });
  });
});

test('a change on disk beside one’s own is told, with a way to merge', async () => {
  await openHandle('orders.yaml');
  await checkDisk();
  expect(studio.getState().toasts).toEqual([]);
  rename('Mine');
  host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
  await checkDisk();
  expect(studio.getState().toasts[0]?.action).toBeDefined();
});

test('what is changed while the version on disk is laid out stays, and the person is told', async () => {
  await openHandle('orders.yaml');
  const text =
    'format: servicefull-design\nversion: 1\nsettings: { name: Theirs }\nnodes:\n  put: { service: lambda-function, label: Put }\n';
  host.changeOnDisk('orders.yaml', text);
  const read: FakeHost['read'] = async (handle) => {
    const result = await host.read(handle);
    setTimeout(() => {
      rename('Mine');
    });
    return result;
  };
  studio.setState({ host: { ...host, read } });
  await checkDisk();
  expect(studio.getState().design.settings.name).toBe('Mine');
  expect(studio.getState().toasts[0]?.action).toBeDefined();
});

test('a killed app has its work in the journal within a second, and offers it', async () => {
  await openHandle('orders.yaml');
  vi.useFakeTimers();
  startJournal();
  rename('Half');
  rename('Half done');
  await vi.advanceTimersByTimeAsync(1000);
  expect([...host.journal.values()].map(({ text }) => text)).toEqual([serialiseDesign(emptyDesign('Half done'))]);
  vi.useRealTimers();

  studio.setState({ ...start, host });
  await offerRecovery();
  const { dialog } = studio.getState();
  const [entry] = dialog?.kind === 'recover' ? dialog.entries : [];
  expect(entry).toBeDefined();
  if (entry === undefined) return;
  await recover([entry]);
  expect(studio.getState().design.settings.name).toBe('Half done');
  expect(isUnsaved(studio.getState())).toBe(true);
  expect(await save()).toBe(true);
  expect(host.files.get('orders.yaml')?.text).toContain('Half done');
  expect(host.journal.size).toBe(0);
});

/** The host with a disk that writes when it is let. */
function slowHost(): () => void {
  let release = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  studio.setState({ host: { ...host, save: (request) => waiting.then(() => host.save(request)) } });
  return release;
}

test('saving twice at once is no conflict with oneself', async () => {
  await openHandle('orders.yaml');
  const release = slowHost();
  rename('Mine');
  const both = [save(), save()];
  release();
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(studio.getState().dialog).toBeUndefined();
});

test('a slow save marks the document that it saved, not the one that was opened meanwhile', async () => {
  await openHandle('orders.yaml');
  const release = slowHost();
  const saving = save();
  await newDesign();
  release();
  await saving;
  expect(studio.getState().file.handle).toBeUndefined();
});

test('what was changed during a save stays in the journal; what was undone leaves it', async () => {
  await openHandle('orders.yaml');
  vi.useFakeTimers();
  startJournal();
  const release = slowHost();
  rename('Saved');
  const saving = save();
  await vi.advanceTimersByTimeAsync(0);
  studio.getState().editor.endGesture();
  rename('Later');
  await vi.advanceTimersByTimeAsync(1000);
  release();
  await saving;
  expect([...host.journal.values()].map(({ text }) => text)).toEqual([serialiseDesign(emptyDesign('Later'))]);
  studio.getState().editor.undo();
  await vi.advanceTimersByTimeAsync(1000);
  expect(host.journal.size).toBe(0);
});

test.each([
  ['Orders: v2 / draft', 'Orders- v2 - draft.yaml'],
  ['../..', '-...yaml'],
  ['', 'design.yaml'],
  ['Con', 'Con_.yaml'],
  ['長'.repeat(300), `${'長'.repeat(60)}.yaml`],
])('a design called %j can be saved', async (name, file) => {
  await newDesign();
  rename(name);
  expect(await save()).toBe(true);
  expect([...host.files.keys()].at(-1)).toBe(file);
});

test('what is undone back to the template is not unsaved, what is recovered is', async () => {
  const { design } = parseDesign(
    'format: servicefull-design\nversion: 1\nsettings: { name: T }\nnodes:\n' +
      '  orders: { service: dynamodb-table, label: Orders, props: { indexes: [{ name: by-date }] } }\n',
  );
  await openTemplate(design ?? emptyDesign('T'));
  const { editor } = studio.getState();
  editor.select({ nodes: new Set(['orders']) });
  editor.run(deleteSelection);
  expect(isUnsaved(studio.getState())).toBe(true);
  studio.getState().editor.undo();
  expect(isUnsaved(studio.getState())).toBe(false);

  await recover([{ document: 'd', name: 'orders', text: orders, written: '2026-01-01T00:00:00Z' }]);
  studio.getState().editor.endGesture();
  rename('Mine');
  studio.getState().editor.undo();
  expect(isUnsaved(studio.getState())).toBe(true);
});
