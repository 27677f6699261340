import { expect, test } from 'vitest';
import { asText, isObject, parseDefinition, stateAt, walkStates, type State } from '../../src/asl/definition.js';
import { evaluateTemplate, type Sample } from '../../src/asl/jsonata/evaluate.js';
import { isList } from '../../src/asl/report.js';
import { lookup, type Json } from '../../src/model/design.js';
import { corpus, recordedCases, tell } from './corpus.js';

/** What was recorded of a state: entered with an input, or left with an output and with variables set. */
interface Step {
  readonly entered?: string;
  readonly exited?: string;
  readonly input?: Json;
  readonly output?: Json;
  readonly assigned?: Readonly<Record<string, Json>>;
}

/** Whether a value reads what the recording does not hold. */
const reads = (value: Json | undefined, ...parts: readonly string[]): boolean =>
  parts.some((part) => JSON.stringify(value ?? null).includes(part));
const unknown = ['$states.errorOutput', '$states.context', '$states %', '$millis', '$now', '$uuid'];

test.skipIf(corpus === undefined)('Arguments, Output and Assign of JSONata states give what AWS recorded', async () => {
  const counts = { states: 0, sent: 0, outputs: 0, variables: 0 };
  for (const { id, kind, text, format, flags, expected, mocks } of recordedCases()) {
    const trace = expected['trace'];
    if (kind !== 'execution' || !isList(trace ?? null) || flags.length > 0) continue;
    const { tree } = parseDefinition(text, format);
    if (tree === undefined) continue;
    const all = [...walkStates(tree)];
    // Inside Map and Parallel states runs are told one after the other only where one thing happens at a time.
    const top = new Map([...tree.states.values()].map((state) => [state.name, state]));
    if (all.length !== top.size) continue;
    let variables: Readonly<Record<string, Json>> = {};
    let input: Json = null;
    for (const step of trace as readonly Step[]) {
      if (step.entered !== undefined) input = step.input ?? null;
      const state = top.get(step.exited ?? '');
      if (state === undefined) continue;
      if (state.queryLanguage === 'JSONata') {
        counts.states++;
        // A state that ran more than once has an answer for each run, in an order that is not followed here.
        const calls = mocks[state.name] ?? [];
        const [call] = calls.length === 1 ? calls : [];
        const result = call?.['return'];
        const sample: Sample = { input, variables, ...(result === undefined ? {} : { result }) };
        await compare(id, state, 'Arguments', call?.['request'], sample, () => counts.sent++);
        await compare(id, state, 'Output', step.output, sample, () => counts.outputs++);
        await compare(id, state, 'Assign', step.assigned, sample, () => counts.variables++);
      }
      variables = { ...variables, ...step.assigned };
    }
  }
  tell(
    `JSONata on AWS: ${String(counts.states)} states; ${String(counts.sent)} arguments, ${String(counts.outputs)} outputs and ` +
      `${String(counts.variables)} assignments evaluated as recorded`,
  );
  expect(counts.outputs).toBeGreaterThan(0);
  expect(counts.variables).toBeGreaterThan(0);
});

async function compare(
  id: string,
  state: State,
  field: 'Arguments' | 'Output' | 'Assign',
  recorded: Json | undefined,
  sample: Sample,
  count: () => void,
): Promise<void> {
  const value = lookup(state.fields, field);
  // Rules and catchers have an Output of their own.
  const others = ['Choices', 'Catch'].some((key) => reads(lookup(state.fields, key), '"Output"', '"Assign"'));
  if (value === undefined || recorded === undefined || others || reads(value, ...unknown)) return;
  if (sample.result === undefined && reads(value, '$states.result')) return;
  const found = await evaluateTemplate(value, sample);
  expect({ id, state: state.name, field, ...found }).toEqual({ id, state: state.name, field, value: recorded });
  count();
}

test.skipIf(corpus === undefined)('an expression that failed on AWS fails here, at the same place', async () => {
  let failed = 0;
  for (const { id, text, format, expected } of recordedCases()) {
    const told = expected['evaluationFailed'];
    const { tree } = parseDefinition(text, format);
    if (!isList(told ?? null) || tree === undefined) continue;
    const trace = (expected['trace'] ?? []) as readonly Step[];
    for (const one of told as readonly Json[]) {
      if (!isObject(one)) continue;
      const name = asText(lookup(one, 'state')) ?? '';
      const state = stateAt(tree, ['States', name]);
      const location = (asText(lookup(one, 'location')) ?? '').split('/');
      const field = location[0] ?? '';
      const value = state && lookup(state.fields, field);
      if (value === undefined || reads(value, ...unknown)) continue;
      const input = trace.find(({ entered }) => entered === name)?.input ?? null;
      const found = await evaluateTemplate(value, { input });
      expect({ id, ...found }).toMatchObject({ id, faults: [{ path: location.slice(1) }] });
      failed++;
    }
  }
  tell(`JSONata on AWS: ${String(failed)} failures found at the same place`);
  expect(failed).toBeGreaterThan(0);
});
