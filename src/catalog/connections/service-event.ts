import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { array, call, lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type Emitter, type End } from '../define.js';
import { eventPatternOf } from './event-pattern.js';
import { ruleStatements } from './rule-statements.js';
import { ruleTargetFields, ruleTargetOptions, ruleTargetPermissions, ruleTargetProblems } from './rule-targets.js';
import { parseJson } from './shared.js';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html';

/** Events of one resource, by a rule on the default event bus. */
export const serviceEvent = defineConnection({
  kind: 'service-event',
  label: { en: 'Service event', ja: 'サービスイベント' },
  from: 'eventPublisher',
  to: 'ruleTarget',
  fields: {
    detailType: field.text({
      label: { en: 'Detail type', ja: 'detail-type' },
      required: true,
      code: true,
      source: 'https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref.html',
    }),
    detail: field.code({
      label: { en: 'Pattern of the detail', ja: 'detail のパターン' },
      help: {
        en: 'Which events, by what they say: { "state": ["FAILED"] }. Empty: all of the resource.',
        ja: 'detail の条件でイベントを絞り込みます ({ "state": ["FAILED"] } など)。空欄の場合、リソースの全イベントが対象になります。',
      },
      language: 'json',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
    }),
    ...ruleTargetFields,
  },
  home: 'to',
  rank: 40,
  tradeOff: {
    en: 'What happens to the resource comes as an event of AWS; nothing has to ask for it.',
    ja: 'リソースの状態変化が AWS のイベントとして届きます。問い合わせは不要です。',
  },
  source,
  delivery: () => 'async',
  optionsFor: ({ role }, to) => ({ detailType: role.detailTypes, ...ruleTargetOptions(to) }),
  refuse: (_from, to) => to.role.unready?.(to),
  initialProps: ({ role }) => ({ detailType: role.detailTypes[0] }),
  describe: ({ role }, _to, { detailType }) => sameInEveryLanguage(detailType ?? role.detailTypes[0]),
  permissions: (from, to, props) => ruleTargetPermissions(from, to, props),
  problems: ({ to, props }) => ruleTargetProblems(to, props),
  handlerType: () => 'EventBridgeHandler<string, unknown, void>',
  emit: (connections, emitter) =>
    connections.flatMap((connection) => {
      const { id, from, props } = connection;
      const { enable } = from.role;
      const rule = ruleStatements(
        [connection],
        {
          words: [id, 'rule'],
          props: {
            eventPattern: object({
              source: array([lit(from.role.source)]),
              detailType: array([lit(props.detailType ?? from.role.detailTypes[0])]),
              detail: detailOf(from, props.detail, emitter),
            }),
          },
        },
        emitter,
      );
      return enable === undefined
        ? rule
        : [{ type: 'do' as const, expression: call(emitter.construct(from.id), enable) }, ...rule];
    }),
});

/** What was written, and which resource it is. */
function detailOf(from: End<'eventPublisher'>, text: string | undefined, emitter: Emitter): Expr | undefined {
  const written = eventPatternOf({ detail: parseJson(text) ?? {} });
  const detail = written.type === 'object' ? written.entries.find(([key]) => key === 'detail')?.[1] : undefined;
  const entries = detail?.type === 'object' ? detail.entries : [];
  const { own } = from.role;
  const all =
    own === undefined ? entries : withOwn(entries, own.path, array([emitter.attribute(from.id, own.attribute)]));
  return all.length === 0 ? undefined : { type: 'object', entries: all };
}

type Entries = readonly (readonly [string, Expr])[];

/** Adds a value at a path, into what is there. */
function withOwn(entries: Entries, [key = '', ...rest]: readonly string[], value: Expr): Entries {
  const there = entries.find(([name]) => name === key)?.[1];
  const inner =
    rest.length === 0
      ? value
      : ({ type: 'object', entries: withOwn(there?.type === 'object' ? there.entries : [], rest, value) } as const);
  return [...entries.filter(([name]) => name !== key), [key, inner]];
}
