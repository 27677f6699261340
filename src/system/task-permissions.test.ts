import { describe, expect, test } from 'vitest';
import { design, idOf } from '../../test/helpers/design-text.js';
import type { Json } from '../model/design.js';
import { updateNode } from '../model/graph.js';
import { permissionsOf } from './permissions.js';
import { resolveSystem } from './resolve.js';

/** What a machine with one Task may do, beside the nodes of a line. */
function permissions(
  task: Readonly<Record<string, Json>>,
  line = 'state-machine M',
  named: Record<string, string> = {},
) {
  const made = design(line);
  const text = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: { Call: { Type: 'Task', ...task, End: true } },
  });
  const substitutions = Object.fromEntries(
    Object.entries(named).map(([name, label]) => [name, { node: idOf(made, label), attribute: 'arn' }]),
  );
  return permissionsOf(
    resolveSystem(
      updateNode(made, idOf(made, 'M'), (node) => ({ ...node, definition: { format: 'json', text, substitutions } })),
    ),
  ).map(({ actions, resources, arns, anyResource, passedTo }) => ({
    actions,
    on: [
      ...resources.map(({ node, suffix = '' }) => `${node}${suffix}`),
      ...(arns ?? []),
      ...(anyResource ? ['*'] : []),
    ],
    ...(passedTo === undefined ? {} : { passedTo }),
  }));
}

describe('the role of a state machine', () => {
  test('may call an API that nobody drew, by the action that IAM knows', () => {
    expect(permissions({ Resource: 'arn:aws:states:::aws-sdk:bedrockruntime:converse', Arguments: {} })).toEqual([
      { actions: ['bedrock:InvokeModel'], on: ['*'] },
    ]);
    expect(permissions({ Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2', Arguments: { Bucket: 'b' } })).toEqual([
      { actions: ['s3:ListBucket'], on: ['*'] },
    ]);
  });

  test('reaches the one resource that the arguments of an optimized integration name', () => {
    expect(
      permissions({
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Arguments: { TableName: 'Orders', Item: {} },
      }),
    ).toEqual([{ actions: ['dynamodb:PutItem'], on: ['arn:{partition}:dynamodb:{region}:{account}:table/Orders'] }]);
  });

  test('watches a job by the managed rule, and hands over roles to that service alone', () => {
    const granted = permissions({
      Resource: 'arn:aws:states:::ecs:runTask.sync',
      Arguments: { Cluster: 'Media', TaskDefinition: 'Convert' },
    });
    const actions = granted.flatMap((one) => one.actions);
    expect(actions).toEqual(expect.arrayContaining(['ecs:RunTask', 'ecs:StopTask', 'events:PutRule']));
    for (const { actions: own, passedTo } of granted)
      if (own.includes('iam:PassRole')) expect(passedTo).toBe('ecs-tasks.amazonaws.com');
  });

  test('acts on a drawn node through any action of its API', () => {
    expect(
      permissions(
        {
          Resource: 'arn:aws:states:::aws-sdk:dynamodb:describeTable',
          Arguments: { TableName: '${Table}' },
        },
        'state-machine M; dynamodb-table T',
        { Table: 'T' },
      ),
    ).toEqual([{ actions: ['dynamodb:DescribeTable'], on: ['t'] }]);
  });
});
