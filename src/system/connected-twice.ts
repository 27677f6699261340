import type { NodeId } from '../model/design.js';
import { problem, type Problem } from '../model/problems.js';
import type { SystemConnection } from './system.js';

/** Connections of which a node can have one, or one for each value of a prop. AWS would take the last, silently. */
const single: readonly {
  readonly kind: string;
  readonly at: 'incoming' | 'outgoing';
  readonly by?: string;
}[] = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
  { kind: 'alarm-metric', at: 'incoming' },
  // https://docs.aws.amazon.com/firehose/latest/dev/basic-create.html
  // A second destination may be the bucket for what fails: the service looks at them.
  { kind: 'delivery-source', at: 'incoming' },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html: one active stream for each table
  { kind: 'stream-destination', at: 'outgoing' },
  // https://docs.aws.amazon.com/redshift/latest/mgmt/zero-etl-using.html: the policy of a warehouse names its sources
  { kind: 'zero-etl', at: 'incoming' },
  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
  { kind: 'lambda-destination', at: 'outgoing', by: 'on' },
];

/** Connections of which a node can have a few, whatever they lead to. */
const few: readonly { readonly kind: string; readonly max: number }[] = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
  { kind: 'log-subscription', max: 2 },
];

/** Connections of a node of which only one can stand, by group. */
export function rivalGroups(
  incoming: readonly SystemConnection[],
  outgoing: readonly SystemConnection[],
): readonly (readonly SystemConnection[])[] {
  return single.flatMap(({ kind, at, by }) => {
    const groups = new Map<unknown, SystemConnection[]>();
    for (const connection of at === 'incoming' ? incoming : outgoing) {
      if (connection.kind !== kind || connection.origin !== 'drawn' || connection.definition === undefined) continue;
      const value = by === undefined ? '' : connection.props[by];
      groups.set(value, [...(groups.get(value) ?? []), connection]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  });
}

/** What is connected more often than the node can have it. */
export const connectedTooOften = (
  node: NodeId,
  label: string,
  outgoing: readonly SystemConnection[],
): readonly Problem[] =>
  few.flatMap(({ kind, max }) => {
    const [first, ...others] = outgoing.filter((one) => one.kind === kind && one.origin === 'drawn');
    const count = others.length + 1;
    return first?.definition === undefined || count <= max
      ? []
      : [
          problem(
            'too-many-connections',
            { label, kind: first.definition.label, count, max },
            { node, path: ['nodes', node] },
          ),
        ];
  });

/** What is connected a second time where one connection is all that the node can have. */
export const connectedTwice = (
  node: NodeId,
  label: string,
  incoming: readonly SystemConnection[],
  outgoing: readonly SystemConnection[],
): readonly Problem[] =>
  rivalGroups(incoming, outgoing).flatMap(([first]) =>
    first?.definition === undefined
      ? []
      : [problem('connected-twice', { label, kind: first.definition.label }, { node, path: ['nodes', node] })],
  );
