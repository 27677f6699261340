import type { NodeId } from '../../model/design.js';
import { constructIdOf } from '../../model/names.js';
import { array, call, cdk, create, lit, member, object, ref, sym, template, type Expr } from '../../ts-ast/ast.js';
import type { Emitter } from '../define.js';
import { policyStatement, type RolePermission } from '../target-role.js';
import { logRetention, removalPolicy } from './shared.js';

/** A name that is known before: the role is allowed to write to it, and the group waits for nothing. */
const logGroupName = (id: NodeId, suffix = ''): Expr =>
  template('/aws/kinesisfirehose/', member(ref('this'), 'stackName'), `-${constructIdOf(id)}${suffix}`);

/** The log group of a delivery stream, in which it tells of errors. */
export const firehoseLogs = (id: NodeId, retention: string, emitter: Emitter): Expr =>
  create(
    cdk('aws-logs', 'LogGroup'),
    ref('this'),
    lit(emitter.constructId(id, 'logs')),
    object({
      logGroupName: logGroupName(id),
      retention: logRetention(retention),
      removalPolicy: removalPolicy('destroy'),
    }),
  );

export const logsArn = (id: NodeId): Expr =>
  call(
    ref('this'),
    'formatArn',
    object({
      service: lit('logs'),
      resource: lit('log-group'),
      resourceName: logGroupName(id, ':*'),
      arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
    }),
  );

export const s3Arn = (resource: string): Expr =>
  call(
    ref('this'),
    'formatArn',
    object({ service: lit('s3'), region: lit(''), account: lit(''), resource: lit(resource) }),
  );

/** A role for a bucket that is not drawn: what a connection would ask for. */
export function roleForBucket(
  id: NodeId,
  bucket: string,
  emitter: Emitter,
  more: readonly RolePermission[] = [],
): Expr {
  const allow = (actions: readonly string[], resource: Expr): Expr =>
    create(
      cdk('aws-iam', 'PolicyStatement'),
      object({ actions: array(actions.map(lit)), resources: array([resource]) }),
    );
  return create(
    cdk('aws-iam', 'Role'),
    ref('this'),
    lit(emitter.constructId(id, 'bucket', 'role')),
    object({
      assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('firehose.amazonaws.com')),
      inlinePolicies: object({
        [constructIdOf(id)]: create(
          cdk('aws-iam', 'PolicyDocument'),
          object({
            statements: array([
              allow(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], s3Arn(`${bucket}/*`)),
              allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], s3Arn(bucket)),
              allow(['logs:PutLogEvents'], logsArn(id)),
              ...more.map((one) => policyStatement(one, emitter)),
            ]),
          }),
        ),
      }),
    }),
  );
}
