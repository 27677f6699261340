import { array, cdk, create, lit, object, ref, type Statement } from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter } from '../define.js';
import type { SharedRule } from '../roles/event-targets.js';
import { constructedTarget, type RuleTargetProps } from './rule-targets.js';

type RuleConnection = EmittedConnection<'eventBus' | 'eventPublisher', 'ruleTarget', RuleTargetProps>;

/** The rule of connections that share it; those whose targets CDK has no class for get one of their own. */
export function ruleStatements(
  connections: readonly RuleConnection[],
  shared: SharedRule,
  emitter: Emitter,
): readonly Statement[] {
  const gap = connections.some(({ props }) => props.mapping === 'missing');
  const rule: SharedRule = {
    ...shared,
    // Without its input the target would get the whole event: the rule waits until it is written.
    props: { ...shared.props, enabled: gap ? lit(false) : undefined },
    ...(gap
      ? {
          comment: emitter.text({
            en: 'Disabled: the input of a target is still to be written.',
            ja: '無効: ターゲットへの入力が未定義です。',
          }),
        }
      : {}),
  };
  const targets = connections.flatMap(({ to, props }) => constructedTarget(to, props, emitter) ?? []);
  const direct = connections.filter(({ to }) => to.role.direct !== undefined);
  return [
    ...(targets.length === 0 ? [] : [constructed(rule, targets, emitter)]),
    ...(direct[0]?.to.role.direct?.emit(direct, rule, emitter) ?? []),
  ];
}

const constructed = (
  { words, props, comment }: SharedRule,
  targets: Parameters<typeof array>[0],
  emitter: Emitter,
): Statement => ({
  type: 'do',
  ...(comment === undefined ? {} : { comment }),
  expression: create(
    cdk('aws-events', 'Rule'),
    ref('this'),
    lit(emitter.constructId(...words)),
    object({ ...props, targets: array(targets) }),
  ),
});
