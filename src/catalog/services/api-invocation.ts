import { call, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import type { RoleOf, SdkAction } from '../define.js';

/** How state machines and code call an API of one's own, signed by IAM. */

const invoke: SdkAction = {
  iam: ['execute-api:Invoke'],
  required: ['ApiEndpoint', 'Method'],
  resource: { parameter: 'ApiEndpoint', attribute: 'host' },
  arn: { attribute: 'invokeArn' },
  sample: {
    ApiEndpoint: '{resource}',
    Stage: '{resource.stageName}',
    Method: 'POST',
    Path: '/',
    RequestBody: '{% $states.input %}',
    AuthType: 'IAM_ROLE',
  },
  sampleOutput: '{% $states.result.ResponseBody %}',
  writes: true,
  integrationOnly: true,
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html */
export const invokedApi: RoleOf<'sdkTarget'> = {
  service: 'apigateway',
  actions: { invoke },
  defaultAction: 'invoke',
  optimized: [
    {
      resource: 'arn:aws:states:::apigateway:invoke',
      action: 'invoke',
      patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
    },
  ],
};

/** `https` without its scheme and path, and what may be called. */
export const invocationAttributes = (id: Expr, stage: string): Readonly<Record<string, Expr>> => ({
  host: template(id, '.execute-api.', member(ref('this'), 'region'), '.', member(ref('this'), 'urlSuffix')),
  stageName: lit(stage),
  invokeArn: call(
    ref('this'),
    'formatArn',
    object({ service: lit('execute-api'), resource: id, resourceName: lit(`${stage}/*`) }),
  ),
});
