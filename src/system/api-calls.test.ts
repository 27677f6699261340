import { expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { apiCallOf, callableActions, initialInput } from '../catalog/connections/api-call.js';
import { services } from '../catalog/index.js';
import { permissionsOf } from './permissions.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';

const codesOf = (text: string): readonly string[] => problemsOf(resolveSystem(design(text))).map(({ code }) => code);
const isUsed = ({ codeOnly, service }: { readonly codeOnly?: true; readonly service: string }): boolean =>
  codeOnly !== true && service !== '' && service !== 'http';

test('what a schedule or a bus may call changes something', () => {
  for (const { roles } of services) {
    if (roles.sdkTarget === undefined || !isUsed(roles.sdkTarget)) continue;
    for (const action of callableActions(roles.sdkTarget)) expect(action).not.toMatch(/^(?:get|list|describe|query)/);
  }
});

test('a call of any service asks for what IAM lists for it, on the resource that is drawn', () => {
  const system = resolveSystem(
    design('schedule Night -schedule-call(action: "sqs:purgeQueue")-> generic Q(cfnType: AWS::SQS::Queue)'),
  );
  expect(permissionsOf(system)).toEqual([
    {
      grantee: 'night',
      actions: ['sqs:PurgeQueue'],
      resources: [{ node: 'q', attribute: 'arn' }],
      byConstruct: true,
    },
  ]);
});

test('an action that only reads is a problem, and so are parameters that nobody gives', () => {
  expect(codesOf('schedule Night -schedule-call(action: getItem)-> dynamodb-table T')).toContain('field-pattern');
  expect(codesOf('schedule Night -schedule-call(action: putItem, input: "{}")-> dynamodb-table T')).toContain(
    'call-parameters-missing',
  );
});

test('a new call begins with the parameters that only a person can give', () => {
  const role = services.find(({ type }) => type === 'dynamodb-table')?.roles.sdkTarget;
  const text = role === undefined ? undefined : initialInput(apiCallOf(role, 'putItem'));
  expect(Object.keys(JSON.parse(text ?? '{}') as object)).toEqual(['Item']);
});
