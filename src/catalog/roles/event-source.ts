import type { Fields, PropsOf } from '../../model/fields.js';
import type { CdkName, Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';
import type { Needed } from './pipe.js';

interface Batches {
  /** Handler type of @types/aws-lambda. */
  readonly handlerType: string;
  readonly maxBatchSize: number;
  readonly defaultBatchSize: number;
}

/** Read by an event source mapping. */
export type EventSourceRole = Batches &
  (
    | {
        readonly kind: 'queue' | 'stream';
        /** The class of the CDK that reads it and gives the function what it needs. */
        readonly construct: CdkName;
      }
    | {
        readonly kind: 'kafka' | 'activemq' | 'rabbitmq' | 'change-stream';
        /** Where the source is, and how one signs in there: properties of the mapping. */
        readonly mapping: (node: NodeView, emitter: Emitter) => Readonly<Record<string, Expr | undefined>>;
        readonly permissions: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
      }
  );
