import { nodeId, type Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { array, cdk, create, lit, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type Emitter, type EmittedConnection } from '../define.js';
import type { PropsOf } from '../../model/fields.js';
import { eventPatternOf, foreignKeys } from './event-pattern.js';
import {
  given,
  mappingField,
  messageGroupField,
  messageGroupProblems,
  parseJson,
  retryFields,
  retryOptions,
} from './shared.js';
import { targetInput } from './target-input.js';

const retries = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html';

const fields = {
  pattern: field.code({
    label: { en: 'Event pattern', ja: 'イベントパターン' },
    language: 'event-pattern',
    default: '{\n  "source": ["app"]\n}',
    required: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  }),
  mapping: mappingField({ en: 'None: the whole event', ja: 'なし: イベント全体' }),
  inputTemplate: field.code({
    label: { en: 'Input template', ja: '入力テンプレート' },
    help: {
      en: 'JSON with <$.detail.path> where a value of the event goes.',
      ja: 'イベントの値を入れる箇所を <$.detail.パス> で示した JSON です。',
    },
    language: 'input-template',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
  }),
  messageGroupId: messageGroupField,
  ...retryFields(retries),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: { en: 'Receives events that could not be delivered.', ja: '配信できなかったイベントを受け取ります。' },
    services: ['sqs-queue'],
    advanced: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  }),
} as const;

export const rule = defineConnection({
  kind: 'rule',
  label: { en: 'Rule', ja: 'ルール' },
  from: 'eventBus',
  to: 'ruleTarget',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Events that match the pattern are delivered at least once, without a promise of order.',
    ja: 'パターンに一致したイベントを少なくとも 1 回配信します。順序は保証されません。',
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
  delivery: () => 'async',
  optionsFor: (_from, to) => ({
    ...(to.props['queueType'] === 'fifo' ? {} : { messageGroupId: [] }),
    // A bus as target takes the event as it is, and retries by itself.
    ...(to.service.roles.eventBus === undefined ? {} : { mapping: ['default'], retryAttempts: [], maxEventAge: [] }),
    ...(to.role.input === 'none' ? { mapping: ['default'] } : {}),
  }),
  refuse: (_from, to) => to.role.unready?.(to),
  initialProps: ({ role, props }) => {
    const source = role.sourceProp === undefined ? undefined : props[role.sourceProp];
    return typeof source === 'string' ? { pattern: JSON.stringify({ source: [source] }, null, 2) } : {};
  },
  describe: (_from, _to, { pattern }) => nameOfPattern(parseJson(pattern)),
  permissions: () => [],
  problems: ({ to, props }) => {
    const strange = foreignKeys(parseJson(props.pattern));
    return [
      ...(strange.length > 0
        ? [
            problem('code-invalid', {
              field: fields.pattern.label,
              detail: {
                en: `this cannot be matched here: ${strange.join(', ')}`,
                ja: `ここでは一致条件に使用できません: ${strange.join(', ')}`,
              },
            }),
          ]
        : []),
      ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
      ...messageGroupProblems(to, props.messageGroupId),
    ];
  },
  handlerType: () => 'EventBridgeHandler<string, unknown, void>',
  emit: (connections, emitter) => {
    const [first] = connections;
    if (first === undefined) return [];
    const gap = connections.some(({ props }) => props.mapping === 'missing');
    return [
      {
        type: 'do',
        ...(gap
          ? {
              comment: emitter.text({
                en: 'Disabled: the input of a target is still to be written.',
                ja: '無効: ターゲットへの入力が未定義です。',
              }),
            }
          : {}),
        expression: create(
          cdk('aws-events', 'Rule'),
          ref('this'),
          lit(emitter.constructId(first.id, 'rule')),
          object({
            eventBus: emitter.construct(first.from.id),
            eventPattern: eventPatternOf(parseJson(first.props.pattern)),
            // Without its input the target would get the whole event: the rule waits until it is written.
            enabled: gap ? lit(false) : undefined,
            targets: array(connections.map((connection) => target(connection, emitter))),
          }),
        ),
      },
    ];
  },
});

function target(
  { to, props }: EmittedConnection<'eventBus', 'ruleTarget', PropsOf<typeof fields>>,
  emitter: Emitter,
): Expr {
  const input = props.mapping === 'custom' && given(props.inputTemplate) ? targetInput(props.inputTemplate) : undefined;
  const isBus = to.service.roles.eventBus !== undefined;
  const taken = to.role.arguments?.(to, emitter, props) ?? { positional: [emitter.construct(to.id)] };
  const { input: inputName = 'input' } = to.role;
  const options = object({
    ...taken.options,
    ...(isBus ? {} : { ...(inputName === 'none' ? {} : { [inputName]: input }), ...retryOptions(props) }),
    messageGroupId:
      to.props['queueType'] === 'fifo' && given(props.messageGroupId) ? lit(props.messageGroupId) : undefined,
    deadLetterQueue: props.deadLetterQueue === undefined ? undefined : emitter.construct(nodeId(props.deadLetterQueue)),
  });
  const hasOptions = options.type === 'object' && options.entries.length > 0;
  return create(to.role.construct, ...taken.positional, ...(hasOptions ? [options] : []));
}

/** The words of a rule: its first detail type, else its first source. */
function nameOfPattern(pattern: Json | undefined) {
  if (typeof pattern === 'object' && pattern !== null && !Array.isArray(pattern)) {
    for (const key of ['detail-type', 'source']) {
      const values: unknown = Object.hasOwn(pattern, key) ? Reflect.get(pattern, key) : undefined;
      const first: unknown = Array.isArray(values) ? values[0] : undefined;
      if (typeof first === 'string') return sameInEveryLanguage(first);
    }
  }
  return { en: 'rule', ja: 'ルール' };
}
