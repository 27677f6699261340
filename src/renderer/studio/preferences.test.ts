import { afterEach, expect, test } from 'vitest';
import { newDesignOf, preferences, readPreferences } from './preferences.js';

afterEach(() => {
  preferences.setState(readPreferences({}));
});

test('what was stored comes back; what is no preference of ours does not', () => {
  const read = readPreferences({
    paletteWidth: 260,
    paletteOpen: false,
    tourSeen: 'yes',
    constructor: 5,
    theme: 'dark',
  });
  expect(read).toEqual({ ...readPreferences({}), paletteWidth: 260, paletteOpen: false });
});

test('a new design begins with what the person prefers, and without what is left empty', () => {
  expect(newDesignOf('Orders').settings).toEqual({
    name: 'Orders',
    handlerLanguage: 'typescript',
    runtime: 'nodejs24.x',
    tags: {},
  });
  preferences.setState({ newRegion: 'ap-northeast-1', newRuntime: 'nodejs24.x' });
  expect(newDesignOf('Orders').settings).toMatchObject({ region: 'ap-northeast-1', runtime: 'nodejs24.x' });
});
