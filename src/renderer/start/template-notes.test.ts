import { expect, test } from 'vitest';
import { japaneseNotes, withNotesIn } from './template-notes.js';
import { templates } from './templates.js';
import { templateTexts } from './template-texts.js';

test('every note of every template has words in Japanese, and no words are left over', () => {
  const inFiles = templates.flatMap(({ id, design }) => Object.keys(design.notes).map((note) => `${id}/${note}`));
  const translated = Object.entries(japaneseNotes).flatMap(([id, notes]) =>
    Object.keys(notes).map((note) => `${id}/${note}`),
  );
  expect(translated.sort()).toEqual(inFiles.sort());
});

test('every template has a title and a line in both languages', () => {
  expect(templates.map(({ id }) => id).filter((id) => !Object.hasOwn(templateTexts, id))).toEqual([]);
});

test('a template opens with its notes in the language of the person, and is the file itself in English', () => {
  const template = templates.find(({ id }) => id === 'saga');
  if (template === undefined) throw new Error('no template');
  expect(withNotesIn(template.design, 'saga', 'en')).toBe(template.design);
  const japanese = withNotesIn(template.design, 'saga', 'ja');
  expect(Object.values(japanese.notes).every(({ text }) => /[ぁ-ん]/.test(text))).toBe(true);
  expect(japanese.layout).toBe(template.design.layout);
});
