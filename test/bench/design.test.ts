import { expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { parseDesign } from '../../src/model/parse.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import { isError } from '../../src/model/problems.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { benchDesign } from './design.js';

test.each([50, 300, 1000])('a measured design of %i nodes is one that can be saved, opened and exported', (count) => {
  const design = benchDesign(count);
  const system = resolveSystem(design);
  expect(Object.keys(design.nodes)).toHaveLength(count);
  expect(Object.keys(design.layout.nodes)).toHaveLength(count);
  expect(problemsOf(system).filter(isError)).toEqual([]);
  const text = serialiseDesign(design);
  expect(serialiseDesign(parseDesign(text).design ?? benchDesign(1))).toBe(text);
});
