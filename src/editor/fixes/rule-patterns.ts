import { entries, lookup } from '../../model/design.js';
import { updateConnection } from '../../model/graph.js';
import { defineFix } from './define.js';

/** Connections that share a rule but not its pattern: gives the one the pattern of the others, or a rule of its own. */
export const rulePatterns = defineFix({
  id: 'rule-patterns',
  codes: ['rule-patterns-differ'],
  offer: ({ design }, { connection: id }) => {
    const connection = id === undefined ? undefined : lookup(design.connections, id);
    if (id === undefined || connection?.resource === undefined) return [];
    const first = entries(design.connections).find(
      ([other, { kind, from, resource }]) =>
        other !== id && kind === 'rule' && from === connection.from && resource === connection.resource,
    )?.[1];
    return [
      {
        label: { en: 'Make it a rule of its own', ja: '別のルールに分ける' },
        apply: (now) =>
          updateConnection(now, id, (rule) => {
            const { resource: _resource, ...rest } = rule;
            return rest;
          }),
      },
      ...(first === undefined
        ? []
        : [
            {
              label: { en: 'Use the pattern of the rule', ja: 'ルールのパターンを使用' },
              apply: (now: typeof design) =>
                updateConnection(now, id, (rule) => {
                  const { pattern: _pattern, ...props } = rule.props;
                  const shared = lookup(first.props, 'pattern');
                  return { ...rule, props: shared === undefined ? props : { ...props, pattern: shared } };
                }),
            },
          ]),
    ];
  },
  examples: [
    `nodes:
  bus: { service: event-bus, label: Events }
  ship: { service: lambda-function, label: Ship }
  bill: { service: lambda-function, label: Bill }
connections:
  one: { kind: rule, from: bus, to: ship, resource: placed, props: { pattern: '{"source":["shop"]}' } }
  two: { kind: rule, from: bus, to: bill, resource: placed, props: { pattern: '{"source":["store"]}' } }`,
  ],
});
