import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  template,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import type { Emitter } from '../define.js';

/** Parts that slim definitions share: resources beside the one that is drawn. */

/** A role for what the service does by itself, with AWS's own policies for it. */
export const serviceRole = (
  emitter: Emitter,
  id: string,
  principal: string,
  managedPolicies: readonly string[] = [],
  word = 'role',
): Expr =>
  create(
    cdk('aws-iam', 'Role'),
    ref('this'),
    lit(emitter.constructId(id, word)),
    object({
      assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit(principal)),
      managedPolicies:
        managedPolicies.length === 0
          ? undefined
          : array(
              managedPolicies.map((name) => callStatic('aws-iam', 'ManagedPolicy.fromAwsManagedPolicyName', lit(name))),
            ),
    }),
  );

/** A bucket of its own, where no drawn one is chosen. */
export const ownBucket = (emitter: Emitter, id: string, word = 'bucket', versioned = false): Expr =>
  create(
    cdk('aws-s3', 'Bucket'),
    ref('this'),
    lit(emitter.constructId(id, word)),
    object({
      versioned: versioned ? lit(true) : undefined,
      enforceSSL: lit(true),
      encryption: { type: 'cdk', name: cdk('aws-s3', 'BucketEncryption.S3_MANAGED') },
      blockPublicAccess: { type: 'cdk', name: cdk('aws-s3', 'BlockPublicAccess.BLOCK_ALL') },
    }),
  );

/** Lets a role of one's own use a bucket, by the exact actions. */
export const mayUse = (
  role: Expr,
  bucket: Expr,
  actions: readonly string[],
  method: 'addToPolicy' | 'addToRolePolicy' = 'addToPolicy',
): Statement => ({
  type: 'do',
  expression: call(
    role,
    method,
    create(
      cdk('aws-iam', 'PolicyStatement'),
      object({
        actions: array(actions.map(lit)),
        resources: array([member(bucket, 'bucketArn'), template(member(bucket, 'bucketArn'), '/*')]),
      }),
    ),
  ),
});
