import type { Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { defineConnection } from '../define.js';
import { eventPatternOf, foreignKeys } from './event-pattern.js';
import { ruleStatements } from './rule-statements.js';
import { ruleTargetFields, ruleTargetOptions, ruleTargetPermissions, ruleTargetProblems } from './rule-targets.js';
import { parseJson } from './shared.js';

const fields = {
  pattern: field.code({
    label: { en: 'Event pattern', ja: 'イベントパターン' },
    language: 'event-pattern',
    default: '{\n  "source": ["app"]\n}',
    required: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  }),
  ...ruleTargetFields,
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
  optionsFor: (_from, to) => ruleTargetOptions(to),
  refuse: (_from, to) => to.role.unready?.(to),
  initialProps: ({ role, props }) => {
    const source = role.sourceProp === undefined ? undefined : props[role.sourceProp];
    return typeof source === 'string' ? { pattern: JSON.stringify({ source: [source] }, null, 2) } : {};
  },
  describe: (_from, _to, { pattern }) => nameOfPattern(parseJson(pattern)),
  permissions: (from, to, props) => ruleTargetPermissions(from, to, props),
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
      ...ruleTargetProblems(to, props),
    ];
  },
  handlerType: () => 'EventBridgeHandler<string, unknown, void>',
  emit: (connections, emitter) => {
    const [first] = connections;
    if (first === undefined) return [];
    return ruleStatements(
      connections,
      {
        words: [first.id, 'rule'],
        props: {
          eventBus: emitter.construct(first.from.id),
          eventPattern: eventPatternOf(parseJson(first.props.pattern)),
        },
      },
      emitter,
    );
  },
});

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
