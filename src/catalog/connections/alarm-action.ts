import type { NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import {
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { defineConnection, type Emitter } from '../define.js';

const methods = { ALARM: 'addAlarmAction', OK: 'addOkAction', INSUFFICIENT_DATA: 'addInsufficientDataAction' } as const;

export const alarmAction = defineConnection({
  kind: 'alarm-action',
  label: { en: 'Alarm action', ja: 'アラームアクション' },
  from: 'alarm',
  to: 'alarmTarget',
  fields: {
    state: field.choice({
      label: { en: 'State', ja: '状態' },
      options: {
        ALARM: { en: 'In alarm', ja: 'アラーム状態' },
        OK: { en: 'OK', ja: 'OK' },
        INSUFFICIENT_DATA: { en: 'Insufficient data', ja: 'データ不足' },
      },
      default: 'ALARM',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
    }),
    instanceAction: field.choice({
      label: { en: 'Action', ja: 'アクション' },
      options: {
        STOP: { en: 'Stop', ja: '停止' },
        REBOOT: { en: 'Reboot', ja: '再起動' },
        RECOVER: { en: 'Recover', ja: '復旧' },
        TERMINATE: { en: 'Terminate', ja: '終了' },
      },
      default: 'STOP',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html',
    }),
  },
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Told once when the alarm changes to the state.',
    ja: 'アラームがこの状態に変わったときに 1 回通知します。',
  },
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
  delivery: () => 'async',
  refuse: (_from, to) =>
    to.props['topicType'] === 'fifo'
      ? { en: 'An alarm notifies standard topics only.', ja: 'アラームの通知先は標準トピックだけです。' }
      : undefined,
  optionsFor: (_from, to) => (to.role.ofInstance === true ? {} : { instanceAction: [] }),
  describe: (_from, _to, { state }) =>
    state === 'ALARM'
      ? { en: 'in alarm', ja: 'アラーム' }
      : state === 'OK'
        ? { en: 'OK', ja: 'OK' }
        : { en: 'no data', ja: 'データ不足' },
  permissions: (from, to) =>
    to.role.iam === undefined
      ? []
      : [
          {
            grantee: from.id,
            actions: to.role.iam,
            resources: [{ node: to.id, attribute: 'arn' }],
            byConstruct: true,
          },
        ],
  emit: (connections, emitter) =>
    connections.flatMap(({ from, to, props }): readonly Statement[] => [
      ...(to.service.type === 'sns-topic' ? [mayPublish(emitter.construct(to.id))] : []),
      {
        type: 'do',
        expression: call(
          emitter.construct(from.id),
          methods[props.state],
          create(
            to.role.construct,
            ...(to.role.arguments?.(to, emitter, props) ?? [
              to.role.isFunction === true && !emitter.sameStack(from.id, to.id)
                ? permittedHere(from.id, to.id, props.state, emitter)
                : emitter.construct(to.id),
            ]),
          ),
        ),
      },
    ]),
});

/**
 * A function of another stack, permitted in the stack of the alarm: a permission beside the function names the alarm, so
 * that each of the two stacks would wait for the other.
 */
const permittedHere = (alarm: NodeId, target: NodeId, state: string, emitter: Emitter): Expr =>
  callStatic(
    'aws-lambda',
    'Function.fromFunctionAttributes',
    ref('this'),
    lit(emitter.constructId(alarm, target, state)),
    object({ functionArn: emitter.attribute(target, 'arn'), sameEnvironment: lit(true) }),
  );

/**
 * The policy of a topic that refuses plain HTTP takes the place of the one by which alarms of the account may publish.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export const mayPublish = (topic: Expr): Statement => ({
  type: 'do',
  expression: call(
    topic,
    'grantPublish',
    create(
      cdk('aws-iam', 'ServicePrincipal'),
      lit('cloudwatch.amazonaws.com'),
      object({
        conditions: object({ StringEquals: object({ 'aws:SourceAccount': member(ref('this'), 'account') }) }),
      }),
    ),
  ),
});
