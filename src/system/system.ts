import type {
  ConnectionDefinition,
  ConnectionView,
  IntegrationPattern,
  NodeView,
  ServiceDefinition,
} from '../catalog/define.js';
import type { ContextId, Design, DesignNode, NodeId } from '../model/design.js';
import type { Fields, PropsOf } from '../model/fields.js';
import type { Localized } from '../model/localized.js';

/** A node with its definition and resolved props. */
export interface SystemNode extends NodeView<PropsOf<Fields>> {
  readonly node: DesignNode;
  readonly service: ServiceDefinition;
  readonly context: ContextId | undefined;
  readonly subtitle: Localized;
}

/** A drawn or derived connection whose ends and kind exist. */
export interface SystemConnection extends ConnectionView {
  /** Undefined for a Task and for a field's reference: those follow from the definition text or the field. */
  readonly definition: ConnectionDefinition | undefined;
  /** `drawn`: in the design; `task`: from a state machine's Task states; `reference`: from a field of kind `node`. */
  readonly origin: 'drawn' | 'task' | 'reference';
  readonly label: Localized;
  readonly delivery: 'sync' | 'async';
  /** For a Task: the paths of the states that call, such as `States.Save` joined by `/` from the root. */
  readonly states?: readonly (readonly string[])[];
  /** For a Task: the SDK action of its first state, such as `putItem`, and how that state waits. */
  readonly action?: string;
  readonly pattern?: IntegrationPattern;
}

/**
 * The resolved system: what a design means. Immutable; `resolveSystem` shares what did not change with the one before.
 * What is wrong with it is found by `problemsOf`, when it is asked for.
 */
export interface System {
  readonly design: Design;
  readonly nodes: ReadonlyMap<NodeId, SystemNode>;
  readonly connections: ReadonlyMap<string, SystemConnection>;
  incoming(node: NodeId): readonly SystemConnection[];
  outgoing(node: NodeId): readonly SystemConnection[];
  node(id: NodeId): SystemNode | undefined;
}

/** One way to connect two nodes: directly by a kind, or through a new node in between. */
export interface Way {
  readonly id: string;
  readonly kind: 'direct' | 'through';
  /** Direct: the connection kind. Through: both kinds and the service in between. */
  readonly steps: readonly { readonly connection: string; readonly service?: string }[];
  /** Props for a new node in between (an Express workflow) or a changed end. */
  readonly title: Localized;
  readonly tradeOff: Localized;
  readonly rank: number;
}

export interface Ways {
  /** Best first. Direct ones are legal as drawn; those through a node insert it. */
  readonly ways: readonly Way[];
  /** Where nothing direct is possible: why, and the nearest legal way in words. */
  readonly refusal?: { readonly reason: Localized; readonly nearest: Localized };
}
