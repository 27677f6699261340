import type { PropsOf, Fields } from '../../model/fields.js';
import type { Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView, Permission, Unready } from '../define.js';

/** The actions of a topic rule: https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html */
export type IotActionName =
  | 'cloudwatchAlarm'
  | 'cloudwatchLogs'
  | 'dynamoDb'
  | 'firehose'
  | 'http'
  | 'influxDb'
  | 'iotSiteWise'
  | 'kafka'
  | 'kinesis'
  | 'lambda'
  | 'location'
  | 'openSearch'
  | 'republish'
  | 's3'
  | 'sns'
  | 'sqs'
  | 'stepFunctions'
  | 'timestream';

/** What a rule of AWS IoT has to know of a service that it hands messages to. */
export interface IotActionRole {
  readonly action: IotActionName;
  /** Without the grantee, which is the rule. Empty: the action needs no role. */
  readonly permissions: (node: NodeView, props: PropsOf<Fields>) => readonly Omit<Permission, 'grantee'>[];
  /** Why messages cannot be handed to a node as it is now. */
  readonly unready?: Unready;
  /** Parameters that follow from the node itself: `tableName`, `queueUrl`. */
  readonly own: (
    node: NodeView,
    emitter: Emitter,
    props: PropsOf<Fields>,
    roleArn: () => Expr,
  ) => Readonly<Record<string, Expr | undefined>>;
}

/** An action with one permission, on the ARN of the node, and parameters that are attributes of it. */
export const iotTarget = (
  action: IotActionName,
  own: Readonly<Record<string, string>>,
  actions: readonly string[],
  on: { readonly attribute: string; readonly suffix?: string; readonly byConstruct?: true } = { attribute: 'arn' },
): IotActionRole => ({
  action,
  permissions: ({ id }) => {
    const { attribute, suffix, byConstruct } = on;
    const resource = { node: id, attribute, ...(suffix === undefined ? {} : { suffix }) };
    return [{ actions, resources: [resource], ...(byConstruct === undefined ? {} : { byConstruct }) }];
  },
  own: ({ id }, emitter) =>
    Object.fromEntries(
      Object.entries(own).map(([parameter, attribute]) => [parameter, emitter.attribute(id, attribute)]),
    ),
});
