import '../../catalog/further.js';
import { describe, expect, test } from 'vitest';
import { createEditor } from '../editor.js';
import { applyFix } from '../commands/apply-fix.js';
import type { Design } from '../../model/design.js';
import { languages, translate } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { problemTexts, type Problem } from '../../model/problems.js';
import { serialiseDesign } from '../../model/serialise.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import type { FixDefinition } from './define.js';
import { fixes, soundFixes } from './index.js';

function read(sections: string): { readonly design: Design; readonly problems: readonly Problem[] } {
  const settings = sections.startsWith('settings') ? '' : 'settings: { name: Test }\n';
  const { design, problems } = parseDesign(`format: servicefull-design\nversion: 1\n${settings}${sections}\n`);
  if (design === undefined) throw new Error(`no design: ${JSON.stringify(problems)}`);
  return { design, problems: [...problems, ...problemsOf(resolveSystem(design))] };
}

/** Everything wrong with a design, as a file and as a system. */
const wrongWith = (design: Design): string[] =>
  read(serialiseDesign(design).replace(/^format: .*\nversion: .*\n/, '')).problems.map(
    ({ code, facts, node, connection }) => JSON.stringify([code, facts, node, connection]),
  );

const placeholders = (text: string): string[] => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);

const mended = ({ codes }: FixDefinition, problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ code }) => codes.includes(code));

describe.each(fixes.map((fix) => [fix.id, fix] as const))('%s', (_id, fix) => {
  test('has an example of each', () => {
    expect(fix.examples.length).toBeGreaterThan(0);
  });

  test.each(fix.examples)('mends without breaking: %s', (example) => {
    const { design, problems } = read(example);
    const bytes = serialiseDesign(design);
    const offers = mended(fix, problems).flatMap((problem) =>
      fix.offer(resolveSystem(design), problem).map((offer) => ({ problem, offer })),
    );
    expect(offers.length).toBeGreaterThan(0);
    const before = wrongWith(design);
    for (const { problem, offer } of offers) {
      const editor = createEditor(design);
      editor.run(applyFix, { fix: offer });
      const after = wrongWith(editor.getState().design);
      const { code, facts, node, connection } = problem;
      expect(after).not.toContain(JSON.stringify([code, facts, node, connection]));
      // A node that nothing calls yet is unfinished, and not broken.
      expect(after.filter((one) => !before.includes(one) && !one.startsWith('["not-connected"'))).toEqual([]);
      editor.undo();
      expect(serialiseDesign(editor.getState().design)).toBe(bytes);
      for (const language of languages)
        expect(
          placeholders(translate(offer.label, language)).filter((name) => !Object.hasOwn(offer.facts ?? {}, name)),
        ).toEqual([]);
    }
  });
});

test('what is offered to people was tried: nothing that leaves the problem or makes an error', () => {
  const { design, problems } = read(`nodes:
  orders: { service: sqs-queue, label: Orders, props: { deadLetterQueue: gone } }
  fifo: { service: sqs-queue, label: Gone, props: { queueType: fifo } }`);
  const [dangling] = problems.filter(({ code }) => code === 'dangling-node');
  if (dangling === undefined) throw new Error('nothing dangles');
  const offered = soundFixes(resolveSystem(design), dangling).map(({ label, facts }) => translate(label, 'en', facts));
  expect(offered).toEqual(['Clear "Dead-letter queue"']);
});

test('no fix waits for a problem that does not exist', () => {
  expect(fixes.flatMap(({ codes }) => codes).filter((code) => !Object.hasOwn(problemTexts, code))).toEqual([]);
});
