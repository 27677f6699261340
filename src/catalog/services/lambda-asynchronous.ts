import type { NodeId } from '../../model/design.js';
import {
  as,
  call,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  seconds,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { destinationEnd, destinationOf } from '../connections/lambda-destination.js';
import type { ConnectedEnd, Emitter } from '../define.js';

interface Asynchronous {
  readonly asyncRetries: number;
  readonly asyncMaxAge: number;
}

/** The bucket that failures are written into: the class of the CDK for it would let the function read, list and delete there. */
const failuresBucket = (outgoing: readonly ConnectedEnd[]): ConnectedEnd | undefined => {
  const end = destinationEnd(outgoing, 'failure');
  return end?.service.type === 's3-bucket' ? end : undefined;
};

/** What becomes of asynchronous invocations, as options of the function. */
export const asynchronousOptions = (
  props: Asynchronous,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
): Readonly<Record<string, Expr | undefined>> =>
  failuresBucket(outgoing) === undefined
    ? { onFailure: destinationOf(outgoing, 'failure', emitter), ...optionsOf(props, outgoing, emitter) }
    : {};

const optionsOf = (
  { asyncRetries, asyncMaxAge }: Asynchronous,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
): Readonly<Record<string, Expr | undefined>> => ({
  onSuccess: destinationOf(outgoing, 'success', emitter),
  retryAttempts: asyncRetries === 2 ? undefined : lit(asyncRetries),
  maxEventAge: asyncMaxAge === 21_600 ? undefined : seconds(asyncMaxAge),
});

/** The same beside the function, where a bucket takes the failures. */
export function asynchronousStatements(
  id: NodeId,
  props: Asynchronous,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
  self: Expr,
): readonly Statement[] {
  const bucket = failuresBucket(outgoing);
  if (bucket === undefined) return [];
  const name = emitter.variable(id, 'asynchronous');
  return [
    {
      type: 'const',
      name,
      value: create(
        cdk('aws-lambda', 'EventInvokeConfig'),
        ref('this'),
        lit(emitter.constructId(id, 'asynchronous')),
        object({ function: self, ...optionsOf(props, outgoing, emitter) }),
      ),
    },
    {
      type: 'do',
      comment: emitter.text({
        en: 'By its ARN: the destination of the CDK would allow more than to write.',
        ja: 'CDK の送信先クラスは書き込み以外も許可するため、ARN で指定。',
      }),
      expression: call(
        as(member(member(ref(name), 'node'), 'defaultChild'), cdk('aws-lambda', 'CfnEventInvokeConfig')),
        'addPropertyOverride',
        lit('DestinationConfig.OnFailure.Destination'),
        emitter.attribute(bucket.other.id, 'arn'),
      ),
    },
  ];
}
