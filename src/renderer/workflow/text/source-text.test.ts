import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { scaled } from '../../../../test/helpers/scale.js';
import { changeBetween } from '../../ui/outside-changes.js';
import { applyChanges, sourceText } from './source-text.js';

const texts = fc
  .array(fc.constantFrom('a', '{', '"', ' ', '\n', '\r\n', '名'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('the text of an editor and of a definition', () => {
  test('a change of the editor leaves every other character of the text, line breaks included', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'y\nz'), (text, a, b, insert) => {
        const source = sourceText(text);
        const length = source.edited.length;
        const from = Math.min(a % (length + 1), b % (length + 1));
        const to = Math.max(a % (length + 1), b % (length + 1));
        const changes = ChangeSet.of({ from, to, insert }, length);
        const after = applyChanges(source, changes);
        expect(sourceText(after).edited).toBe(changes.apply(Text.of(source.edited.split('\n'))).toString());
        if (insert === '' && from === to) expect(after).toBe(text);
        if (!text.includes('\r')) expect(after).not.toContain('\r');
      }),
      { numRuns: scaled(200) },
    );
  });

  test('a change in CR LF text is spelt in CR LF', () => {
    const source = sourceText('a\r\nb\r\nc');
    expect(source.edited).toBe('a\nb\nc');
    expect(source.toEdited(3)).toBe(2);
    expect(applyChanges(source, ChangeSet.of({ from: 2, to: 3, insert: 'B\nB' }, 5))).toBe('a\r\nB\r\nB\r\nc');
  });

  test('the difference of two texts, put into the first, gives the second', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = changeBetween(before, after);
        if (change === undefined) expect(before).toBe(after);
        else expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
      }),
      { numRuns: scaled(200) },
    );
  });
});
