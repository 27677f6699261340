import { expect, test } from 'vitest';
import { commandNamed, menuCommands } from './menu.js';

test('menus name commands that there are', () => {
  expect(menuCommands.filter((id) => commandNamed(id) === undefined)).toEqual([]);
});
