import { expect, test } from 'vitest';
import { services } from '../../../catalog/index.js';
import { nodeId } from '../../../model/design.js';
import { changed, stateOf, treeWith } from './form.fixture.js';
import { changesForTarget, placeOfTarget, substitutionNameFor } from './targets.js';

const roles = services.flatMap(({ roles: { sdkTarget } }) =>
  sdkTarget === undefined || sdkTarget.service === '' ? [] : [sdkTarget],
);

test('the resource of a Task of the catalog is named where its action takes it, in either language', () => {
  let count = 0;
  for (const language of ['JSONata', 'JSONPath'] as const)
    for (const role of roles)
      for (const [action, { resource }] of Object.entries(role.actions)) {
        const tree = treeWith(
          { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${role.service}:${action}` },
          language,
        );
        const place = placeOfTarget(stateOf(tree), role);
        expect(place === undefined).toBe(resource === undefined);
        if (place === undefined || resource === undefined) continue;
        const after = stateOf(changed(tree, changesForTarget(stateOf(tree), place, 'TheArn')));
        expect(JSON.stringify(after.fields)).toContain(`"${resource.parameter}":"\${TheArn}"`);
        expect(place.attribute).toBe(resource.attribute);
        count++;
      }
  expect(count).toBeGreaterThan(20);
});

test('a path that gave the resource goes, and what else is in the arguments stays', () => {
  const tree = treeWith(
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { 'QueueUrl.$': '$.q', MessageBody: 'x' },
    },
    'JSONPath',
  );
  const role = roles.find(({ service }) => service === 'sqs');
  const place = role && placeOfTarget(stateOf(tree), role);
  expect(place).toBeDefined();
  if (place === undefined) return;
  const { fields } = stateOf(changed(tree, changesForTarget(stateOf(tree), place, 'QueueUrl')));
  expect(fields['Parameters']).toEqual({ MessageBody: 'x', QueueUrl: '${QueueUrl}' });
});

test('lists on the way are made, or kept with what is in them', () => {
  const role = roles.find(({ service }) => service === 'eventbridge');
  const resource = 'arn:aws:states:::events:putEvents';
  const empty = treeWith({ Type: 'Task', Resource: resource });
  const place = role && placeOfTarget(stateOf(empty), role);
  if (place === undefined) throw new Error('the bus has a place');
  expect(stateOf(changed(empty, changesForTarget(stateOf(empty), place, 'Bus'))).fields['Arguments']).toEqual({
    Entries: [{ EventBusName: '${Bus}' }],
  });
  const given = treeWith({ Type: 'Task', Resource: resource, Arguments: { Entries: [{ Source: 'a' }] } });
  expect(stateOf(changed(given, changesForTarget(stateOf(given), place, 'Bus'))).fields['Arguments']).toEqual({
    Entries: [{ Source: 'a', EventBusName: '${Bus}' }],
  });
});

test('a name that stands for the attribute already is used again; a new one stands for nothing else', () => {
  const node = nodeId('orders');
  const substitutions = { Any: { node, attribute: 'arn' } };
  const definition = { format: 'json' as const, text: '', substitutions };
  expect(substitutionNameFor(definition, node, 'arn')).toBe('Any');
  const name = substitutionNameFor(definition, node, 'name');
  expect(substitutionNameFor({ ...definition, substitutions: { [name]: { literal: '' } } }, node, 'name')).toBe(
    `${name}2`,
  );
});
