import { field, type Fields, type PropsOf } from '../../model/fields.js';
import { array, call, cdk, create, lit, object, ref, sym, type Expr, type Statement } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { given } from './shared.js';

/** Detail types of https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html */
const detailTypes = { OBJECT_CREATED: 'Object Created', OBJECT_REMOVED: 'Object Deleted' } as const;

export const s3Notification = defineConnection({
  kind: 's3-notification',
  label: { en: 'S3 event notification', ja: 'S3 イベント通知' },
  from: 'notificationSource',
  to: 'notificationTarget',
  fields: {
    event: field.choice({
      label: { en: 'Event', ja: 'イベント' },
      options: {
        OBJECT_CREATED: { en: 'Object created', ja: 'オブジェクトの作成' },
        OBJECT_REMOVED: { en: 'Object removed', ja: 'オブジェクトの削除' },
      },
      default: 'OBJECT_CREATED',
      source:
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html',
    }),
    prefix: field.text({ label: { en: 'Prefix', ja: 'プレフィックス' }, code: true, placeholder: 'uploads/' }),
    suffix: field.text({ label: { en: 'Suffix', ja: 'サフィックス' }, code: true, placeholder: '.mp4' }),
  },
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'At least once; one target for each prefix and suffix. Between stacks it goes through EventBridge.',
    ja: '少なくとも 1 回通知します。同じプレフィックスとサフィックスの通知先は 1 つです。スタック間では EventBridge を経由します。',
  },
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
  delivery: () => 'async',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
  refuse: (_from, to) =>
    to.props['queueType'] === 'fifo' || to.props['topicType'] === 'fifo'
      ? {
          en: 'S3 sends no event notifications to FIFO queues and topics.',
          ja: 'S3 のイベント通知は FIFO キューと FIFO トピックには送信できません。',
        }
      : undefined,
  describe: (_from, _to, { event, prefix, suffix }) => {
    const filter = given(prefix) || given(suffix) ? ` ${prefix ?? ''}*${suffix ?? ''}` : '';
    return event === 'OBJECT_CREATED'
      ? { en: `created${filter}`, ja: `作成${filter}` }
      : { en: `removed${filter}`, ja: `削除${filter}` };
  },
  permissions: () => [],
  // Into another stack it comes through EventBridge, as an event of its own form.
  handlerType: (_from, sameStack) => (sameStack ? 'S3Handler' : 'EventBridgeHandler<string, unknown, void>'),
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to, props }): readonly Statement[] => {
      const bucket = emitter.construct(from.id);
      const target = emitter.construct(to.id);
      const { prefix, suffix } = props;
      const filter = object({
        prefix: given(prefix) ? lit(prefix) : undefined,
        suffix: given(suffix) ? lit(suffix) : undefined,
      });
      const across = to.service.roles.ruleTarget?.construct;
      if (emitter.sameStack(from.id, to.id) || across === undefined) {
        const isFiltered = filter.type === 'object' && filter.entries.length > 0;
        return [
          {
            type: 'do',
            expression: call(
              bucket,
              'addEventNotification',
              sym('aws-s3', `EventType.${props.event}`),
              create(to.role.construct, target),
              ...(isFiltered ? [filter] : []),
            ),
          },
        ];
      }
      // A notification needs the target's permission first and the target the bucket: across stacks that is a circle.
      return [
        { type: 'do', expression: call(bucket, 'enableEventBridgeNotification') },
        {
          type: 'do',
          expression: create(
            cdk('aws-events', 'Rule'),
            ref('this'),
            lit(emitter.constructId(id, 'rule')),
            object({
              eventPattern: object({
                source: array([lit('aws.s3')]),
                detailType: array([lit(detailTypes[props.event])]),
                detail: object({
                  bucket: object({ name: array([emitter.attribute(from.id, 'name')]) }),
                  object: keyPattern(prefix, suffix),
                }),
              }),
              targets: array([create(across, target, object({ deadLetterQueue: emitter.common('deadLetters') }))]),
            }),
          ),
        },
      ];
    }),
});

function keyPattern(prefix: string | undefined, suffix: string | undefined): Expr | undefined {
  const key =
    given(prefix) && given(suffix)
      ? { wildcard: lit(`${escapeWildcard(prefix)}*${escapeWildcard(suffix)}`) }
      : given(prefix)
        ? { prefix: lit(prefix) }
        : given(suffix)
          ? { suffix: lit(suffix) }
          : undefined;
  return key === undefined ? undefined : object({ key: array([object(key)]) });
}

const escapeWildcard = (text: string): string => text.replace(/[\\*]/g, '\\$&');

/**
 * Whether S3 would have to tell two targets of one object, which it refuses: the same event, and filters of which
 * neither the prefixes nor the suffixes exclude each other.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
 */
export function notificationsOverlap(a: PropsOf<Fields>, b: PropsOf<Fields>): boolean {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [prefixA, prefixB] = [text(a['prefix']), text(b['prefix'])];
  const [suffixA, suffixB] = [text(a['suffix']), text(b['suffix'])];
  return (
    a['event'] === b['event'] &&
    (prefixA.startsWith(prefixB) || prefixB.startsWith(prefixA)) &&
    (suffixA.endsWith(suffixB) || suffixB.endsWith(suffixA))
  );
}
