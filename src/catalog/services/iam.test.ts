import { expect, test } from 'vitest';
import '../further.js';
import { iamActionsOf } from '../../sdk/iam.js';
import { services } from '../index.js';

test('an action of a service asks for what IAM lists for that API', () => {
  let checked = 0;
  for (const { type, roles } of services) {
    const { sdkTarget } = roles;
    // A protocol of its own, such as that of an HTTP Task, has no operation in the catalog of APIs.
    if (
      sdkTarget === undefined ||
      sdkTarget.service === '' ||
      sdkTarget.codeOnly === true ||
      sdkTarget.service === 'http'
    )
      continue;
    // Workers of an activity call the API of Step Functions.
    const api = sdkTarget.service === 'activity' ? 'sfn' : sdkTarget.service;
    for (const [name, { iam, integrationOnly }] of Object.entries(sdkTarget.actions)) {
      if (integrationOnly === true) continue;
      expect(iam, `${type} ${name}`).toEqual(expect.arrayContaining([...iamActionsOf(api, name).actions]));
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(60);
});
