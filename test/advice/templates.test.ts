import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { applyFinding } from '../../src/advisor/apply.js';
import { advise } from '../../src/advisor/engine.js';
import type { Finding } from '../../src/advisor/define.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { applyFinding as applyCommand } from '../../src/editor/commands/apply-finding.js';
import { createEditor } from '../../src/editor/editor.js';
import type { Design } from '../../src/model/design.js';
import { parseDesign } from '../../src/model/parse.js';
import { isError } from '../../src/model/problems.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { createTemplateCheck } from '../export/templates.js';
import { reachablePairs } from '../helpers/reachability.js';

/** What the advisor says of the templates, and what is true after each finding is applied. */

const folder = join(import.meta.dirname, '../../templates/designs');
const read = (name: string): Design => {
  const { design } = parseDesign(readFileSync(join(folder, name), 'utf8'), { file: name });
  if (design === undefined) throw new Error(`${name} does not open`);
  return design;
};

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

const said = (finding: Finding): string =>
  [finding.rule.id, finding.verdict, finding.function ?? '-', finding.mechanism].join(' ');

test('each template gets the advice that it was drawn for', () => {
  const advice = (name: string): string[] => advise(resolveSystem(read(name))).map(said);
  expect(advice('lift-and-shift.yaml')).toMatchInlineSnapshot(`
    [
      "api-gateway-direct-integration replace get-item apigw-rest-aws-integration",
      "api-gateway-direct-integration replace list-items apigw-rest-aws-integration",
      "api-gateway-direct-integration replace request-export apigw-rest-aws-integration",
      "keep-function keep save-item none",
      "keep-function keep write-export none",
    ]
  `);
  expect(advice('stream-to-bus.yaml')).toMatchInlineSnapshot(`
    [
      "keep-function keep place-order none",
      "stream-or-queue-to-pipe replace publish-order pipes",
      "keep-function keep write-confirmation none",
    ]
  `);
  expect(advice('transcription-and-titles.yaml')).toMatchInlineSnapshot(`
    [
      "polling-to-callback question - sfn-callback",
      "task-calls-transport-lambda replace propose-titles sfn-optimized",
      "task-calls-transport-lambda replace save-titles sfn-optimized",
      "task-calls-transport-lambda replace start-transcription sfn-sdk",
      "bucket-notifies-directly replace start-workflow s3-eventbridge",
    ]
  `);
  expect(advice('serverless-video.yaml')).toMatchInlineSnapshot(`
    [
      "rule-calls-target replace complete-hook sfn-sdk",
      "keep-function keep convert-short none",
      "api-gateway-direct-integration replace list-live-channels apigw-rest-aws-integration",
      "keep-function keep list-videos none",
      "keep-function keep moderate-video none",
      "keep-function keep persist-video none",
      "result-to-destination question publish-global lambda-destination",
      "keep-function keep publish-global none",
      "stream-or-queue-to-pipe replace publish-status pipes",
      "keep-function keep put-reaction none",
    ]
  `);
});

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (name) => {
  const design = read(name);
  const before = resolveSystem(design);
  const findings = advise(before);

  test('opens and exports without an error', () => {
    expect(problemsOf(before).filter(isError)).toEqual([]);
    expect(generateProject(before, { language: 'en' }).files.size).toBeGreaterThan(10);
  });

  describe.each(findings.filter(({ applicable }) => applicable).map((finding) => [said(finding), finding] as const))(
    'after %s',
    (_, finding) => {
      const changed = applyFinding(before, finding);
      const after = resolveSystem(changed);

      test('the finding is gone', () => {
        const again = advise(after).filter(
          ({ rule, function: about }) => rule.id === finding.rule.id && about === finding.function,
        );
        expect(again.map(said)).toEqual([]);
      });

      test('every source still reaches its target', () => {
        const now = reachablePairs(after);
        const lost = [...reachablePairs(before)].filter((pair) => {
          const [from = '', to = ''] = pair.split(' ');
          return Object.hasOwn(changed.nodes, from) && Object.hasOwn(changed.nodes, to) && !now.has(pair);
        });
        expect(lost).toEqual([]);
      });

      test('it exports without a new error', () => {
        expect(problemsOf(after).filter(isError)).toEqual([]);
        expect(generateProject(after, { language: 'en' }).problems.filter(isError)).toEqual([]);
      });

      test('it synthesises, and AWS would take the templates', async () => {
        const result = await synthesiser.synthesise(generateProject(after, { language: 'en' }));
        if ('problems' in result) throw new Error(JSON.stringify(result.problems));
        for (const [stack, template] of Object.entries(result.templates))
          expect(check.errorsOf(template), stack).toEqual([]);
      });

      test('undo gives back the design byte for byte', () => {
        const editor = createEditor(design);
        editor.run(applyCommand, { after: changed, title: finding.rule.title, facts: finding.facts });
        expect(serialiseDesign(editor.getState().design)).not.toBe(serialiseDesign(design));
        editor.undo();
        expect(serialiseDesign(editor.getState().design)).toBe(serialiseDesign(design));
      });
    },
  );
});
