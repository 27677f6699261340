import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteSelection } from '../../editor/commands/delete-selection.js';
import { setSettings } from '../../editor/commands/set-settings.js';
import { emptyDesign } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { createFakeHost, type FakeHost } from './fake-host.js';
import { checkDisk, newDesign, openHandle, openTemplate, save } from './files.js';
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
async function answer(choice: string): Promise<void> {
  const { dialog } = await vi.waitUntil(() => {
    const state = studio.getState();
    return state.dialog === undefined ? undefined : state;
  });
  if (dialog?.kind === 'unsaved' && choice !== 'overwrite' && choice !== 'theirs') {
    dialog.answer(choice === 'save' ? 'save' : choice === 'discard' ? 'discard' : 'cancel');
    return;
  }
  if (dialog?.kind !== 'conflict') throw new Error(`no such question: ${String(dialog?.kind)}`);
  dialog.answer(choice === 'overwrite' ? 'overwrite' : choice === 'theirs' ? 'theirs' : 'cancel');
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
  expect(dialog?.kind === 'unreadable' ? dialog.problems.map(({ code }) => code) : dialog).toEqual(['yaml-syntax']);
  expect(design.settings.name).toBe('Orders');
});

test('unsaved work is left only when the person says so', async () => {
  await openHandle('orders.yaml');
  rename('Mine');
  const staying = newDesign();
  await answer('cancel');
  await staying;
  expect(studio.getState().design.settings.name).toBe('Mine');

  const leaving = newDesign();
  await answer('discard');
  await leaving;
  expect(studio.getState().design.settings.name).toBe('Untitled');
});

test('a change on disk is told, with a way to open it', async () => {
  await openHandle('orders.yaml');
  await checkDisk();
  expect(studio.getState().toasts).toEqual([]);
  host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
  await checkDisk();
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
  await recover(entry);
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

  await recover({ document: 'd', name: 'orders', text: orders, written: '2026-01-01T00:00:00Z' });
  studio.getState().editor.endGesture();
  rename('Mine');
  studio.getState().editor.undo();
  expect(isUnsaved(studio.getState())).toBe(true);
});
