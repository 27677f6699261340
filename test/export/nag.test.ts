import { afterAll, describe, expect, test } from 'vitest';
import type { Project } from '../../src/codegen/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';
import { createNagCheck } from './nag.js';
import { designFiles, exportDesign, isFull, readDesign } from './project.js';
import { randomDesign } from './random-design.js';

const nag = createNagCheck();
afterAll(() => {
  nag.dispose();
});

/** Every template, and of the golden cases what there is time for. */
const drawn = [...designFiles].filter(([name], index) => isFull || name.startsWith('templates/') || index % 5 === 0);

describe('designs that people drew', () => {
  test.each(drawn)('%s has no findings that nobody explained', async (_, file) => {
    expect(await nag.findingsOf(exportDesign(readDesign(file)))).toEqual([]);
  });
});

/** Designs of 30 to 120 nodes that can be exported; their seeds are in the names of the tests. */
function generated(count: number): [string, Project][] {
  const found: [string, Project][] = [];
  for (let seed = 1; found.length < count; seed++) {
    const design = randomDesign(seed, 120);
    const size = Object.keys(design.nodes).length;
    if (size < 30) continue;
    const project = generateProject(resolveSystem(design), { language: 'en' });
    if (project.plan !== undefined) found.push([`seed ${String(seed)}, ${String(size)} nodes`, project]);
  }
  return found;
}

describe('designs that are generated', () => {
  test.each(generated(scaled(2)))(
    '%s has no findings that nobody explained',
    { timeout: 60_000 },
    async (_, project) => {
      expect(await nag.findingsOf(project)).toEqual([]);
    },
  );
});
