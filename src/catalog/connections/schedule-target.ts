import { field, type PropsOf } from '../../model/fields.js';
import { callStatic, create, lit, object, type Expr, type Statement } from '../../ts-ast/ast.js';
import { defineConnection, type Emitter, type End } from '../define.js';
import { scheduleOf } from './schedule-statement.js';
import { deadLetterQueueOf, given, retryFields, retryOptions } from './shared.js';

const retries = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-target.html';

const inputField = field.code({
  label: { en: 'Input', ja: '入力' },
  help: {
    en: 'JSON that the target gets. Empty: an empty object.',
    ja: 'ターゲットに渡す JSON です。空欄の場合、空のオブジェクトになります。',
  },
  language: 'json',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html',
});

const fields = {
  input: inputField,
  eventSource: field.text({
    label: { en: 'Source of the events', ja: 'イベントの source' },
    default: 'schedule',
    required: true,
    code: true,
  }),
  detailType: field.text({
    label: { en: 'Detail type of the events', ja: 'イベントの detail-type' },
    default: 'Due',
    required: true,
    code: true,
  }),
  ...retryFields(retries),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: { en: 'Receives calls that never succeeded.', ja: '成功しなかった呼び出しを受け取ります。' },
    services: ['sqs-queue'],
    advanced: true,
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
  }),
} as const;

/** Each target is a schedule of its own in AWS: one schedule calls one target. */
export const scheduleTarget = defineConnection({
  kind: 'schedule-target',
  label: { en: 'Schedule target', ja: 'スケジュールのターゲット' },
  from: 'schedule',
  to: 'scheduleTarget',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Called at least once at each time; a failed call is repeated, and nothing has to run in between.',
    ja: '指定した時刻に少なくとも 1 回呼び出します。失敗した呼び出しは再試行され、待機中に動かしておくものはありません。',
  },
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html',
  delivery: () => 'async',
  // A FIFO queue wants a message group, which this target does not know.
  refuse: (_from, to) =>
    to.role.unready?.(to) ??
    (to.props['queueType'] === 'fifo'
      ? {
          en: 'A message to a FIFO queue needs a message group; this connection sets none.',
          ja: 'FIFO キューへのメッセージにはメッセージグループが必要ですが、この接続では設定できません。',
        }
      : undefined),
  optionsFor: (_from, to) => (to.service.roles.eventBus === undefined ? { eventSource: [], detailType: [] } : {}),
  describe: (from) => {
    const expression = from.props['expression'];
    const words = typeof expression === 'string' ? expression : '';
    return { en: words, ja: words };
  },
  permissions: (from, to, props) => {
    const needed = to.role.permissions?.(to, props) ?? [
      { actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
    ];
    return needed.map((one) => ({ grantee: from.id, ...one, byConstruct: true }));
  },
  emit: (connections, emitter) =>
    connections.flatMap((connection): readonly Statement[] => {
      const { id, from, to, props } = connection;
      const made = target(to, props, emitter);
      return made === undefined
        ? (to.role.direct?.emit(connection, emitter) ?? [])
        : [{ type: 'do', expression: scheduleOf(id, from, made, emitter) }];
    }),
});

function target(to: End<'scheduleTarget'>, props: PropsOf<typeof fields>, emitter: Emitter): Expr | undefined {
  const { construct } = to.role;
  if (construct === undefined) return undefined;
  const queue = props.deadLetterQueue;
  const further = {
    ...retryOptions(props),
    deadLetterQueue: deadLetterQueueOf(queue, emitter),
  };
  const text = given(props.input) ? props.input : undefined;
  const input = text === undefined ? undefined : callStatic('aws-scheduler', 'ScheduleTargetInput.fromText', lit(text));
  if (to.service.roles.eventBus !== undefined)
    return create(
      construct,
      object({
        eventBus: emitter.construct(to.id),
        source: lit(props.eventSource),
        detailType: lit(props.detailType),
        detail: input ?? callStatic('aws-scheduler', 'ScheduleTargetInput.fromText', lit('{}')),
      }),
      object(further),
    );
  const taken = to.role.arguments?.(to, emitter, props) ?? { positional: [emitter.construct(to.id)] };
  return create(construct, ...taken.positional, object({ ...taken.options, input, ...further }));
}
