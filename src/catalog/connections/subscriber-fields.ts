import { nodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref, type Expr, type Statement } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';
import { reasonOf, targetRole, type RolePermission } from '../target-role.js';
import { compactJson, given } from './shared.js';

const subscribers = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-subscribers.html';

/** How a custom event bus delivers, whatever it delivers to. */
export const subscriberFields = {
  filter: field.code({
    label: { en: 'Filter', ja: 'フィルター' },
    help: {
      en: 'An event pattern on the data. Empty: every event.',
      ja: 'イベントのデータに対するイベントパターンです。空欄の場合、すべてのイベントを配信します。',
    },
    language: 'json',
    source: subscribers,
  }),
  ordering: field.choice({
    label: { en: 'Order', ja: '順序' },
    options: {
      UNORDERED: { en: 'Not guaranteed', ja: '保証しない' },
      FIFO: { en: 'Within each event group', ja: 'イベントグループ内で保証' },
    },
    default: 'UNORDERED',
    source: subscribers,
  }),
  batchSize: field.number({
    label: { en: 'Batch size', ja: 'バッチサイズ' },
    min: 1,
    max: 500,
    default: 1,
    unit: 'count',
    source: subscribers,
  }),
  batchWindow: field.seconds({
    label: { en: 'Batch window', ja: 'バッチウィンドウ' },
    min: 0,
    max: 300,
    default: 0,
    advanced: true,
    source: subscribers,
  }),
  retryAttempts: field.number({
    label: { en: 'Retry attempts', ja: '再試行回数' },
    min: 0,
    max: 185,
    default: 5,
    unit: 'count',
    advanced: true,
    source: subscribers,
  }),
  maxEventAge: field.seconds({
    label: { en: 'Maximum age of an event', ja: 'イベントの最大経過時間' },
    min: 60,
    max: 86_400,
    default: 300,
    advanced: true,
    source: subscribers,
  }),
  deadLetterQueue: field.node({
    label: { en: 'Queue for failures', ja: '失敗時の送信先キュー' },
    help: { en: 'Receives events that could not be delivered.', ja: '配信できなかったイベントを受け取ります。' },
    services: ['sqs-queue'],
    advanced: true,
    source: subscribers,
  }),
} as const;

interface Delivery {
  readonly id: string;
  readonly bus: NodeView;
  readonly props: PropsOf<typeof subscriberFields>;
  readonly permissions: readonly RolePermission[];
  /** `invokeConfiguration` beside the role. */
  readonly invoke: Readonly<Record<string, Expr | undefined>>;
  readonly transformer?: Expr | undefined;
}

/** A subscriber of a custom event bus with the role that it calls its target by. */
export function subscriberStatements(delivery: Delivery, emitter: Emitter): readonly Statement[] {
  const { id, bus, props, permissions, invoke, transformer } = delivery;
  const queue = props.deadLetterQueue === undefined ? undefined : nodeId(props.deadLetterQueue);
  const all = [
    ...permissions,
    ...(queue === undefined ? [] : [{ actions: ['sqs:SendMessage'], resources: [{ node: queue, attribute: 'arn' }] }]),
  ];
  const role = emitter.variable(id, 'role');
  const comment = reasonOf(all, emitter);
  const constructId = emitter.constructId(id, 'subscriber');
  const filter = compactJson(props.filter);
  return [
    {
      type: 'const',
      name: role,
      value: targetRole(id, 'events.amazonaws.com', all, emitter),
      ...(comment === undefined ? {} : { comment }),
    },
    {
      type: 'do',
      expression: create(
        cdk('aws-eventsv2', 'CfnSubscriber'),
        ref('this'),
        lit(constructId),
        object({
          name: lit(constructId),
          eventBusArn: emitter.attribute(bus.id, 'arn'),
          type: lit(props.ordering),
          startingPosition: lit('LATEST'),
          filterConfiguration: given(filter)
            ? object({ filters: array([object({ scope: lit('DATA'), pattern: lit(filter) })]) })
            : undefined,
          batchConfiguration: object({
            maxBatchSize: lit(props.batchSize),
            maxBatchWindowInSeconds: props.batchWindow === 0 ? undefined : lit(props.batchWindow),
          }),
          transformer,
          retryPolicy: object({
            maxRetryAttempts: lit(props.retryAttempts),
            maxEventAgeInSeconds: lit(props.maxEventAge),
          }),
          onFailureConfiguration: queue === undefined ? undefined : object({ arn: emitter.attribute(queue, 'arn') }),
          invokeConfiguration: object({ ...invoke, roleArn: member(ref(role), 'roleArn') }),
        }),
      ),
    },
  ];
}
