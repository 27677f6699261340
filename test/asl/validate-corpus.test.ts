import { expect, test } from 'vitest';
import { parseDefinition, walkStates } from '../../src/asl/definition.js';
import { aslProblemTexts, isAslError, type AslProblem } from '../../src/asl/problems.js';
import { translate } from '../../src/model/localized.js';
import { variablesRead } from '../../src/asl/validate/variables.js';
import { corpus, problemsOf, recordedCases, sampleDefinitions, tell, type Definition } from './corpus.js';

const missing = corpus === undefined;

const sentence = ({ code, facts, path }: AslProblem): string =>
  `${path.join('/')}: ${code}: ${translate(aslProblemTexts[code].message, 'en', facts)}`;

const errorsOf = (one: Definition): readonly string[] => problemsOf(one).filter(isAslError).map(sentence);

/** Why we may differ from AWS, by what is in the definition. Empty: we do not. */
const reasons: readonly { readonly why: string; readonly explains: (one: Definition) => boolean }[] = [];

const explained = (one: Definition): string | undefined => reasons.find(({ explains }) => explains(one))?.why;

test.skipIf(missing)('no state machine of AWS samples is called invalid', () => {
  const samples = sampleDefinitions();
  const wrong = samples.flatMap((one) => errorsOf(one).map((error) => `${one.id}: ${error}`));
  tell(`AWS samples: ${String(samples.length)} state machines, ${String(wrong.length)} errors`);
  expect(samples.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test.skipIf(missing)('what AWS accepted is accepted, what it refused is refused', () => {
  const cases = recordedCases().filter(({ kind }) => ['execution', 'validation', 'variable-references'].includes(kind));
  // Whatever ran was accepted before.
  const isAccepted = ({ kind, expected }: (typeof cases)[number]): boolean =>
    kind !== 'validation' || expected['result'] === 'OK';
  const accepted = cases.filter(isAccepted);
  const refused = cases.filter((one) => !isAccepted(one));
  const differences = [
    ...accepted
      .filter((one) => errorsOf(one).length > 0)
      .map((one) => ({ one, how: `accepted, but ${errorsOf(one).join('; ')}` })),
    ...refused
      .filter((one) => errorsOf(one).length === 0)
      .map((one) => ({ one, how: 'refused, but nothing is found' })),
  ];
  for (const { one, how } of differences) tell(`${one.id}: ${how}: ${explained(one) ?? 'not explained'}`);
  const wrongly = differences.filter(({ one }) => isAccepted(one)).length;
  const missed = differences.length - wrongly;
  tell(
    `Recorded on AWS: ${String(accepted.length)} accepted, ${String(wrongly)} called invalid; ` +
      `${String(refused.length)} refused, ${String(refused.length - missed)} of them refused here`,
  );
  expect(differences.filter(({ one }) => explained(one) === undefined)).toEqual([]);
  expect(missed).toBeLessThanOrEqual(refused.length / 10);
  expect(cases.length).toBeGreaterThan(0);
});

test.skipIf(missing)('the variables that each state reads are those that AWS tells', () => {
  const cases = recordedCases().filter(({ kind }) => kind === 'variable-references');
  for (const { id, text, format, expected } of cases) {
    const { tree } = parseDefinition(text, format);
    const read = Object.fromEntries(
      [...(tree === undefined ? [] : walkStates(tree))]
        .map((state) => [state.name, [...variablesRead(state)].sort()] as const)
        .filter(([, names]) => names.length > 0),
    );
    const told = expected['variableReferences'] as Readonly<Record<string, readonly string[]>>;
    const sorted = Object.fromEntries(Object.entries(told).map(([name, names]) => [name, [...names].sort()]));
    expect(read, id).toEqual(sorted);
  }
  tell(`Variables read: ${String(cases.length)} definitions as AWS tells`);
  expect(cases.length).toBeGreaterThan(0);
});
