import type { ServiceDefinition } from '../../catalog/define.js';
import type { NodeId } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import type { SystemConnection, SystemNode } from '../../system/system.js';

/** Findings of cdk-nag that the design means: id -> reason. */
export type Reasons = Readonly<Record<string, Localized>>;

/** A node with what is known where its findings are explained. */
export interface Explained {
  readonly node: SystemNode;
  readonly incoming: readonly SystemConnection[];
  readonly outgoing: readonly SystemConnection[];
  /** The service of a node at the other end of a connection. */
  readonly serviceOf: (id: NodeId) => ServiceDefinition | undefined;
}

/** Explains what cdk-nag finds in the constructs of a service. */
export type Explain = (input: Explained) => Reasons;

/** The node as it is called in a reason. */
export const named = ({ label, id }: SystemNode): string =>
  label.trim() === '' ? id : label.replace(/\s+/g, ' ').trim();

/** One reason for several findings. */
export const sameReason = (ids: readonly string[], reason: Localized): Reasons =>
  Object.fromEntries(ids.map((id) => [id, reason]));
