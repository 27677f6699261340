import { expect, test } from 'vitest';
import { belongsToText, isCombination } from './keyboard.js';

const stroke = (
  key: string,
  code: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

test('Mod is Ctrl on Linux and Cmd on macOS, never both', () => {
  expect(isCombination(stroke('s', 'KeyS', { ctrlKey: true }), 'Mod+S', false)).toBe(true);
  expect(isCombination(stroke('s', 'KeyS', { ctrlKey: true }), 'Mod+S', true)).toBe(false);
  expect(isCombination(stroke('s', 'KeyS', { metaKey: true }), 'Mod+S', true)).toBe(true);
});

test('redo is not undo', () => {
  const redo = stroke('Z', 'KeyZ', { ctrlKey: true, shiftKey: true });
  expect(isCombination(redo, 'Mod+Shift+Z', false)).toBe(true);
  expect(isCombination(redo, 'Mod+Z', false)).toBe(false);
});

test('signs are found on every keyboard, with Shift or without', () => {
  expect(isCombination(stroke('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true);
  expect(isCombination(stroke('/', 'Slash'), '/', false)).toBe(true);
  expect(isCombination(stroke('/', 'Digit7', { shiftKey: true }), '/', false)).toBe(true);
});

test('a digit is its key, whatever Shift makes of it', () => {
  expect(isCombination(stroke('!', 'Digit1', { shiftKey: true }), 'Shift+Digit1', false)).toBe(true);
  expect(isCombination(stroke('1', 'Digit1'), 'Shift+Digit1', false)).toBe(false);
});

test('a text field keeps its own keys and leaves saving to the app', () => {
  expect(belongsToText('Delete')).toBe(true);
  expect(belongsToText('Mod+Z')).toBe(true);
  expect(belongsToText('Mod+S')).toBe(false);
});
