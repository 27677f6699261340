import type { Files } from '../../../src/codegen/index.js';
import type { PolicyStatement } from '../policies.js';

/**
 * Actions that CDK's own constructs allow on `*`, for which AWS knows nothing narrower: traces, retention of
 * logs that a service makes, and deliveries of the logs of workflows. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
 */
const byConstructs: readonly RegExp[] = [
  /^xray:(?:Get|Put)\w+$/,
  /^logs:(?:Create|Delete|Get|List|Update)LogDeliver(?:y|ies)$/,
  /^logs:(?:Put|Delete)RetentionPolicy$/,
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoninspector.html
  /^inspector:StartAssessmentRun$/,
  /^logs:(?:DescribeLogGroups|DescribeResourcePolicies|(?:Put|Delete)ResourcePolicy)$/,
];

/** Actions in statements of the emitted stacks that have `*` as resource, with whether a comment stands above each. */
function* statementsAnywhere(text: string): Generator<{ readonly actions: readonly string[]; readonly why: boolean }> {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/resources: \['\*'\]/.test(line)) continue;
    let start = index;
    while (start > 0 && !/^ {4}\S/.test(lines[start] ?? '')) start--;
    const statement = lines.slice(start, index + 1).join('\n');
    const actions = [...statement.matchAll(/'([a-z0-9-]+:[A-Za-z0-9]+)'/g)].map(([, action = '']) => action);
    yield { actions, why: /^ {4}\/\//.test(lines[start - 1] ?? '') };
  }
}

const isOther =
  (action: string) =>
  (other: string): boolean =>
    other !== action;

/** Actions that are allowed on `*` without a word on why. */
export function unexplained(statements: readonly PolicyStatement[], files: Files): readonly string[] {
  const explained = new Set(
    [...files]
      .filter(([path]) => path.startsWith('lib/'))
      .flatMap(([, text]) => [...statementsAnywhere(text)])
      .flatMap(({ actions, why }) => (why ? actions : [])),
  );
  // A resource policy is about the resource that has it.
  return (
    statements
      .filter(
        ({ effect, principal, resources }) => effect === 'Allow' && principal === undefined && resources.includes('*'),
      )
      // A telephone number is no resource: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-sms.html
      .flatMap(({ in: holder, actions }) =>
        /smsRole$/.test(holder) ? actions.filter(isOther('sns:Publish')) : actions,
      )
      .filter((action) => !explained.has(action) && !byConstructs.some((known) => known.test(action)))
  );
}
