import { isObject, parseDefinition, substitutionsIn, type JsonObject, type QueryLanguage } from '../asl/definition.js';
import { addTask, removeState } from '../asl/edit.js';
import { tasksOf } from '../asl/tasks.js';
import { emptyDefinition } from '../catalog/services/state-machine.js';
import type { End, IntegrationPattern, NamedArgument, SdkAction } from '../catalog/define.js';
import { lookup, type Definition, type Design, type Json, type NodeId } from '../model/design.js';
import { updateNode } from '../model/graph.js';
import { stateNameOf, substitutionNameOf } from '../model/names.js';
import { namedArguments, writeNamed } from './named-arguments.js';
import { endOf, resolveNode } from './nodes.js';
import { targetOf } from './task-targets.js';
import type { SystemNode } from './system.js';

export { taskKind, taskConnectionId } from './machines.js';

type SdkTarget = End<'sdkTarget'>;

/** Suffix of a Resource that waits. */
const suffixes: Readonly<Record<IntegrationPattern, string>> = {
  REQUEST_RESPONSE: '',
  RUN_JOB: '.sync',
  WAIT_FOR_TASK_TOKEN: '.waitForTaskToken',
};

/**
 * Adds a Task state that calls a node to the end of a state machine's main path. Without an action the usual one of the
 * service is called; of a resource that only says its type, `action` is `sns:publish`. The design unchanged: the
 * definition cannot be read or is being written (it has a draft), or the node cannot be called.
 */
export function addTaskFor(
  design: Design,
  machineId: NodeId,
  targetId: NodeId,
  action?: string,
  pattern: IntegrationPattern = 'REQUEST_RESPONSE',
): Design {
  const machine = lookup(design.nodes, machineId);
  if (machine === undefined) return design;
  const definition = machine.definition ?? emptyDefinition;
  if (definition.draft !== undefined) return design;
  const parsed = parseDefinition(definition.text, definition.format).tree;
  const isEmpty = definition.text === emptyDefinition.text;
  if (parsed === undefined) return design;
  const language = isEmpty ? 'JSONata' : parsed.queryLanguage;
  const call = taskFor(design, definition, targetId, { action, pattern, language });
  if (call === undefined) return design;
  const { name, state } = call;
  const text = isEmpty ? firstText(name, state) : addTask(definition.text, definition.format, { name, state })?.text;
  if (text === undefined) return design;
  return updateNode(design, machineId, (before) => ({
    ...before,
    definition: { ...definition, text, substitutions: { ...definition.substitutions, ...call.substitutions } },
  }));
}

/** A Task that calls a drawn node: its fields, a name for it, and what the `${Name}` in it stand for. */
export interface TaskCall {
  readonly name: string;
  readonly state: JsonObject;
  readonly substitutions: Definition['substitutions'];
}

export interface TaskCallOptions {
  /** Key of the actions of the node's service; undefined: the usual one. */
  readonly action?: string | undefined;
  readonly pattern: IntegrationPattern;
  readonly language: QueryLanguage;
}

/** The Task of a definition that calls a node; undefined: the node cannot be called. */
export function taskFor(
  design: Design,
  definition: Definition,
  targetId: NodeId,
  { action, pattern, language }: TaskCallOptions,
): TaskCall | undefined {
  const node = lookup(design.nodes, targetId);
  const target = node && endOf(resolveNode(design.settings, targetId, node), 'sdkTarget');
  // What only code calls by its usual action, a Task may call by an integration.
  const usual = target?.role.codeOnly === true ? target.role.optimized?.[0]?.action : target?.role.defaultAction;
  const chosen = action ?? usual;
  if (target === undefined || chosen === undefined) return undefined;
  const named = namedArguments(design, target, chosen);
  const { resource, state, substitutions } = callOf(target, chosen, pattern, definition, named);
  const fields = language === 'JSONata' ? state : asJsonPath(state);
  return { name: nameOf(target, chosen), state: { Type: 'Task', Resource: resource, ...fields }, substitutions };
}

/**
 * Removes the Task states that call a node, and the substitutions that nothing names any more. The design unchanged: the
 * definition is being written (it has a draft), and the draft would bring the states back.
 */
export function removeTask(design: Design, machineId: NodeId, targetId: NodeId): Design {
  const machine = lookup(design.nodes, machineId);
  const definition = machine?.definition;
  if (machine === undefined || definition === undefined || definition.draft !== undefined) return design;
  const nodes = resolvedNodes(design);
  const self = nodes.get(machineId);
  if (self === undefined) return design;
  let { text } = definition;
  for (;;) {
    const { tree } = parseDefinition(text, definition.format);
    const task =
      tree === undefined
        ? undefined
        : tasksOf(tree).find((one) => targetOf(one, definition, self, nodes)?.target.id === targetId);
    if (tree === undefined || task === undefined) break;
    // The last state of a workflow leaves an empty workflow behind.
    const isLast = tree.states.size === 1 && tree.states.has(task.name) && task.path.length === 2;
    const removed = isLast ? emptyDefinition.text : removeState(text, definition.format, task.path);
    if (removed === undefined || removed === text) break;
    text = removed;
  }
  if (text === definition.text) return design;
  const named = new Set(substitutionsIn(text));
  const substitutions = Object.fromEntries(
    Object.entries(definition.substitutions).filter(
      ([name, stands]) => named.has(name) || !('node' in stands) || stands.node !== targetId,
    ),
  );
  const format = text === emptyDefinition.text ? emptyDefinition.format : definition.format;
  return updateNode(design, machineId, (before) => ({
    ...before,
    definition: { ...definition, format, text, substitutions },
  }));
}

function resolvedNodes({ nodes, settings }: Design): ReadonlyMap<NodeId, SystemNode> {
  return new Map(
    Object.entries(nodes).map(([id, node]) => [id as NodeId, resolveNode(settings, id as NodeId, node)] as const),
  );
}

interface Call {
  readonly resource: string;
  readonly state: JsonObject;
  readonly substitutions: Definition['substitutions'];
}

function callOf(
  target: SdkTarget,
  action: string,
  pattern: IntegrationPattern,
  definition: Definition,
  further: Readonly<Record<string, NamedArgument>>,
): Call {
  const { role } = target;
  const known = lookup(role.actions, action);
  const optimized = role.optimized?.find((one) => one.action === action && one.patterns.includes(pattern));
  const [service = '', name = ''] = action.includes(':') ? action.split(':') : [role.service, action];
  const suffix = (pattern === 'RUN_JOB' ? optimized?.runJob?.suffix : undefined) ?? suffixes[pattern];
  const named = known === undefined ? genericResource(target) : known.resource;
  const substitutions: Record<string, { readonly node: NodeId; readonly attribute: string }> = {};
  const standIn = (attribute: string): string => {
    const soFar = { ...definition, substitutions: { ...definition.substitutions, ...substitutions } };
    const substitution = substitutionFor(soFar, target.id, attribute);
    substitutions[substitution] = { node: target.id, attribute };
    return JSON.stringify(`\${${substitution}}`);
  };
  // An activity has no API: its own ARN is what a Task names.
  const resource =
    optimized?.resource === '{resource}'
      ? (JSON.parse(standIn('arn')) as string)
      : `${optimized?.resource ?? `arn:aws:states:::aws-sdk:${service}:${name}`}${suffix}`;
  const written = JSON.stringify(argumentsOf(known, named?.parameter))
    .replaceAll('"{resource}"', () => (named === undefined ? '""' : standIn(named.attribute)))
    .replace(/"\{resource\.(\w+)\}"/g, (_, attribute: string) => standIn(attribute))
    .replaceAll(
      '"{% $states.input %}"',
      pattern === 'WAIT_FOR_TASK_TOKEN'
        ? '{"input":"{% $states.input %}","taskToken":"{% $states.context.Task.Token %}"}'
        : '"{% $states.input %}"',
    );
  const output = known?.sampleOutput;
  const wraps = output !== undefined && pattern === 'REQUEST_RESPONSE';
  const parsed = JSON.parse(written) as Json;
  const taken = { ...definition.substitutions, ...substitutions };
  const beyond = writeNamed(further, (id, attribute, added) =>
    substitutionFor({ ...definition, substitutions: { ...taken, ...added } }, id, attribute),
  );
  return {
    resource,
    state: {
      Arguments: isObject(parsed) ? { ...parsed, ...beyond.written } : parsed,
      ...(wraps ? { Output: output } : {}),
    },
    substitutions: { ...substitutions, ...beyond.substitutions },
  };
}

function argumentsOf(action: SdkAction | undefined, resource: string | undefined): Json {
  if (action?.sample !== undefined) return action.sample;
  const inputs = (action?.required ?? [])
    .filter((name) => name !== resource)
    .map((name) => [name, `{% $states.input.${name.charAt(0).toLowerCase()}${name.slice(1)} %}`] as const);
  return { ...(resource === undefined ? {} : { [resource]: '{resource}' }), ...Object.fromEntries(inputs) };
}

/** How most APIs name a resource: `AWS::SNS::Topic` by `TopicArn`. */
function genericResource({ props }: SdkTarget): { parameter: string; attribute: string } {
  const type = typeof props['cfnType'] === 'string' ? (props['cfnType'].split('::').at(-1) ?? '') : '';
  return { parameter: `${type === '' ? 'Resource' : type}Arn`, attribute: 'arn' };
}

/** The name that stands for an attribute already, else a new one that stands for nothing else. */
function substitutionFor({ substitutions }: Definition, node: NodeId, attribute: string): string {
  const standing = Object.entries(substitutions).find(
    ([, stands]) => 'node' in stands && stands.node === node && stands.attribute === attribute,
  );
  if (standing !== undefined) return standing[0];
  const base = substitutionNameOf(node, attribute);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${String(number)}`;
    if (!Object.hasOwn(substitutions, name)) return name;
  }
}

/** A function is called by its name; of a resource it says what is done to it. */
function nameOf(target: SdkTarget, action: string): string {
  const label = target.label.trim() === '' ? target.id : target.label;
  if (target.role.service === 'lambda') return label;
  const name = action.replace(/^.*:/, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${label}`;
}

function firstText(name: string, state: JsonObject): string {
  const key = stateNameOf(name, () => false);
  const definition = { QueryLanguage: 'JSONata', StartAt: key, States: { [key]: { ...state, End: true } } };
  return `${JSON.stringify(definition, null, 2)}\n`;
}

/** `{% $states.input.order %}` as JSONPath writes it: a key that ends in `.$`. */
function asJsonPath({ Arguments: written, Output: output }: JsonObject): JsonObject {
  const convert = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(convert);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const path = typeof item === 'string' ? pathOf(item) : undefined;
        return path === undefined ? [key, convert(item)] : [`${key}.$`, path];
      }),
    );
  };
  return {
    ...(written === undefined ? {} : { Parameters: convert(written) }),
    ...(output === undefined ? {} : { OutputPath: '$.Payload' }),
  };
}

function pathOf(expression: string): string | undefined {
  const match = /^\{% \$states\.(input|context)((?:\.[A-Za-z]+)*) %\}$/.exec(expression);
  if (match !== null) return `${match[1] === 'input' ? '$' : '$$'}${match[2] ?? ''}`;
  return expression === '{% $string($states.input) %}' ? 'States.JsonToString($)' : undefined;
}
