import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import { parseDefinition, walkMachines, walkStates, type DefinitionTree } from './definition.js';
import { flowKey } from './flow-key.js';
import { walkWorkflow, workflowGraph } from './flow.js';

const treeOf = (definition: unknown): DefinitionTree => {
  const { tree, problems } = parseDefinition(JSON.stringify(definition), 'json');
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return tree;
};

const pass = { Type: 'Pass', End: true };
const nested = {
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: pass } },
        { StartAt: 'Right', States: { Right: { Type: 'Pass', Next: 'Last' }, Last: pass } },
      ],
      Catch: [{ ErrorEquals: ['Lambda.Unknown', 'States.Timeout'], Next: 'Failed' }],
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject' },
      ItemBatcher: { MaxItemsPerBatch: 10 },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' },
      ToleratedFailurePercentage: 5,
      MaxConcurrency: 3,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'One',
        States: { One: pass },
      },
      Next: 'More',
    },
    More: {
      Type: 'Choice',
      Choices: [
        {
          And: [{ Variable: '$.n', NumericGreaterThan: 3 }, { Not: { Variable: '$.done', IsPresent: true } }],
          Next: 'All',
        },
        { Variable: '$.name', StringEqualsPath: '$.other', Next: 'Nowhere' },
      ],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
    Lost: { Type: 'Wait', Seconds: 1, Next: 'Lost' },
  },
};

describe('the projection of a definition', () => {
  const graph = workflowGraph(treeOf(nested));
  const states = new Map([...walkWorkflow(graph)].map((state) => [state.name, state]));

  test('has every state once, inside the state whose machine it belongs to', () => {
    expect(graph.states.map(({ name }) => name)).toEqual(['All', 'Each', 'More', 'Done', 'Failed', 'Lost']);
    expect(states.get('All')?.machines.map(({ states: inside }) => inside.map(({ name }) => name))).toEqual([
      ['Left'],
      ['Right', 'Last'],
    ]);
    expect(states.get('Each')?.machines).toMatchObject([{ role: 'processor', states: [{ name: 'One' }] }]);
  });

  test('tells transitions, labels, loops and missing targets apart', () => {
    const drawn = graph.transitions.map(({ kind, from, target, label, isLoop, to }) => [
      kind,
      from ?? '',
      target,
      label,
      isLoop,
      to !== undefined,
    ]);
    expect(drawn).toEqual([
      ['start', '', 'All', '', false, true],
      ['next', '/States/All', 'Each', '', false, true],
      ['catch', '/States/All', 'Failed', 'Lambda.Unknown, States.Timeout', false, true],
      ['next', '/States/Each', 'More', '', false, true],
      ['choice', '/States/More', 'All', '$.n > 3 && !(IsPresent($.done))', true, true],
      ['choice', '/States/More', 'Nowhere', '$.name == $.other', false, false],
      ['default', '/States/More', 'Done', '', false, true],
      ['next', '/States/Lost', 'Lost', '', true, true],
    ]);
  });

  test('marks start, ends and what is never reached', () => {
    const named = (flag: 'isStart' | 'isEnd' | 'isReachable', value = true) =>
      [...states.values()].filter((state) => state[flag] === value).map(({ name }) => name);
    expect(named('isStart')).toEqual(['All', 'Left', 'Right', 'One']);
    expect(named('isEnd')).toEqual(['Left', 'Last', 'One', 'Done', 'Failed']);
    expect(named('isReachable', false)).toEqual(['Lost']);
  });

  test('says how a Map works', () => {
    expect(states.get('Each')?.map).toMatchObject({
      mode: 'DISTRIBUTED',
      executionType: 'EXPRESS',
      concurrency: 3,
      toleratedFailurePercentage: 5,
      reader: { resource: 'arn:aws:states:::s3:getObject' },
      batcher: { items: 10 },
      writer: { resource: 'arn:aws:states:::s3:putObject' },
    });
  });
});

describe('two versions of a text', () => {
  test('share what did not change, also when states move', () => {
    const before = workflowGraph(treeOf(nested));
    const { Done, ...others } = nested.States;
    const changed = { ...nested, States: { First: pass, Done: { ...Done, Comment: 'new' }, ...others } };
    const after = workflowGraph(treeOf(changed), before);
    const same = after.states.filter((state) => before.states.includes(state)).map(({ name }) => name);
    expect(same).toEqual(['All', 'Each', 'More', 'Failed', 'Lost']);
    expect(after.transitions).toBe(before.transitions);
  });

  test('are one object when nothing that is drawn changed', () => {
    const before = workflowGraph(treeOf(nested));
    expect(workflowGraph(treeOf(nested), before)).toBe(before);
  });
});

test('states of the same name in different machines have keys of their own', () => {
  const machine = { StartAt: 'A', States: { A: pass } };
  const graph = workflowGraph(
    treeOf({ StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [machine, machine], End: true } } }),
  );
  const keys = [...walkWorkflow(graph)].map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

test('any machine is projected whole, and keys are one to one with paths', () => {
  const name = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', '/', '~', '0', '1', '\u0000') });
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(8)), (names, targets) => {
      const tree = treeOf({
        StartAt: names[0],
        States: Object.fromEntries(
          names.map((own, at) => [own, { Type: 'Pass', Next: names[targets[at] ?? 0] ?? 'x' }]),
        ),
      });
      const graph = workflowGraph(tree);
      expect([...walkWorkflow(graph)].map(({ path }) => path)).toEqual([...walkStates(tree)].map(({ path }) => path));
      expect(new Set(graph.states.map(({ key }) => key)).size).toBe(names.length);
      expect([...walkMachines(tree)].length).toBe(1);
      expect(graph.states.every(({ key, path }) => key === flowKey(path))).toBe(true);
      // Without its loops a machine is a tree of ways that end: following them never comes back.
      const forward = graph.transitions.filter(({ isLoop, from }) => !isLoop && from !== undefined);
      const leaves = new Map(graph.states.map(({ key }) => [key, 0]));
      for (let round = 0; round <= names.length; round++)
        for (const { from, to } of forward)
          if (to !== undefined) leaves.set(to, Math.max(leaves.get(to) ?? 0, (leaves.get(from ?? '') ?? 0) + 1));
      expect(Math.max(...leaves.values())).toBeLessThan(names.length);
    }),
    { numRuns: scaled(100) },
  );
});
