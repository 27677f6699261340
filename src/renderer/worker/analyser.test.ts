import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../advisor/engine.js';
import { generateProject } from '../../codegen/targets/cdk-typescript.js';
import { emptyDesign, type Design } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { isError, type Problem } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import { permissionsOf } from '../../system/permissions.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import { benchDesign } from '../../../test/bench/design.js';
import { anyEdit } from '../../../test/helpers/edits.js';
import { scaled } from '../../../test/helpers/scale.js';
import { createAnalyser } from './analyser.js';
import { changesBetween, noDesign } from './design-changes.js';
import { patched } from './patch.js';
import type { AnalysisRequest, PlainFinding } from './protocol.js';

const folder = join(import.meta.dirname, '../../../templates/designs');
const seeds: readonly Design[] = [
  benchDesign(43),
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseDesign(readFileSync(join(folder, name), 'utf8')).design ?? emptyDesign('')),
];

/** The page's side: keeps what came, and sends what changed. */
class Page {
  readonly #analyse = createAnalyser();
  #sent: Design | undefined;
  #id = 0;
  findings: ReadonlyMap<string, PlainFinding> = new Map();
  problems: readonly Problem[] = [];
  more: readonly Problem[] = [];
  files: ReadonlyMap<string, string> = new Map();
  filesOf: ReadonlyMap<string, readonly string[]> = new Map();
  writtenOnce: readonly string[] = [];

  ask(design: Design, language: Language): void {
    const changes = changesBetween(this.#sent ?? noDesign, design) ?? { rest: {} };
    const request = { id: (this.#id += 1), changes, fresh: this.#sent === undefined, language };
    this.#sent = design;
    for (const reply of this.#analyse(crossed<AnalysisRequest>(request))) {
      const answer = crossed(reply);
      if (answer.status === 'failed') throw new Error(answer.detail);
      if (answer.status === 'advice') {
        this.findings = patched(this.findings, answer.findings);
        this.problems = answer.problems ?? this.problems;
      } else {
        this.files = patched(this.files, answer.files);
        this.filesOf = patched(this.filesOf, answer.filesOf);
        this.writtenOnce = answer.writtenOnce ?? this.writtenOnce;
        this.more = answer.problems;
      }
    }
  }
}

/** As a message does it: a copy without any identity. */
const crossed = <Message>(message: Message): Message => structuredClone(message);

const saidOf = (system: System): unknown => [
  [...system.nodes.values()],
  [...system.connections.values()],
  permissionsOf(system),
];

const unlessWrong = (after: Design, before: Design): Design =>
  problemsOf(resolveSystem(after)).some(isError) ? before : after;

describe('after any edits', () => {
  test('advice, problems and code are what a fresh look at the whole design gives', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        // Errors leave nothing to generate: half of the runs stay with designs that have none.
        fc.boolean(),
        fc.array(fc.oneof({ weight: 6, arbitrary: anyEdit }, { weight: 1, arbitrary: fc.constant('undo' as const) }), {
          maxLength: 12,
        }),
        (seed, avoidsErrors, edits) => {
          const page = new Page();
          const past: Design[] = [seed];
          let system = resolveSystem(seed);
          page.ask(seed, 'en');
          for (const [index, edit] of edits.entries()) {
            const before = past.at(-1) ?? seed;
            if (edit === 'undo') past.pop();
            else past.push(avoidsErrors ? unlessWrong(edit(before), before) : edit(before));
            const design = past.at(-1) ?? seed;
            const language = index === 5 ? 'ja' : 'en';
            page.ask(design, language);

            system = resolveSystem(design, system);
            const fresh = resolveSystem({ ...design });
            expect(JSON.stringify(saidOf(system))).toBe(JSON.stringify(saidOf(fresh)));
            expect(page.problems).toEqual(problemsOf(fresh));
            expect([...page.findings.values()]).toEqual(
              advise(fresh).map((finding) => ({ ...finding, rule: finding.rule.id })),
            );
            const project = generateProject(fresh, { language });
            expect([...page.files]).toEqual([...project.files]);
            expect(new Map(page.filesOf)).toEqual(project.filesOf);
            expect(new Set(page.writtenOnce)).toEqual(project.writtenOnce);
            expect([...page.problems, ...page.more]).toEqual(project.problems);
          }
        },
      ),
      { numRuns: scaled(30) },
    );
  }, 600_000);

  test('what is moved about is not sent', () => {
    const design = benchDesign(43);
    expect(changesBetween(design, { ...design, layout: { ...design.layout, nodes: {} } })).toBeUndefined();
  });
});
