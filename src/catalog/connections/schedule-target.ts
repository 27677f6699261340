import { field, type PropsOf } from '../../model/fields.js';
import { callStatic, cdk, create, lit, object, ref, seconds, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type Emitter, type End } from '../define.js';
import { given, retryFields, retryOptions } from './shared.js';

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
  permissions: (from, to) => [
    { grantee: from.id, actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }], byConstruct: true },
  ],
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => ({
      type: 'do',
      expression: create(
        cdk('aws-scheduler', 'Schedule'),
        ref('this'),
        lit(emitter.constructId(id, 'schedule')),
        object({
          description: text(from.props['description']),
          enabled: from.props['enabled'] === false ? lit(false) : undefined,
          schedule: callStatic(
            'aws-scheduler',
            'ScheduleExpression.expression',
            lit(textOf(from.props['expression'])),
            ...(textOf(from.props['timeZone']) === ''
              ? []
              : [callStatic('', 'TimeZone.of', lit(textOf(from.props['timeZone'])))]),
          ),
          timeWindow:
            typeof from.props['flexibleWindow'] === 'number'
              ? callStatic('aws-scheduler', 'TimeWindow.flexible', seconds(from.props['flexibleWindow']))
              : undefined,
          target: target(to, props, emitter),
        }),
      ),
    })),
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const text = (value: unknown): Expr | undefined => (textOf(value) === '' ? undefined : lit(textOf(value)));

function target(to: End<'scheduleTarget'>, props: PropsOf<typeof fields>, emitter: Emitter): Expr {
  const text = given(props.input) ? props.input : undefined;
  const input = text === undefined ? undefined : callStatic('aws-scheduler', 'ScheduleTargetInput.fromText', lit(text));
  if (to.service.roles.eventBus !== undefined)
    return create(
      to.role.construct,
      object({
        eventBus: emitter.construct(to.id),
        source: lit(props.eventSource),
        detailType: lit(props.detailType),
        detail: input ?? callStatic('aws-scheduler', 'ScheduleTargetInput.fromText', lit('{}')),
      }),
      object(retryOptions(props)),
    );
  const taken = to.role.arguments?.(to, emitter, props) ?? { positional: [emitter.construct(to.id)] };
  return create(to.role.construct, ...taken.positional, object({ ...taken.options, input, ...retryOptions(props) }));
}
