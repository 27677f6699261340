import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { NameSet } from './name-set.js';

test('holds what a Set of the same names holds', () => {
  const names = fc.array(
    fc.integer({ min: 0, max: 80 }).map((number) => `n${String(number)}`),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(names, names, (first, second) => {
      const empty = new NameSet();
      const [a, b] = [empty.with(first), empty.with(second)];
      const both = a.union(b);
      for (let number = 0; number <= 80; number++) {
        const name = `n${String(number)}`;
        expect(a.has(name)).toBe(first.includes(name));
        expect(both.has(name)).toBe(first.includes(name) || second.includes(name));
      }
      expect(both.equals(b.union(a))).toBe(true);
      expect(a.equals(b)).toBe(new Set(first).size === new Set([...first, ...second]).size && both.equals(b));
    }),
    { numRuns: scaled(200) },
  );
});
