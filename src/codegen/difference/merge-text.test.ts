import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { mergeText } from './merge-text.js';

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
/** Few different lines, so that texts repeat themselves as code does. */
const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', '}', '{'), { maxLength: 14 })
  .map((lines) => lines.join('\n'));

test('changes in different places go together', () => {
  const base = text('import a', 'one', 'two', 'three', 'four');
  const merged = mergeText(
    base,
    text('import a', 'import mine', 'one', 'two', 'three', 'four'),
    text('import a', 'one', 'two', 'three', 'FOUR'),
  );
  expect(merged.conflicts).toBe(0);
  expect(merged.text).toBe(text('import a', 'import mine', 'one', 'two', 'three', 'FOUR'));
});

test('the same lines changed differently are a conflict, and mine stays', () => {
  const merged = mergeText(text('a', 'b', 'c'), text('a', 'mine', 'c'), text('a', 'theirs', 'c'));
  expect(merged.conflicts).toBe(1);
  expect(merged.parts.find(({ kind }) => kind === 'conflict')).toMatchObject({ mine: ['mine'], theirs: ['theirs'] });
  expect(merged.text).toBe(text('a', 'mine', 'c'));
});

test('line ends of Windows are no change, and stay', () => {
  const base = text('a', 'b', 'c', 'd');
  const merged = mergeText(base, text('a', 'B', 'c', 'd').replaceAll('\n', '\r\n'), text('a', 'b', 'c', 'D'));
  expect(merged).toMatchObject({ conflicts: 0, text: text('a', 'B', 'c', 'D').replaceAll('\n', '\r\n') });
});

test('a side that changed nothing has no say; what both changed alike is taken once', () => {
  fc.assert(
    fc.property(anyText, anyText, (base, other) => {
      expect(mergeText(base, base, other)).toMatchObject({ conflicts: 0, text: other });
      expect(mergeText(base, other, base)).toMatchObject({ conflicts: 0, text: other });
      expect(mergeText(base, other, other)).toMatchObject({ conflicts: 0, text: other });
    }),
    { numRuns: scaled(200) },
  );
});

test('all three versions can be read back from the parts, and every line of mine is in the merge', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
      const merged = mergeText(base, mine, theirs);
      for (const [side, whole] of Object.entries({ base, mine, theirs }))
        expect(merged.parts.flatMap((part) => part[side as 'base' | 'mine' | 'theirs']).join('\n')).toBe(whole);
      const own = merged.parts.flatMap((part) => (part.kind === 'theirs' ? [] : part.mine));
      const lines = merged.text.split('\n');
      let from = 0;
      for (const line of own) {
        const at = lines.indexOf(line, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
    }),
    { numRuns: scaled(200) },
  );
});
