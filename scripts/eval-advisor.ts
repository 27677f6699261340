import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyseHandler, type HandlerFiles } from '../src/handlers/index.js';
import type { Trigger } from '../src/handlers/judge/mechanisms.js';
import { handlerCases } from '../test/handlers/cases/index.js';
import { mechanismsAreEquivalent } from '../test/handlers/equivalence.js';
import { confusion, said, score, type Label, type Scored } from '../test/handlers/score.js';

const { values } = parseArgs({
  options: { labels: { type: 'string' }, repos: { type: 'string' }, verbose: { type: 'boolean' } },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (part: number): string => part.toFixed(3);

interface LabelLine {
  readonly id: string;
  readonly repo: string;
  readonly handlerPath: string | null;
  readonly handler: string;
  readonly runtime: string;
  readonly trigger: string;
  readonly label: Label;
  readonly mechanism: string | null;
  readonly reason: string;
}

/** Files below a folder, by their paths in it. */
const filesIn = (root: string): HandlerFiles => ({
  text(path) {
    const file = join(root, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : undefined;
  },
});

function fromLabels(labels: string, repos: string): readonly Scored[] {
  return readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelLine)
    .filter((one) => /^(nodejs|python)/.test(one.runtime) && one.handlerPath !== null)
    .flatMap((one) => {
      const files = filesIn(join(repos, basename(one.repo)));
      const path = one.handlerPath ?? '';
      if (files.text(path) === undefined) {
        say(`${one.id}: ${one.repo}/${path} is not there`);
        return [];
      }
      const language = path.endsWith('.py') ? 'Python' : /ts$/.test(path) ? 'TypeScript' : 'JavaScript';
      const analysis = analyseHandler({
        files,
        entry: { path, handler: one.handler },
        trigger: one.trigger as Trigger,
      });
      return [
        {
          id: one.id,
          language,
          trigger: one.trigger,
          label: one.label,
          mechanism: one.mechanism ?? undefined,
          reason: `${dirname(path).split('/')[0] ?? ''}: ${one.reason}`,
          analysis,
        },
      ];
    });
}

const cases = values.labels === undefined ? handlerCases() : fromLabels(values.labels, values.repos ?? '.');

const groups = new Map<string, Scored[]>();
for (const one of cases)
  for (const key of [`language ${one.language}`, `trigger ${one.trigger}`])
    groups.set(key, [...(groups.get(key) ?? []), one]);
say('                            cases  precision  recall  which of the two  mechanism');
for (const [name, list] of [['all', cases] as const, ...[...groups].sort()]) {
  const one = score(list);
  say(
    `${name.padEnd(28)}${String(one.count).padStart(5)}${percent(one.precision).padStart(11)}${percent(one.recall).padStart(8)}${percent(one.which).padStart(18)}${percent(one.mechanism).padStart(11)}`,
  );
}
for (const [name, list] of [['all', cases] as const, ...[...groups].filter(([key]) => key.startsWith('language'))])
  say(`\n${name}\n${confusion(list)}`);
const stubs = score(cases).stubsClaimed;
say(`\nStubs that were claimed: ${stubs.length === 0 ? 'none' : stubs.join(', ')}`);
say('\nWrong:');
for (const one of cases) {
  const proposed = one.analysis.mechanisms[0];
  const right = said[one.analysis.claim] === one.label;
  const sameMechanism =
    !/replace|partly/.test(one.analysis.claim) ||
    !/replaceable|partly/.test(one.label) ||
    mechanismsAreEquivalent(one.trigger, one.mechanism, proposed);
  if (right && sameMechanism && values.verbose !== true) continue;
  const what = one.analysis.facts
    .filter((fact) => fact.kind === 'obstacle')
    .map((fact) => `${fact.what}:${String(fact.line)}`);
  say(
    `${one.id} ${one.language} ${one.trigger}: is ${one.label} (${one.mechanism ?? '-'}), said ${one.analysis.claim} (${proposed ?? '-'}) because ${one.analysis.reasons.join(', ')}; calls ${one.analysis.calls.join(', ')}${what.length > 0 ? `; ${what.slice(0, 4).join(', ')}` : ''} | ${one.reason}`,
  );
}
