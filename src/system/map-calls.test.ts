import { expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { permissionsOf } from './permissions.js';
import { resolveSystem } from './resolve.js';

const machine = (mode: string): string => {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: '${Files}', Key: 'all.json' } },
        ItemProcessor: {
          ProcessorConfig: { Mode: mode, ExecutionType: 'STANDARD' },
          StartAt: 'One',
          States: { One: { Type: 'Pass', End: true } },
        },
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: '${Files}', Prefix: 'out' } },
        End: true,
      },
    },
  };
  return `state-machine All(definition: ${JSON.stringify(definition)}, substitutions: {"Files": "files.name"}); s3-bucket Files`;
};

test('a Distributed Map may read and write the bucket that it names, and run executions of its machine', () => {
  const system = resolveSystem(design(machine('DISTRIBUTED')));
  const allowed = permissionsOf(system).flatMap(({ actions, resources, anyResource }) =>
    actions.map((action) => [
      action,
      anyResource === undefined ? resources.map(({ node, attribute }) => `${node}.${attribute}`).join() : '*',
    ]),
  );
  expect(Object.fromEntries(allowed)).toEqual({
    's3:GetObject': 'files.arn',
    's3:PutObject': 'files.arn',
    'states:StartExecution': 'all.arn',
    'states:DescribeExecution': 'all.executionsArn',
    'states:StopExecution': 'all.executionsArn',
  });
  expect([...system.connections.values()].map(({ from, to }) => `${from} ${to}`)).toEqual(['all files']);
});

test('an inline Map asks for nothing', () => {
  expect(permissionsOf(resolveSystem(design(machine('INLINE'))))).toEqual([]);
});
