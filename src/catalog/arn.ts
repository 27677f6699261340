import { call, lit, object, ref, sym, type Expr } from '../ts-ast/ast.js';

/** `arn:{partition}:glue:{region}:{account}:job/Nightly`, put together by CDK for wherever the stack is deployed. */
export function arnOf(arn: string): Expr {
  const [, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':');
  if (service === '' || rest.length === 0) return lit(arn);
  const own = (part: string, name: string): Expr | undefined => (part === `{${name}}` ? undefined : lit(part));
  const joined = rest.join(':');
  const at = joined.search(/[:/]/);
  const separator = joined.charAt(at);
  return call(
    ref('this'),
    'formatArn',
    object({
      partition: own(partition, 'partition'),
      service: lit(service),
      region: own(region, 'region'),
      account: own(account, 'account'),
      resource: lit(at < 0 ? joined : joined.slice(0, at)),
      resourceName: at < 0 ? undefined : lit(joined.slice(at + 1)),
      arnFormat:
        at < 0
          ? sym('', 'ArnFormat.NO_RESOURCE_NAME')
          : separator === ':'
            ? sym('', 'ArnFormat.COLON_RESOURCE_NAME')
            : undefined,
    }),
  );
}
