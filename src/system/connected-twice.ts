import { connectionId } from '../model/design.js';
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

/** What is connected a second time where one connection is all that the node can have. */
export function connectedTwice(
  label: string,
  incoming: readonly SystemConnection[],
  outgoing: readonly SystemConnection[],
): readonly Problem[] {
  return single.flatMap(({ kind, at, by }) => {
    const seen = new Set<unknown>();
    return (at === 'incoming' ? incoming : outgoing).flatMap((connection) => {
      if (connection.kind !== kind || connection.origin !== 'drawn' || connection.definition === undefined) return [];
      const value = by === undefined ? '' : connection.props[by];
      if (!seen.has(value)) {
        seen.add(value);
        return [];
      }
      const where = { connection: connectionId(connection.id), path: ['connections', connection.id] };
      return [problem('connected-twice', { label, kind: connection.definition.label }, where)];
    });
  });
}
