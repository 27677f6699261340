import { describe, expect, test } from 'vitest';
import { parseDefinition, type DefinitionTree } from '../definition.js';
import type { Format } from '../document.js';
import { copyStates } from './copy-states.js';
import type { EditOutcome, EditResult } from './define.js';
import { definitionEdits as edits } from './index.js';

const treeOf = (text: string, format: Format = 'json'): DefinitionTree => {
  const { tree, problems } = parseDefinition(text, format);
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return tree;
};
function done<Result extends EditResult>(outcome: EditOutcome<Result>): Result {
  if ('problem' in outcome) throw new Error(outcome.problem.code);
  return outcome;
}
const codeOf = (outcome: EditOutcome): string | undefined => ('problem' in outcome ? outcome.problem.code : undefined);
const state = (name: string) => ['States', name];

const yaml = `StartAt: A
States:
  # the first
  A:
    Type: Pass # passes
    Next: B
  B:
    Type: Pass
    Next: C
  C: { Type: Succeed }
`;
const line =
  '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}';

describe('inserting', () => {
  test('on a transition writes in the way of the text', () => {
    const at = { kind: 'next', state: state('A') } as const;
    const wait = { at, name: 'Wait', state: { Type: 'Wait', Seconds: 5 } };
    const { text, select } = done(edits.insertState.run(treeOf(yaml, 'yaml'), wait));
    expect(text).toBe(yaml.replace('Next: B\n', 'Next: Wait\n  Wait:\n    Type: Wait\n    Seconds: 5\n    Next: B\n'));
    expect(select).toEqual([state('Wait')]);
    expect(done(edits.insertState.run(treeOf(line), wait)).text).toBe(
      line.replace('"Next":"B"},', '"Next":"Wait"},"Wait":{"Type":"Wait","Seconds":5,"Next":"B"},'),
    );
  });

  test('at the end, a Choice gets a rule and somewhere to lead', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}';
    const at = { kind: 'next', state: state('A') } as const;
    expect(
      JSON.parse(done(edits.insertState.run(treeOf(text), { at, name: 'If', state: { Type: 'Choice' } })).text),
    ).toEqual({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Next: 'If' },
        If: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: true, Next: 'Done' }], Default: 'Done' },
        Done: { Type: 'Succeed' },
      },
    });
  });

  test('into an empty definition and an empty branch', () => {
    const empty = '{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{}],"End":true}}}';
    const at = { kind: 'end', machine: ['States', 'P', 'Branches', '0'] } as const;
    expect(
      JSON.parse(done(edits.insertState.run(treeOf(empty), { at, name: 'A', state: { Type: 'Pass' } })).text),
    ).toMatchObject({
      States: { P: { Branches: [{ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }] } },
    });
  });
});

describe('moving', () => {
  test('takes comments along, closes the gap and joins the new place', () => {
    const { text } = done(
      edits.moveStates.run(treeOf(yaml, 'yaml'), { states: [state('A')], to: { kind: 'next', state: state('B') } }),
    );
    expect(text).toBe(`StartAt: B
States:
  B:
    Type: Pass
    Next: A
  # the first
  A:
    Type: Pass # passes
    Next: C
  C: { Type: Succeed }
`);
  });

  test('into a branch of a state that moves with it is refused', () => {
    const text = done(edits.wrapInParallel.run(treeOf(line), { states: [state('B')] })).text;
    const to = { kind: 'start', machine: ['States', 'Parallel', 'Branches', '0'] } as const;
    expect(codeOf(edits.moveStates.run(treeOf(text), { states: [state('Parallel')], to }))).toBe('place-inside');
  });
});

test('copies have free names, and refer to each other', () => {
  const tree = treeOf(yaml, 'yaml');
  const copied = copyStates(tree, [state('A'), state('B')]);
  expect(copied).toBe(
    `StartAt: A
States:
  # the first
  A:
    Type: Pass # passes
    Next: B
  B:
    Type: Pass
    Next: C
`.replace('StartAt: A', 'StartAt: "A"'),
  );
  const { text } = done(
    edits.pasteStates.run(treeOf(line), { copied: copied ?? '', at: { kind: 'next', state: state('B') } }),
  );
  expect(JSON.parse(text)).toMatchObject({
    States: { B: { Next: 'A 2' }, 'A 2': { Next: 'B 2' }, 'B 2': { Next: 'C' } },
  });
  expect(codeOf(edits.pasteStates.run(tree, { copied: 'hello', at: { kind: 'start', machine: [] } }))).toBe(
    'nothing-to-paste',
  );
});

test.each(['wrapInParallel', 'wrapInMap'] as const)('%s and unwrapping gives the same machine', (wrap) => {
  const wrapped = done(edits[wrap].run(treeOf(line), { states: [state('A'), state('B')] }));
  const container = wrapped.select[0] ?? [];
  expect(JSON.parse(wrapped.text)).toMatchObject({
    StartAt: container[1],
    States: { [container[1] ?? '']: { Next: 'C' } },
  });
  const back = done(edits.unwrap.run(treeOf(wrapped.text), { state: container }));
  expect(JSON.parse(back.text)).toEqual(JSON.parse(line));
});

describe('extracting', () => {
  const jsonata = line.replace('{', '{"QueryLanguage":"JSONata",');

  test.each([line, jsonata, yaml])('and inlining gives the same machine', (text) => {
    const format = text === yaml ? 'yaml' : 'json';
    const tree = treeOf(text, format);
    const args = { states: [state('A'), state('B')], name: 'Nested', machine: '${NestedArn}' };
    const extracted = done(edits.extractStates.run(tree, args));
    const nested = treeOf(extracted.definition, format);
    expect([...nested.states.keys()]).toEqual(['A', 'B']);
    expect(nested.queryLanguage).toBe(tree.queryLanguage);
    expect(nested.states.get('B')?.end).toBe(true);
    const outer = treeOf(extracted.text, format);
    expect([...outer.states.keys()]).toEqual(['Nested', 'C']);
    const back = done(
      edits.inlineDefinition.run(outer, { state: state('Nested'), definition: extracted.definition, format }),
    );
    expect(treeOf(back.text, format).document.value).toEqual(tree.document.value);
  });

  test('is refused where the selection has several exits, or shares a variable', () => {
    const several = treeOf(
      JSON.stringify({
        StartAt: 'A',
        States: {
          A: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['E'], Next: 'C' }], Next: 'B' },
          B: { Type: 'Pass', Assign: { total: 1 }, End: true },
          C: { Type: 'Pass', Parameters: { 'x.$': '$total' }, End: true },
        },
      }),
    );
    const args = { name: 'Nested', machine: 'arn' };
    expect(codeOf(edits.extractStates.run(several, { ...args, states: [state('A')] }))).toBe('many-exits');
    expect(codeOf(edits.extractStates.run(several, { ...args, states: [state('B')] }))).toBe('variable-shared');
  });
});

test('renaming reaches what leads to the state in its own machine only', () => {
  const inner = '{"StartAt":"X","States":{"X":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}';
  const named = (name: string) =>
    `{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[${inner}],"Next":"${name}"},"${name}":{"Type":"Succeed"}}}`;
  expect(done(edits.renameState.run(treeOf(named('B')), { state: state('B'), name: 'End' })).text).toBe(named('End'));
});

test('transitions are connected and disconnected', () => {
  const tree = treeOf(line);
  const connected = done(
    edits.connectTransition.run(tree, { transition: { kind: 'next', state: state('A') }, to: 'C' }),
  ).text;
  expect(connected).toBe(line.replace('"Next":"B"', '"Next":"C"'));
  expect(done(edits.disconnectTransition.run(tree, { transition: { kind: 'next', state: state('A') } })).text).toBe(
    line.replace('"Next":"B"', '"End":true'),
  );
  expect(codeOf(edits.disconnectTransition.run(tree, { transition: { kind: 'start', machine: [] } }))).toBe(
    'start-needed',
  );
  expect(
    codeOf(edits.connectTransition.run(tree, { transition: { kind: 'default', state: state('A') }, to: 'C' })),
  ).toBe('transition-missing');
  expect(codeOf(edits.connectTransition.run(tree, { transition: { kind: 'next', state: state('A') }, to: 'X' }))).toBe(
    'target-missing',
  );
});

test('a new type keeps what both have, and leads on', () => {
  const text =
    '{"StartAt":"A","States":{"A":{"Type":"Pass","Comment":"c","Result":1,"Next":"B"},"B":{"Type":"Succeed"}}}';
  expect(done(edits.changeType.run(treeOf(text), { state: state('A'), type: 'Wait' })).text).toBe(
    text.replace('"Pass","Comment":"c","Result":1', '"Wait","Comment":"c","Seconds":1'),
  );
});

test('a field deep inside is set, made and removed', () => {
  const set = { owner: state('A'), field: ['Retry', '0', 'MaxAttempts'], value: 5 };
  const text =
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Retry": [{ "MaxAttempts": 2.0 }], "End": true } } }';
  expect(done(edits.setField.run(treeOf(text), set)).text).toBe(text.replace('2.0', '5'));
  const made = done(
    edits.setField.run(treeOf(text), { owner: state('A'), field: ['Parameters', 'a', 'b'], value: 1 }),
  ).text;
  expect(made).toBe(text.replace('"Task", ', '"Task", "Parameters": { "a": { "b": 1 } }, '));
  expect(done(edits.removeField.run(treeOf(made), { owner: state('A'), field: ['Parameters'] })).text).toBe(text);
});

test('what is not there is refused, and nothing throws', () => {
  const tree = treeOf(line);
  const gone = state('constructor');
  expect(codeOf(edits.renameState.run(tree, { state: gone, name: 'x' }))).toBe('state-missing');
  expect(codeOf(edits.setComment.run(tree, { owner: ['__proto__'], comment: 'x' }))).toBe('machine-missing');
  expect(codeOf(edits.addItem.run(tree, { state: state('A'), list: 'Choices', item: {} }))).toBe('list-unfit');
  expect(codeOf(edits.removeItem.run(tree, { state: state('C'), list: 'Catch', index: 0 }))).toBe('list-unfit');
  expect(codeOf(edits.addBranch.run(tree, { state: state('A') }))).toBe('no-branches');
  expect(codeOf(edits.deleteStates.run(tree, { states: [] }))).toBe('nothing-selected');
});
