import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setSettings } from '../../editor/commands/set-settings.js';
import { emptyDesign } from '../../model/design.js';
import { serialiseDesign } from '../../model/serialise.js';
import { startAutosave } from './autosave.js';
import { createFakeHost, type FakeHost } from './fake-host.js';
import { newDesign, openHandle } from './files.js';
import { isUnsaved, studio, type StudioState } from './studio.js';

const start: StudioState = studio.getState();
let host: FakeHost;
let stop: () => void;

beforeEach(async () => {
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
  host = createFakeHost({ 'orders.yaml': serialiseDesign(emptyDesign('Orders')) });
  studio.setState({ ...start, host, autosave: true });
  stop = startAutosave();
  await openHandle('orders.yaml');
  vi.useFakeTimers();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const rename = (name: string): void => {
  studio.getState().editor.run(setSettings, { name });
  studio.getState().editor.endGesture();
};
const onDisk = (): string => host.files.get('orders.yaml')?.text ?? '';

test('a file is saved some time after the last change, without a word', async () => {
  rename('First');
  await vi.advanceTimersByTimeAsync(1500);
  rename('Second');
  await vi.advanceTimersByTimeAsync(1500);
  expect(onDisk()).toContain('Orders');
  await vi.advanceTimersByTimeAsync(1000);
  expect(onDisk()).toContain('Second');
  expect(isUnsaved(studio.getState())).toBe(false);
  expect(studio.getState().toasts).toEqual([]);
});

test('what somebody else wrote stays, and is told once', async () => {
  host.changeOnDisk('orders.yaml', serialiseDesign(emptyDesign('Theirs')));
  for (const name of ['One', 'Two']) {
    rename(name);
    await vi.advanceTimersByTimeAsync(3000);
  }
  expect(onDisk()).toContain('Theirs');
  expect(studio.getState().toasts).toHaveLength(1);
  expect(studio.getState().dialog).toBeUndefined();
});

test('a design that leaves the screen is saved at once; one without a file asks for none', async () => {
  rename('Mine');
  await newDesign();
  rename('Nowhere');
  await vi.advanceTimersByTimeAsync(3000);
  expect(onDisk()).toContain('Mine');
  expect([...host.files.keys()]).toEqual(['orders.yaml']);
});

test('switched off, nothing is written', async () => {
  studio.setState({ autosave: false });
  rename('Mine');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onDisk()).toContain('Orders');
});
