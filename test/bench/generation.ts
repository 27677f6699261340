import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/catalog/further.js';
import { createGenerator, generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { entries, type Design } from '../../src/model/design.js';
import { invariant } from '../../src/model/invariant.js';
import { parseDesign } from '../../src/model/parse.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { median, quantile } from './statistics.js';

export interface GenerationResult {
  readonly nodes: number;
  /** Of the whole project, after the first time. */
  readonly whole: { readonly median: number; readonly p95: number };
  /** Of what an edit of one node leaves to be made again. */
  readonly edit: { readonly median: number; readonly p95: number };
}

/** The template with the most nodes. */
export function largestTemplate(root: string): Design {
  const folder = join(root, 'templates/designs');
  const designs = readdirSync(folder).flatMap(
    (name) => parseDesign(readFileSync(join(folder, name), 'utf8')).design ?? [],
  );
  const [largest] = designs.sort((a, b) => Object.keys(b.nodes).length - Object.keys(a.nodes).length);
  invariant(largest !== undefined, 'no template');
  return largest;
}

/** How long generating the project of a design takes, as a whole and after an edit of each node in turn. */
export function measureGeneration(design: Design): GenerationResult {
  const options = { language: 'en' } as const;
  const timed = (work: () => void): number => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };
  // The first times pay for the compiler.
  for (let warmUp = 0; warmUp < 3; warmUp++) generateProject(resolveSystem({ ...design }), options);
  const whole = Array.from({ length: 10 }, () => timed(() => generateProject(resolveSystem({ ...design }), options)));

  const generate = createGenerator();
  let current = design;
  let system = resolveSystem(current);
  generate(system, options);
  const edit = entries(design.nodes).map(([id, node]) => {
    current = { ...current, nodes: { ...current.nodes, [id]: { ...node, comment: 'Changed.' } } };
    return timed(() => {
      system = resolveSystem(current, system);
      generate(system, options);
    });
  });
  const figures = (values: readonly number[]) => ({ median: median(values), p95: quantile(values, 0.95) });
  return { nodes: Object.keys(design.nodes).length, whole: figures(whole), edit: figures(edit) };
}
