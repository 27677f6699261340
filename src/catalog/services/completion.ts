import { constructIdOf } from '../../model/names.js';
import { field } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import type { ConstructInput } from '../define.js';

/** What an API needs that tells a topic when a job is done, by a role that the call hands to it. */

export const completionField = (source: string) =>
  field.boolean({
    label: { en: 'Completion messages', ja: '完了通知' },
    help: {
      en: 'A role by which it tells a topic that a job is done. Turned on when a topic is connected.',
      ja: 'ジョブの完了をトピックに通知するためのロールを作成します。トピックを接続すると、有効になります。',
    },
    default: false,
    source,
  });

/** The attribute that calls name the role by. */
export const completionRole = 'completionRoleArn';

export const completionAttributes = (on: boolean, self: Expr): Readonly<Record<string, Expr>> =>
  on ? { [completionRole]: member(self, 'roleArn') } : {};

/**
 * The role that Textract or Rekognition publishes by. The account is checked, since whoever knows the ARN of a role could
 * have the service act for him: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function completionConstruct(
  principal: string,
  { id, constructId, emitter, outgoing }: Pick<ConstructInput<unknown>, 'id' | 'constructId' | 'emitter' | 'outgoing'>,
): Expr {
  const topics = outgoing.filter(({ connection }) => connection.kind === 'completion-notification');
  const publish = create(
    cdk('aws-iam', 'PolicyStatement'),
    object({
      actions: array([lit('sns:Publish')]),
      resources: array(topics.map(({ other }) => emitter.attribute(other.id, 'arn'))),
    }),
  );
  return create(
    cdk('aws-iam', 'Role'),
    ref('this'),
    lit(constructId),
    object({
      assumedBy: create(
        cdk('aws-iam', 'ServicePrincipal'),
        lit(principal),
        object({
          conditions: object({ StringEquals: object({ 'aws:SourceAccount': member(ref('this'), 'account') }) }),
        }),
      ),
      inlinePolicies:
        topics.length === 0
          ? undefined
          : object({
              [constructIdOf(id)]: create(cdk('aws-iam', 'PolicyDocument'), object({ statements: array([publish]) })),
            }),
    }),
  );
}
