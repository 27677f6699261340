import { isObject, type JsonObject, type State } from '../asl/definition.js';
import { taskOf } from '../asl/tasks.js';
import { lookup, type Json } from '../model/design.js';
import type { SingleCall } from './functions.js';
import {
  fixedParameters,
  gapArguments,
  gapExpression,
  hasGap,
  passFieldOf,
  resourceArgument,
  type TaskCall,
} from './task-call.js';

/** What a function got: the event as JSON or, in JSONPath, a path to it. */
type Payload = { readonly path: string } | { readonly value: Json } | 'unknown';

export interface Rewriting {
  readonly call: SingleCall;
  readonly task: TaskCall;
  /** Names the resource in the arguments. */
  readonly substitution: string | undefined;
  /** What is sent, and so what comes back, is not known. */
  readonly gap: boolean;
  /** Another state reads the Payload that lambda:invoke wrapped the answer in. */
  readonly isReadLater: boolean;
}

/**
 * The fields of a Task that called a function, calling the service itself. Keeps the query language of the state as long
 * as what is sent is known; a gap needs JSONata, since JSONPath cannot fail on purpose. What later states read stays
 * where they read it.
 */
export function rewriteTask(state: State, rewriting: Rewriting): JsonObject {
  const { call, task, substitution, gap } = rewriting;
  const ofFunction = call.role.service === 'lambda';
  const other = ofFunction && !gap ? withOtherFunction(state, substitution) : undefined;
  if (other !== undefined) return other;
  // The answer of a function stays in its Payload; what is made of it is left open with the rest.
  const invoked = taskOf(state).kind === 'optimized' && !ofFunction;
  const payload = payloadOf(state, invoked);
  const passField = gap || ofFunction ? undefined : passFieldOf(call);
  const resource = resourceArgument(lookup(call.role.actions, call.action), substitution);
  const isJsonata = state.queryLanguage === 'JSONata';
  if (passField !== undefined && (payload !== 'unknown' || passField === '')) {
    const sent =
      passField === '' || payload === 'unknown'
        ? {}
        : 'path' in payload
          ? { [`${passField}.$`]: payload.path }
          : { [passField]: payload.value };
    const fields = { ...resource, ...fixedParameters(lookup(call.role.actions, call.action)), ...sent };
    return isJsonata
      ? resultOfJsonata(replaced(state.fields, task.resource, 'Arguments', fields), invoked, rewriting)
      : resultOfJsonPath(replaced(state.fields, task.resource, 'Parameters', fields), invoked, rewriting);
  }
  const fields = gapArguments(call, substitution);
  const open = isJsonata
    ? resultOfJsonata(replaced(state.fields, task.resource, 'Arguments', fields), invoked, rewriting)
    : toJsonata(state.fields, task.resource, fields, invoked, rewriting);
  return hasGap(fields) ? open : withOpenOutput(open);
}

/** The same call of another function: all that changes is whom it calls. */
function withOtherFunction(state: State, substitution: string | undefined): JsonObject | undefined {
  if (substitution === undefined) return undefined;
  const name = `\${${substitution}}`;
  if (taskOf(state).kind === 'lambda-arn') return { ...state.fields, Resource: name };
  const key = state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const written = lookup(state.fields, key);
  if (!isObject(written)) return undefined;
  // A version or an alias is one of the function that is no longer called.
  return { ...state.fields, [key]: { ...without(written, 'Qualifier'), FunctionName: name } };
}

/** Where nothing has to be sent, what the function made of the answer is the gap. */
function withOpenOutput(fields: JsonObject): JsonObject {
  const open = gapExpression('Output');
  return Object.hasOwn(fields, 'Output') ? { ...fields, Output: open } : behind(fields, 'Arguments', 'Output', open);
}

/** lambda:invoke has the event in Payload; a function called by its ARN gets the whole. */
function payloadOf({ fields, queryLanguage }: State, invoked: boolean): Payload {
  const written = lookup(fields, queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
  const whole: Payload = queryLanguage === 'JSONata' ? { value: '{% $states.input %}' } : { path: '$' };
  if (!invoked) return written === undefined ? whole : { value: written };
  if (!isObject(written)) return 'unknown';
  const path = lookup(written, 'Payload.$');
  if (typeof path === 'string') return { path };
  const value = lookup(written, 'Payload');
  return value === undefined ? { value: {} } : { value };
}

/** The fields with another call, the arguments where they stood or behind the resource. */
function replaced(fields: JsonObject, resource: string, key: string, value: Json): JsonObject {
  const has = Object.hasOwn(fields, key);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, old]): [string, Json][] => {
      if (name === key) return [[key, value]];
      if (name !== 'Resource') return [[name, old]];
      return has
        ? [[name, resource]]
        : [
            [name, resource],
            [key, value],
          ];
    }),
  );
}

const behind = (fields: JsonObject, after: string, key: string, value: Json): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, old]): [string, Json][] =>
      name === after
        ? [
            [name, old],
            [key, value],
          ]
        : [[name, old]],
    ),
  );

const without = (fields: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !keys.includes(name)));

/** Every string in a value changed. */
function mapStrings(value: Json, change: (text: string, key: string) => string, key = ''): Json {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => mapStrings(item, change, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, change, name)]));
}

/** The result of lambda:invoke holds what the function returned in Payload; now it is the result itself. */
function resultOfJsonata(fields: JsonObject, invoked: boolean, { gap, isReadLater }: Rewriting): JsonObject {
  if (!invoked && !gap) return fields;
  // What the function made of the answer is part of the gap.
  const inside = invoked ? /\$states\.result\.Payload[.[]/ : /\$states\.result[.[]/;
  const whole = '{% $states.result %}';
  const isWrapped = invoked && isReadLater;
  const unwrap = (text: string, key: string): string =>
    gap && inside.test(text)
      ? gapExpression(key)
      : isWrapped && text === whole
        ? "{% {'Payload': $states.result} %}"
        : invoked
          ? text.replace(/\$states\.result\.Payload\b/g, '$states.result')
          : text;
  const changed = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      key === 'Output' || key === 'Assign' ? mapStrings(value, unwrap, key) : value,
    ]),
  );
  if (lookup(changed, 'Output') === whole) return without(changed, 'Output');
  return isWrapped && !Object.hasOwn(fields, 'Output')
    ? behind(changed, 'Arguments', 'Output', { Payload: whole })
    : changed;
}

const unwrapPath = (text: string): string =>
  text.replace(/^\$\.Payload\b/, '$').replace(/([(, ])\$\.Payload\b/g, '$1$');

function resultOfJsonPath(fields: JsonObject, invoked: boolean, { isReadLater }: Rewriting): JsonObject {
  if (!invoked) return fields;
  const selector = lookup(fields, 'ResultSelector');
  const assign = lookup(fields, 'Assign');
  const withAssign = assign === undefined ? fields : { ...fields, Assign: mapStrings(assign, unwrapPath) };
  if (selector !== undefined) return { ...withAssign, ResultSelector: mapStrings(selector, unwrapPath) };
  if (lookup(fields, 'ResultPath') === null) return withAssign;
  if (!Object.hasOwn(fields, 'ResultPath') && lookup(fields, 'OutputPath') === '$.Payload')
    return without(withAssign, 'OutputPath');
  const isRead = isReadLater || Object.hasOwn(fields, 'OutputPath');
  return isRead ? behind(withAssign, 'Parameters', 'ResultSelector', { 'Payload.$': '$' }) : withAssign;
}

const jsonPathFields =
  'InputPath OutputPath Parameters ResultSelector ResultPath TimeoutSecondsPath HeartbeatSecondsPath'.split(' ');

/** A JSONPath state as a JSONata one, with its arguments open. */
function toJsonata(
  fields: JsonObject,
  resource: string,
  args: Json,
  invoked: boolean,
  { isReadLater }: Rewriting,
): JsonObject {
  const output = outputOf(fields, invoked, isReadLater);
  const assign = lookup(fields, 'Assign');
  const timeouts = ['TimeoutSeconds', 'HeartbeatSeconds'].flatMap((key): [string, Json][] => {
    const path = lookup(fields, `${key}Path`);
    return typeof path === 'string' ? [[key, valueOfPath(path, '$states.input') ?? gapExpression(key)]] : [];
  });
  const placed = Object.entries(without(fields, ...jsonPathFields, 'QueryLanguage')).flatMap(
    ([key, value]): [string, Json][] => {
      switch (key) {
        case 'Type':
          return [
            [key, value],
            ['QueryLanguage', 'JSONata'],
          ];
        case 'Resource':
          return [
            [key, resource],
            ['Arguments', args],
            ...(output === undefined ? [] : [['Output', output] as [string, Json]]),
            ...timeouts,
          ];
        case 'Catch':
          return [[key, Array.isArray(value) ? (value as readonly Json[]).map(catcherInJsonata) : value]];
        case 'Assign':
        case 'Credentials':
          return [[key, templateInJsonata(assign !== undefined && key === 'Assign' ? assign : value, key)]];
        default:
          return [[key, value]];
      }
    },
  );
  return Object.fromEntries(placed);
}

/** What the state hands on, as JSONata; undefined: the result as it is. */
function outputOf(fields: JsonObject, invoked: boolean, isReadLater: boolean): Json | undefined {
  const path = lookup(fields, 'ResultPath');
  const outputPath = lookup(fields, 'OutputPath');
  if (path === null && outputPath === undefined) return '{% $states.input %}';
  const returned = path === undefined && outputPath === '$.Payload' && invoked;
  const plain =
    !Object.hasOwn(fields, 'ResultSelector') && (outputPath === undefined || outputPath === '$' || returned);
  if (!plain) return gapExpression('Output');
  if (returned) return undefined;
  if (typeof path === 'string' && path !== '$') {
    const [, key] = /^\$\.([A-Za-z_]\w*)$/.exec(path) ?? [];
    const result = invoked ? "{'Payload': $states.result}" : '$states.result';
    return key === undefined ? gapExpression('Output') : `{% $merge([$states.input, {'${key}': ${result}}]) %}`;
  }
  return invoked && isReadLater ? { Payload: '{% $states.result %}' } : undefined;
}

function catcherInJsonata(catcher: Json): Json {
  if (!isObject(catcher)) return catcher;
  const path = lookup(catcher, 'ResultPath');
  const rest = without(catcher, 'ResultPath');
  if (path === undefined || path === '$') return rest;
  const [, key] = typeof path === 'string' ? (/^\$\.([A-Za-z_]\w*)$/.exec(path) ?? []) : [];
  if (path === null) return { ...rest, Output: '{% $states.input %}' };
  return {
    ...rest,
    Output:
      key === undefined ? gapExpression('Output') : `{% $merge([$states.input, {'${key}': $states.errorOutput}]) %}`,
  };
}

/** `$.a.b` as JSONata below a variable; undefined: more than names. */
function valueOfPath(path: string, root: string): string | undefined {
  if (path === '$') return `{% ${root} %}`;
  return /^\$(?:\.[A-Za-z_]\w*)+$/.test(path) ? `{% ${root}${path.slice(1)} %}` : undefined;
}

function templateInJsonata(value: Json, field: string): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, Json] => {
      if (!key.endsWith('.$')) return [key, templateInJsonata(item, field)];
      const name = key.slice(0, -2);
      // What is assigned comes from the answer, which is part of the gap.
      const path = typeof item === 'string' && field !== 'Assign' ? valueOfPath(item, '$states.input') : undefined;
      return [name, path ?? gapExpression(name)];
    }),
  );
}
