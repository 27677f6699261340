import { describe, expect, test } from 'vitest';
import { asText } from '../../../asl/definition.js';
import { readResource } from '../../../asl/tasks.js';
import { validateDefinition } from '../../../asl/validate.js';
import { taskArguments } from '../../../sdk/optimized/arguments.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import { offerOf } from '../../../sdk/optimized/offer.js';
import { carriesToken } from '../../../sdk/optimized/token.js';
import { changed, stateOf, treeWith } from './form.fixture.js';
import { patternOptions, switchPattern } from './pattern-switch.js';

const waiting = [...optimizedServices.values()].flatMap((service) =>
  Object.entries(service.actions).flatMap(([name, action]) =>
    (['RUN_JOB', 'WAIT_FOR_TASK_TOKEN'] as const)
      .filter((pattern) => action.patterns[pattern] !== undefined)
      .map((pattern) => ({ service: service.id, name, action, pattern })),
  ),
);
const languages = ['JSONata', 'JSONPath'] as const;

describe.each(languages)('in %s', (language) => {
  test('every pattern that an action offers is switched to with Resource and token together, and back', () => {
    const key = language === 'JSONata' ? 'Arguments' : 'Parameters';
    for (const { service, name, action, pattern } of waiting) {
      const offer = offerOf(service, name, 'REQUEST_RESPONSE', 'STANDARD');
      if (!offer.isOffered) continue;
      const before = treeWith(
        { Type: 'Task', Resource: offer.resource, [key]: taskArguments(action, 'REQUEST_RESPONSE', language) },
        language,
      );
      const there = changed(before, switchPattern(stateOf(before), pattern));
      const { fields } = stateOf(there);
      expect(readResource(asText(fields['Resource']) ?? '').pattern).toBe(pattern);
      expect(carriesToken(fields[key] as never), `${service}:${name}`).toBe(pattern === 'WAIT_FOR_TASK_TOKEN');
      expect(validateDefinition(there).map(({ code }) => code)).not.toContain('token-not-sent');
      const back = changed(there, switchPattern(stateOf(there), 'REQUEST_RESPONSE'));
      expect(stateOf(back).fields['Resource']).toBe(offer.resource);
      expect(carriesToken(stateOf(back).fields[key] as never)).toBe(false);
    }
    expect(waiting.length).toBeGreaterThan(20);
  });
});

test('what an action lacks, and what Express lacks, is refused with the reason', () => {
  const of = (resource: string, workflow: 'STANDARD' | 'EXPRESS') =>
    patternOptions(readResource(resource), workflow).map(({ reason }) => reason === undefined);
  expect(of('arn:aws:states:::ecs:runTask', 'STANDARD')).toEqual([true, true, true]);
  expect(of('arn:aws:states:::ecs:runTask', 'EXPRESS')).toEqual([true, false, false]);
  expect(of('arn:aws:states:::dynamodb:getItem', 'STANDARD')).toEqual([true, false, false]);
  expect(of('arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob', 'STANDARD')).toEqual([true, false, true]);
  expect(of('${FunctionArn}', 'STANDARD')).toEqual([true, false, false]);
});

test('a partition of its own stays in the Resource', () => {
  const tree = treeWith({ Type: 'Task', Resource: 'arn:aws-cn:states:::sqs:sendMessage', Arguments: { QueueUrl: '' } });
  const [[, resource] = []] = switchPattern(stateOf(tree), 'WAIT_FOR_TASK_TOKEN');
  expect(resource).toBe('arn:aws-cn:states:::sqs:sendMessage.waitForTaskToken');
});

test('without arguments a callback gets those of a new Task, since the input has no place for the token', () => {
  const tree = treeWith({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' });
  const after = stateOf(changed(tree, switchPattern(stateOf(tree), 'WAIT_FOR_TASK_TOKEN')));
  expect(carriesToken(after.fields['Arguments'] as never)).toBe(true);
});
