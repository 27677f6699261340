import { substitutionsIn } from '../asl/definition.js';
import type { Task } from '../asl/tasks.js';
import { attributesOf } from '../catalog/attributes.js';
import type { End } from '../catalog/define.js';
import { lookup, type Definition, type Json, type NodeId } from '../model/design.js';
import { endOf } from './nodes.js';
import type { SystemNode } from './system.js';

/** A Task state with the drawn node that it calls. */
export interface TaskTarget {
  readonly task: Task;
  readonly target: End<'sdkTarget'>;
  /** Key of the target's actions, or `sns:publish` where its service says nothing of the action. */
  readonly action: string;
}

type SdkTarget = End<'sdkTarget'>;

/** Whether a Task calls a resource of AWS, which a node can stand for. */
export const callsNodes = ({ kind }: Task): boolean =>
  kind === 'sdk' || kind === 'optimized' || kind === 'lambda-arn' || kind === 'http';

/**
 * The node that a Task calls: one that its substitutions name and whose service the Resource calls. An API without a
 * resource of one's own is named by nothing: there the only node of that service is meant, in the same context first.
 */
export const targetOf = (
  task: Task,
  definition: Definition,
  machine: SystemNode,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): TaskTarget | undefined =>
  callsNodes(task) ? (namedTargetOf(task, definition, nodes) ?? unnamedTargetOf(task, machine, nodes)) : undefined;

/** The node among those that the substitutions of a Task name. */
export function namedTargetOf(
  task: Task,
  definition: Definition,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): TaskTarget | undefined {
  const named = substitutionsIn(JSON.stringify([task.resource, task.arguments ?? null])).flatMap((name) => {
    const stands = lookup(definition.substitutions, name);
    const node = stands !== undefined && 'node' in stands ? nodes.get(stands.node) : undefined;
    const end = node === undefined ? undefined : endOf(node, 'sdkTarget');
    return end ?? [];
  });
  const found = firstThat(named, (target) => actionOn(task, target));
  return found === undefined ? undefined : { task, ...found };
}

function firstThat(
  targets: readonly SdkTarget[],
  actionOf: (target: SdkTarget) => string | undefined,
): { target: SdkTarget; action: string } | undefined {
  // A resource that only says its type takes any call, so that one with knowledge goes first.
  const known = targets.filter(({ role }) => role.service !== '');
  for (const target of [...known, ...targets.filter(({ role }) => role.service === '')]) {
    const action = actionOf(target);
    if (action !== undefined) return { target, action };
  }
  return undefined;
}

/** The only node that a Task can mean without naming it. */
export function unnamedTargetOf(
  task: Task,
  machine: SystemNode,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): TaskTarget | undefined {
  const candidates = [...nodes.values()].flatMap((node) => {
    const end = endOf(node, 'sdkTarget');
    if (end === undefined || end.role.service === '') return [];
    const action = actionOn(task, end);
    const resource = action === undefined ? undefined : lookup(end.role.actions, action)?.resource;
    if (action === undefined) return [];
    if (resource === undefined) return lookup(end.role.actions, action) === undefined ? [] : [end];
    return namesLiterally(task, resource, end) || namesExisting(task, resource.parameter, end) ? [end] : [];
  });
  const near = candidates.filter(({ node }) => node.context === machine.context);
  const [target, second] = near.length > 0 ? near : candidates;
  if (target === undefined || second !== undefined) return undefined;
  const action = actionOn(task, target);
  return action === undefined ? undefined : { task, target, action };
}

/** Whether an argument is the very text that an attribute of the node is: the id of a model. */
function namesLiterally(
  task: Task,
  resource: { readonly parameter: string; readonly attribute: string },
  target: SdkTarget,
): boolean {
  const value = isRecord(task.arguments) ? lookup(task.arguments, resource.parameter) : undefined;
  const attribute = lookup(attributesOf(target.service, target), resource.attribute);
  return typeof value === 'string' && attribute?.type === 'literal' && attribute.value === value;
}

/** Whether an argument is the name by which a node exists: `EventBusName` of each entry that is put on the default bus. */
function namesExisting(task: Task, parameter: string, { node }: SdkTarget): boolean {
  const { existing } = node;
  if (existing?.by !== 'name') return false;
  const isThere = (value: Json | undefined, depth: number): boolean => {
    if (depth > deepestArgument || typeof value !== 'object' || value === null) return false;
    if (isRecord(value) && lookup(value, parameter) === existing.value) return true;
    return Object.values(value).some((inner: Json) => isThere(inner, depth + 1));
  };
  return isThere(task.arguments, 0);
}

/** Arguments are lists of entries at most. */
const deepestArgument = 4;

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a Task does to a target: a key of its actions, else `sns:publish`; undefined: it calls another service. */
function actionOn(task: Task, target: SdkTarget): string | undefined {
  const { role } = target;
  switch (task.kind) {
    case 'lambda-arn':
      // What a lone substitution stands for says whether it is a function or an activity.
      return role.service === 'lambda' ? 'invoke' : role.service === 'activity' ? 'perform' : undefined;
    case 'optimized': {
      const resource = task.resource.replace(/^arn:[^:]*:states:[^:]*:[^:]*:/, '');
      const base = resource.replace(/\.(?:sync(?::2)?|waitForTaskToken)$/, '');
      const known = (role.optimized ?? []).find((one) => one.resource === `arn:aws:states:::${base}`);
      if (known !== undefined) return known.action;
      return role.service === '' ? apiAction(task) : undefined;
    }
    case 'sdk':
      if (role.service === '') return apiAction(task);
      if (task.service !== role.service || task.action === undefined) return undefined;
      return lookup(role.actions, task.action) === undefined ? apiAction(task) : task.action;
    case 'http':
      return role.service === 'http' ? 'invoke' : undefined;
    case 'activity':
    case 'unknown':
      return undefined;
  }
}

/** As the catalog of all APIs names it: `sns:publish`. */
const apiAction = ({ service = '', action = '' }: Task): string => `${service}:${action}`;
