import type { RoleOf, SdkAction } from '../catalog/define.js';
import { missingMapping } from '../asl/gap.js';
import type { Pattern } from '../asl/tasks.js';
import { entries, lookup, type ContextId, type Definition, type Json } from '../model/design.js';
import { substitutionNameOf } from '../model/names.js';
import type { System, SystemNode } from '../system/system.js';
import type { Limit } from './define.js';
import { apiName, type SingleCall } from './functions.js';

/** How a Task makes the call that a function made. */
export interface TaskCall {
  readonly resource: string;
  readonly mechanism: 'sfn-optimized' | 'sfn-sdk';
}

const suffixes: Readonly<Record<Pattern, string>> = {
  REQUEST_RESPONSE: '',
  RUN_JOB: '.sync',
  WAIT_FOR_TASK_TOKEN: '.waitForTaskToken',
};

/** The optimized integration where there is one, else the AWS SDK integration; undefined: no Task can do this. */
export function taskCallOf({ role, action }: SingleCall, pattern: Pattern): TaskCall | undefined {
  const optimized = role.optimized?.find((one) => one.action === action && one.patterns.includes(pattern));
  if (optimized !== undefined) return { resource: optimized.resource + suffixes[pattern], mechanism: 'sfn-optimized' };
  // A function that takes a token can hand it on by code; an AWS SDK integration only where a field carries it.
  if (pattern !== 'REQUEST_RESPONSE' || role.service === '') return undefined;
  return { resource: `arn:aws:states:::aws-sdk:${role.service}:${action}`, mechanism: 'sfn-sdk' };
}

/**
 * Whether a Task in a context can be told to call this node: an API without resources, such as Transcribe, is named by
 * nothing, so that it must be the only node of its service there, else in the design.
 */
export function isToldApart(system: System, call: SingleCall, context: ContextId | undefined): boolean {
  if (lookup(call.role.actions, call.action)?.resource !== undefined) return true;
  const all = [...system.nodes.values()].filter(({ service }) => service.type === call.target.service.type);
  const near = all.filter((node) => node.context === context);
  const [only, ...others] = near.length > 0 ? near : all;
  return only?.id === call.target.id && others.length === 0;
}

export const notToldApart: Limit = {
  text: {
    en: 'A Task state cannot tell several nodes of {service} apart; keep one of them in the context first.',
    ja: 'Task ステートでは、複数の {service} ノードを区別できません。先に、コンテキスト内のノードを 1 つにまとめてください。',
  },
  state: 'check',
};

/** Parameters that take the input as it is, by service id and action. */
const passFields: Readonly<Record<string, string>> = {
  'sqs:sendMessage': 'MessageBody',
  'sfn:startExecution': 'Input',
  'lambda:invoke': 'Payload',
  'bedrockruntime:invokeModel': 'Body',
};

/** The parameter that takes the input unchanged; '' where the action needs none at all. */
export function passFieldOf({ role, action, target }: SingleCall): string | undefined {
  if (target.props['queueType'] === 'fifo') return undefined;
  const known = lookup(passFields, `${role.service}:${action}`);
  if (known !== undefined) return known;
  const definition = lookup(role.actions, action);
  return definition !== undefined && openParameters(definition, action).length === 0 ? '' : undefined;
}

/** What an action needs besides the resource. */
function openParameters(definition: SdkAction, action: string): readonly string[] {
  const needed = [...definition.required, ...Object.keys(definition.sample ?? {}), ...(furtherNeeded[action] ?? [])];
  return [...new Set(needed)].filter((name) => name !== definition.resource?.parameter);
}

/** Parameters that are the same whatever is sent, such as a content type. */
export const fixedParameters = (definition: SdkAction | undefined): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(definition?.sample ?? {}).filter(([, value]) => !/\{%|\{resource/.test(JSON.stringify(value))),
  );

/** A query without a condition is refused, although no single parameter is required. */
const furtherNeeded: Readonly<Record<string, readonly string[]>> = { query: ['KeyConditionExpression'] };

/** A marked gap in JSONata: fails with words that say what is missing. Names come from a file: only plain ones are said. */
export const gapExpression = (what: string): string =>
  `{% ${missingMapping}: ${what.replace(/[^\p{L}\p{N} _.-]+/gu, ' ').trim()}') %}`;

/** Whether something in a value is a marked gap. */
export const hasGap = (value: Json): boolean => JSON.stringify(value).includes(missingMapping);

/** Arguments of the call with what is sent left open. */
export function gapArguments(call: SingleCall, name: string | undefined): Readonly<Record<string, Json>> {
  const definition = lookup(call.role.actions, call.action);
  if (definition === undefined) return { Mapping: gapExpression(apiName(call.action)) };
  if (call.role.service === 'eventbridge')
    return {
      Entries: [
        {
          ...(name === undefined ? {} : { EventBusName: `\${${name}}` }),
          Source: gapExpression('Source'),
          DetailType: gapExpression('DetailType'),
          Detail: '{% $states.input %}',
        },
      ],
    };
  const fixed = fixedParameters(definition);
  const fifo = call.target.props['queueType'] === 'fifo' ? ['MessageGroupId'] : [];
  return {
    ...resourceArgument(definition, name),
    ...Object.fromEntries(
      [...openParameters(definition, call.action), ...fifo].map((parameter) => [
        parameter,
        lookup(fixed, parameter) ?? gapExpression(parameter),
      ]),
    ),
  };
}

export const resourceArgument = (
  definition: SdkAction | undefined,
  name: string | undefined,
): Readonly<Record<string, Json>> =>
  definition?.resource === undefined || name === undefined ? {} : { [definition.resource.parameter]: `\${${name}}` };

/** The name of the substitution for the resource of a call, and the substitutions with it. */
export function withSubstitution(
  substitutions: Definition['substitutions'],
  target: SystemNode,
  definition: RoleOf<'sdkTarget'>['actions'][string] | undefined,
): { readonly name: string | undefined; readonly substitutions: Definition['substitutions'] } {
  const attribute = definition?.resource?.attribute;
  if (attribute === undefined) return { name: undefined, substitutions };
  const known = entries(substitutions).find(
    ([, value]) => 'node' in value && value.node === target.id && value.attribute === attribute,
  );
  if (known !== undefined) return { name: known[0], substitutions };
  const base = substitutionNameOf(target.id, attribute);
  let name = base;
  for (let number = 2; Object.hasOwn(substitutions, name); number++) name = `${base}${String(number)}`;
  return { name, substitutions: { ...substitutions, [name]: { node: target.id, attribute } } };
}
