import type { Fields, PropsOf } from '../../model/fields.js';
import type { Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';
import type { Needed } from './pipe.js';

/** What a Firehose stream reads by itself. */
export interface DeliverySourceRole {
  readonly by: 'kinesis' | 'msk' | 'database';
  readonly permissions: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
}

/** Where a Firehose stream writes. */
export type DeliveryDestinationRole =
  | { readonly by: 's3' }
  | {
      readonly by: 'opensearch' | 'opensearch-serverless' | 'redshift' | 'iceberg' | 'http-endpoint';
      /** What the destination's configuration says of the node: its ARN, its address. */
      readonly own: (
        node: NodeView,
        emitter: Emitter,
        props: PropsOf<Fields>,
      ) => Readonly<Record<string, Expr | undefined>>;
      readonly permissions: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
    };
