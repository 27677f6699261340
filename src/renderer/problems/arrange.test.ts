import { expect, test } from 'vitest';
import { design } from '../../../test/helpers/design-text.js';
import { isError, problem } from '../../model/problems.js';
import { nodeId } from '../../model/design.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import { arrange, type ProblemFilter } from './arrange.js';

const system = resolveSystem(
  design('sqs-queue Orders(visibilityTimeout: 99999) -> lambda-function Ship; lambda-function Lonely; pipe Forward'),
);
const all: ProblemFilter = { text: '', severity: 'all', grouping: 'place' };

test('by place: one group for each node, those with errors first, none lost', () => {
  const groups = arrange(problemsOf(system), system, all, 'en');
  expect(groups.map(({ heading }) => heading)).toEqual(['Orders', 'Forward', 'Lonely']);
  expect(groups.flatMap(({ problems }) => problems)).toHaveLength(problemsOf(system).length);
});

test('by kind: what belongs together stands together', () => {
  const groups = arrange(problemsOf(system), system, { ...all, grouping: 'kind' }, 'en');
  expect(groups.map(({ key }) => key)).toEqual(['fields', 'connections', 'structure']);
});

test('filtered by severity, and by words of either language or the name', () => {
  const texts = (filter: Partial<ProblemFilter>) =>
    arrange(problemsOf(system), system, { ...all, ...filter }, 'en').flatMap(({ problems }) => problems);
  expect(texts({ severity: 'error' }).every(isError)).toBe(true);
  expect(texts({ text: 'lonely' })).toHaveLength(1);
  expect(texts({ text: 'stream' })).toHaveLength(0);
  expect(texts({ text: '範囲外' })).toHaveLength(1);
});

test('what is about nothing in particular has a group of its own', () => {
  const groups = arrange(
    [problem('comment-will-be-lost', {}), problem('not-connected', { label: 'x' }, { node: nodeId('gone') })],
    system,
    all,
    'en',
  );
  expect(groups).toHaveLength(2);
});
