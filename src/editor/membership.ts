import { serviceOf } from '../catalog/index.js';
import type { ContextId, DesignNode } from '../model/design.js';

/**
 * The node as a member of a context, or of none. One that keeps data and was exported before stays in its stack: a move
 * would replace the resource.
 */
export function inContext(node: DesignNode, context: ContextId | undefined): DesignNode {
  if (node.context === context) return node;
  const { context: before, stack, ...rest } = node;
  const keepsStack = node.idFixed === true && serviceOf(node.service)?.stateful === true;
  const wanted = keepsStack ? (stack ?? before) : stack;
  return {
    ...rest,
    ...(context === undefined ? {} : { context }),
    ...(wanted === undefined || wanted === context ? {} : { stack: wanted }),
  };
}
