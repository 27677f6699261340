import type { ConnectionDraft } from './recognise/define.js';
import { isResource, type DraftEnd } from './recognise/ends.js';
import type { SourceResource } from './source.js';

/** Resources that nobody drew: the CDK, or an export of a design, puts them beside what was meant. */

/**
 * Functions behind custom resources of the CDK. Providers and singletons have these names in each app:
 * https://github.com/aws/aws-cdk/tree/main/packages/%40aws-cdk/custom-resource-handlers
 */
const providers =
  /^(?:Custom\w*CustomResourceProviderHandler[0-9A-F]{8}|BucketNotificationsHandler[0-9a-f]{32}[0-9A-F]{8}|LogRetention[0-9a-f]{32}[0-9A-F]{8}|CustomCDKBucketDeployment[0-9A-F]{32}\w*|AWS679f53fac002430cb0da5b7982bd2287[0-9A-F]{8})$/;

export const isProvider = ({ type, logicalId }: SourceResource): boolean =>
  type === 'AWS::Lambda::Function' && providers.test(logicalId);

/** The topic of a stack's alarms in an export: the CDK derives the end of an id from the path of its construct. */
export const isAlarmTopic = ({ type, logicalId, properties }: SourceResource): boolean =>
  type === 'AWS::SNS::Topic' && logicalId === 'Alarms04B5A0BF' && Object.keys(properties).length === 0;

/** The queue of a stack in an export for what cannot be delivered and has no queue drawn for it. */
const isSpareQueue = (end: DraftEnd): boolean =>
  isResource(end) && end.type === 'AWS::SQS::Queue' && end.logicalId === 'DeadLettersBBF8BAAB';

/** Kinds by which something only gets there when it fails. */
const onFailure: ReadonlySet<string> = new Set(['lambda-destination', 'uses']);

/** Queues of exports that only take what failed; with other connections they are a part of the design like any. */
export function spareQueues(
  all: readonly SourceResource[],
  drafts: readonly Pick<ConnectionDraft, 'kind' | 'from' | 'to'>[],
): ReadonlySet<DraftEnd> {
  const connected = new Set(drafts.flatMap(({ kind, from, to }) => (onFailure.has(kind) ? [from] : [from, to])));
  return new Set(all.filter((resource) => isSpareQueue(resource) && !connected.has(resource)));
}

/** What a function needs for handing on its results. */
const delivering =
  /^(?:sqs:(?:SendMessage|GetQueueAttributes|GetQueueUrl)|sns:Publish|lambda:InvokeFunction|events:PutEvents)$/;

/** Drafts without permissions that are there for a destination which is drawn itself. */
export function withoutDeliveries<Draft extends Pick<ConnectionDraft, 'kind' | 'from' | 'to' | 'props'>>(
  drafts: readonly Draft[],
): readonly Draft[] {
  const destinations = new Map<DraftEnd, Set<DraftEnd>>();
  for (const { kind, from, to } of drafts)
    if (kind === 'lambda-destination') destinations.set(from, (destinations.get(from) ?? new Set()).add(to));
  const isDelivery = ({ kind, from, to, props }: Draft): boolean => {
    const actions = kind === 'uses' ? props['actions'] : undefined;
    return (
      Array.isArray(actions) &&
      actions.length > 0 &&
      destinations.get(from)?.has(to) === true &&
      actions.every((action) => typeof action === 'string' && delivering.test(action))
    );
  };
  return drafts.filter((draft) => !isDelivery(draft));
}
