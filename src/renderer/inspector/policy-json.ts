import type { Permission } from '../../catalog/define.js';
import { substitutionNameOf } from '../../model/names.js';

/**
 * Permissions as an IAM policy. ARNs are known once it is deployed: `${OrdersArn}` stands for the ARN of the node.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function policyJson(permissions: readonly Permission[]): string {
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: permissions.map(({ actions, resources, arns = [], anyResource }) => ({
        Effect: 'Allow',
        Action: actions,
        Resource:
          anyResource === undefined
            ? [
                ...resources.map(
                  ({ node, attribute, suffix = '' }) => `\${${substitutionNameOf(node, attribute)}}${suffix}`,
                ),
                ...arns.map(readableArn),
              ]
            : '*',
      })),
    },
    null,
    2,
  );
}

/** An ARN with the pseudo parameters of CloudFormation for what differs between accounts. */
export const readableArn = (arn: string): string =>
  arn
    .replace('{partition}', '${AWS::Partition}')
    .replace('{region}', '${AWS::Region}')
    .replace('{account}', '${AWS::AccountId}');
