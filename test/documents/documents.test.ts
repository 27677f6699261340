import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { designVersion } from '../../src/model/design.js';
import { errorsOf, parseDesign } from '../../src/model/parse.js';
import { serialiseDesign } from '../../src/model/serialise.js';

const folder = import.meta.dirname;
const versions = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('there is a saved document of every version', () => {
  expect(versions.map((entry) => entry.name)).toEqual(
    Array.from({ length: designVersion }, (_, index) => `v${String(index + 1)}`),
  );
});

describe.each(versions.flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(name, file))))(
  '%s',
  (path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const result = parseDesign(text, { file: path });

    test('opens without an error', () => {
      expect(errorsOf(result)).toEqual([]);
      expect(result.design?.version).toBe(designVersion);
    });

    test.runIf(path.startsWith(`v${String(designVersion)}`))('saves as it was written', () => {
      expect(result.design && serialiseDesign(result.design)).toBe(text);
    });
  },
);
