import { expect, test } from 'vitest';
import '../../catalog/further.js';
import { rules } from '../../advisor/index.js';
import { connections, services } from '../../catalog/index.js';
import { languages, translate, type Localized } from '../../model/localized.js';
import { connectionPageId, helpPages, servicePageId } from './generated.js';

function* texts(value: unknown): Generator<Localized> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && 'ja' in value) yield value as Localized;
  else for (const inner of Object.values(value)) yield* texts(inner);
}

test('every service, connection kind and rule has its page, found by a unique id', () => {
  const ids = helpPages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const wanted = [
    ...services.map(({ type }) => servicePageId(type)),
    ...connections.map(({ kind }) => connectionPageId(kind)),
    ...rules.map(({ id }) => `rule-${id}`),
  ];
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the words of a suggestion stand without the names that a finding fills in, in either language', () => {
  for (const page of helpPages.filter(({ group }) => group === 'rules'))
    for (const text of texts(page.blocks))
      for (const language of languages) expect(translate(text, language)).not.toMatch(/\{[a-zA-Z]+\}/);
});
