import { afterAll, describe, expect, test } from 'vitest';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { tell } from '../asl/corpus.js';
import { translateProblem } from '../export/problem-text.js';
import { designFiles, exportDesign, isFull, readDesign } from '../export/project.js';
import { compareDesigns, importSynthesised, type RoundTrip } from './round-trip.js';

const synthesiser = createSynthesiser();
afterAll(() => {
  synthesiser.dispose();
});

async function roundTrip(file: string): Promise<RoundTrip> {
  const design = readDesign(file);
  const project = exportDesign(design);
  const result = await synthesiser.synthesise(project);
  if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
  return compareDesigns(design, importSynthesised(project, result.templates));
}

const share = (lost: number, all: number): number => (all === 0 ? 100 : (100 * (all - lost)) / all);

describe('templates of our own exports', () => {
  test('come back as the design that they were made of', { timeout: 240_000 }, async () => {
    // Every third one in the quick run: each kind of design is among them.
    const some = [...designFiles].filter((_, index) => isFull || index % 3 === 0);
    const all: (RoundTrip & { readonly name: string })[] = [];
    for (const [name, file] of some) all.push({ name, ...(await roundTrip(file)) });
    const sum = (count: (one: RoundTrip) => number): number => all.reduce((total, one) => total + count(one), 0);
    const shares = {
      nodes: share(
        sum((one) => one.lostNodes.length),
        sum((one) => one.nodes),
      ),
      connections: share(
        sum((one) => one.lostConnections.length),
        sum((one) => one.connections),
      ),
      definitions: share(
        sum((one) => one.lostDefinitions.length),
        sum((one) => one.definitions),
      ),
    };
    tell(
      `Round trip of ${String(all.length)} designs: ${Object.entries(shares)
        .map(([what, value]) => `${what} ${value.toFixed(1)} %`)
        .join(', ')}; ` +
        `drawn besides: ${String(sum((one) => one.moreNodes.length))} nodes, ${String(sum((one) => one.moreConnections.length))} connections`,
    );
    for (const one of all)
      for (const [what, list] of [
        ['lost', [...one.lostNodes, ...one.lostConnections, ...one.lostDefinitions.map((id) => `definition ${id}`)]],
        ['besides', [...one.moreNodes, ...one.moreConnections]],
      ] as const)
        for (const miss of list) tell(`  ${what}: ${one.name}: ${miss}`);
    // What is reached, not what is wanted: raised with each cause that is mended.
    const reached = isFull
      ? { nodes: 96, connections: 81, definitions: 94 }
      : { nodes: 94, connections: 75, definitions: 91 };
    expect(shares.nodes).toBeGreaterThanOrEqual(reached.nodes);
    expect(shares.connections).toBeGreaterThanOrEqual(reached.connections);
    expect(shares.definitions).toBeGreaterThanOrEqual(reached.definitions);
  });
});
