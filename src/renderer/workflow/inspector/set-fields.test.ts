import { expect, test } from 'vitest';
import { mapModeChanges } from './map-mode.js';
import { changed, read, stateOf, treeWith } from './form.fixture.js';
import { setFields } from './set-fields.js';
import { retryIntervals } from './errors/retry-intervals.js';

test('fields of several states are changed in one step, and every other byte stays', () => {
  const text = `{ "StartAt":"A",
  "States": { "A": {"Type":"Pass",   "Next":"B"},
    "B": { "Type": "Pass", "Comment": "old", "End": true } } }`;
  const outcome = setFields.run(read(text), [
    { owner: ['States', 'A'], field: ['Comment'], value: 'new' },
    { owner: ['States', 'B'], field: ['Comment'], value: undefined },
  ]);
  expect(outcome).toMatchObject({
    select: [
      ['States', 'A'],
      ['States', 'B'],
    ],
  });
  expect('text' in outcome ? outcome.text : '').toBe(`{ "StartAt":"A",
  "States": { "A": {"Type":"Pass","Comment":"new",   "Next":"B"},
    "B": { "Type": "Pass", "End": true } } }`);
});

test('changes of a state that is gone are refused as a whole', () => {
  const outcome = setFields.run(treeWith({ Type: 'Pass' }), [
    { owner: ['States', 'S'], field: ['Comment'], value: 'x' },
    { owner: ['States', 'None'], field: ['Comment'], value: 'x' },
  ]);
  expect(outcome).toMatchObject({ problem: { code: 'state-missing' } });
});

test('a Map that becomes inline loses what only a distributed one has, and keeps its states', () => {
  const machine = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
  const inline = treeWith({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...machine } });
  const distributed = changed(inline, mapModeChanges(stateOf(inline), 'DISTRIBUTED'));
  expect(stateOf(distributed).fields['ItemProcessor']).toEqual({
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...machine,
  });
  const labelled = changed(distributed, [
    [['Label'], 'all'],
    [['ItemBatcher', 'MaxItemsPerBatch'], 10],
  ]);
  const back = changed(labelled, mapModeChanges(stateOf(labelled), 'INLINE'));
  expect(stateOf(back).fields).toEqual(stateOf(inline).fields);
});

test('the intervals of a retrier grow by its rate up to the longest', () => {
  expect(retryIntervals({})).toEqual([1, 2, 4]);
  expect(retryIntervals({ IntervalSeconds: 5, MaxAttempts: 4, BackoffRate: 3, MaxDelaySeconds: 60 })).toEqual([
    5, 15, 45, 60,
  ]);
  expect(retryIntervals({ MaxAttempts: 0 })).toEqual([]);
  expect(retryIntervals({ MaxAttempts: 99_999_999 })).toHaveLength(6);
});
