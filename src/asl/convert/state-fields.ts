import { lookup, type Json } from '../../model/design.js';
import { asText, isObject, type JsonObject } from '../definition.js';
import { pathExpression, textExpression, type Roots } from './path-expression.js';
import { notExact } from './refusal.js';
import { ruleCondition } from './rule-condition.js';
import { embedded, fixedValue, referenceExpression, templateExpression, templateValue } from './template-value.js';

type Fields = Readonly<Record<string, Json>>;

const raw = '$states.input';
const result = '$states.result';

/**
 * The fields of a JSONPath state as JSONata has them, so that every value that goes in or comes out is the same. Throws
 * NotExact where that cannot be said. The states inside are converted for themselves.
 */
export function jsonataFields(fields: JsonObject): Fields {
  return new StateConversion(fields).convert();
}

/** A value under construction: given whole in a template, or as one expression. */
interface Value {
  readonly template: () => Json;
  readonly expression: () => string;
  /** Set where it is a plain reference, which says what it is the same as. */
  readonly reference?: string;
}

const reference = (expression: string): Value => ({
  template: () => embedded(expression),
  expression: () => expression,
  reference: expression,
});
const fromTemplate = (template: Json, roots: Roots): Value => ({
  template: () => templateValue(template, roots),
  expression: () => templateExpression(template, roots),
});
const fixed = (value: Json): Value => ({
  template: () => fixedValue(value),
  expression: () => JSON.stringify(value),
});

const jsonPathErrors = ['States.IntrinsicFailure', 'States.ParameterPathFailure', 'States.ResultPathMatchFailure'];

class StateConversion {
  readonly #type: string;
  /** What the state works on, after InputPath. */
  readonly #input: string;

  constructor(private readonly fields: JsonObject) {
    this.#type = asText(lookup(fields, 'Type')) ?? '';
    const path = lookup(fields, 'InputPath');
    this.#input = path === undefined ? raw : path === null ? '{}' : this.#path(path, raw);
  }

  #path(path: Json, data: string): string {
    return typeof path === 'string'
      ? pathExpression(path, { data })
      : notExact('path-several', { path: JSON.stringify(path) });
  }

  get #roots(): Roots {
    return { data: this.#input };
  }
  get #hasResult(): boolean {
    return ['Task', 'Parallel', 'Map'].includes(this.#type);
  }

  convert(): Fields {
    const output = this.#output();
    const written: [string, Json][] = [];
    let isOutputWritten = output === undefined;
    const writeOutput = (): void => {
      if (!isOutputWritten && output !== undefined) written.push(['Output', output]);
      isOutputWritten = true;
    };
    if (
      ['Task', 'Parallel'].includes(this.#type) &&
      lookup(this.fields, 'Parameters') === undefined &&
      (this.#type === 'Task' || this.#input !== raw)
    )
      written.push(['Arguments', embedded(this.#input)]);
    if (
      this.#type === 'Map' &&
      this.#input !== raw &&
      lookup(this.fields, 'ItemsPath') === undefined &&
      lookup(this.fields, 'ItemReader') === undefined
    )
      written.push(['Items', embedded(this.#input)]);
    for (const [field, value] of Object.entries(this.fields)) {
      if (field === 'InputPath') continue;
      if (this.#isOutputField(field)) writeOutput();
      else if (['Next', 'End', 'Retry', 'Catch', 'Choices', 'Default'].includes(field)) {
        writeOutput();
        written.push(...this.#field(field, value, output));
      } else written.push(...this.#field(field, value, output));
    }
    writeOutput();
    // What a state needs comes first where it was added.
    const first = written.findIndex(([field]) => field === 'Type');
    const entries =
      first > 0
        ? [...written.slice(first, first + 1), ...written.slice(0, first), ...written.slice(first + 1)]
        : written;
    return Object.fromEntries(entries);
  }

  #isOutputField(field: string): boolean {
    if (['ResultSelector', 'ResultPath', 'OutputPath'].includes(field)) return true;
    return this.#type === 'Pass' && ['Result', 'Parameters'].includes(field);
  }

  /** One field of the state, under the name and with the value that it has in JSONata. */
  #field(field: string, value: Json, output: Json | undefined): readonly [string, Json][] {
    const roots = this.#roots;
    const expression = (name: string): readonly [string, Json][] => [
      [
        name,
        embedded(typeof value === 'string' ? referenceExpression(value, roots) : notExact('field-differs', { field })),
      ],
    ];
    switch (field) {
      case 'Parameters':
        return [[this.#type === 'Map' ? 'ItemSelector' : 'Arguments', templateValue(value, roots)]];
      case 'ItemSelector':
      case 'Credentials':
        return [[field, templateValue(value, roots)]];
      case 'ItemsPath':
        return expression('Items');
      case 'SecondsPath':
      case 'TimestampPath':
      case 'TimeoutSecondsPath':
      case 'HeartbeatSecondsPath':
      case 'MaxConcurrencyPath':
      case 'ToleratedFailurePercentagePath':
      case 'ToleratedFailureCountPath':
      case 'ErrorPath':
      case 'CausePath':
        return expression(field.slice(0, -4));
      case 'ItemReader':
      case 'ResultWriter':
        return [[field, this.#resource(field, value)]];
      case 'ItemBatcher':
        return [[field, this.#batcher(value)]];
      case 'Assign':
        return [[field, this.#assign(value)]];
      case 'Retry':
        return [[field, checkedErrors(value)]];
      case 'Catch':
        return [[field, this.#catchers(value)]];
      case 'Choices':
        return [[field, this.#rules(value, output)]];
      case 'Error':
      case 'Cause':
      case 'Timestamp':
        return [[field, fixedValue(value)]];
      default:
        return [[field, value]];
    }
  }

  #resource(field: string, value: Json): Json {
    if (!isObject(value)) return notExact('field-differs', { field });
    return Object.fromEntries(
      Object.entries(value).map(([key, item]): [string, Json] => {
        if (key === 'Parameters') return ['Arguments', templateValue(item, this.#roots)];
        if (isObject(item) && Object.keys(item).some((name) => name.endsWith('Path')))
          return [key, pathsReplaced(item, this.#roots)];
        return [key, item];
      }),
    );
  }

  #batcher(value: Json): Json {
    if (!isObject(value)) return notExact('field-differs', { field: 'ItemBatcher' });
    const { BatchInput: batch, ...rest } = value;
    const written = pathsReplaced(rest, this.#roots);
    return batch === undefined ? written : { ...written, BatchInput: templateValue(batch, this.#roots) };
  }

  /** What JSONPath calls `$` there: the result of a state that has one, else what the state works on. */
  #assign(value: Json): Json {
    const isChanged =
      ['ResultSelector', 'Result'].some((field) => Object.hasOwn(this.fields, field)) ||
      (this.#type === 'Pass' && Object.hasOwn(this.fields, 'Parameters'));
    if (isChanged && readsData(value)) return notExact('assign-after-change');
    return templateValue(value, { data: this.#hasResult ? result : this.#input });
  }

  #catchers(value: Json): Json {
    if (!Array.isArray(value)) return notExact('field-differs', { field: 'Catch' });
    return (value as readonly Json[]).map((catcher) => {
      if (!isObject(catcher)) return notExact('field-differs', { field: 'Catch' });
      checkErrors(catcher);
      const { ResultPath: path, Assign: assign, ...rest } = catcher;
      const output = this.#placed(reference('$states.errorOutput'), path, 'Catch ResultPath');
      const isDefault = output.reference === '$states.errorOutput';
      return {
        ...rest,
        ...(assign === undefined ? {} : { Assign: templateValue(assign, { data: '$states.errorOutput' }) }),
        ...(isDefault ? {} : { Output: output.template() }),
      };
    });
  }

  #rules(value: Json, output: Json | undefined): Json {
    if (!Array.isArray(value)) return notExact('rule-unreadable');
    return (value as readonly Json[]).map((rule) => {
      if (!isObject(rule)) return notExact('rule-unreadable');
      const kept = Object.fromEntries(Object.entries(rule).filter(([key]) => ['Next', 'Comment'].includes(key)));
      const assign = lookup(rule, 'Assign');
      return {
        Condition: embedded(ruleCondition(rule, this.#roots)),
        ...kept,
        ...(assign === undefined ? {} : { Assign: templateValue(assign, this.#roots) }),
        ...(output === undefined ? {} : { Output: output }),
      };
    });
  }

  /** Output as JSONata needs it; undefined: what the state gives anyway. */
  #output(): Json | undefined {
    if (this.#type === 'Fail') return undefined;
    const value = this.#selected(this.#placed(this.#result(), lookup(this.fields, 'ResultPath'), 'ResultPath'));
    const usual = this.#hasResult ? result : raw;
    return value.reference === usual ? undefined : value.template();
  }

  #result(): Value {
    const parameters = lookup(this.fields, 'Parameters');
    const given = lookup(this.fields, 'Result');
    const selector = lookup(this.fields, 'ResultSelector');
    if (this.#type === 'Pass' && given !== undefined) return fixed(given);
    if (this.#type === 'Pass' && parameters !== undefined) return fromTemplate(parameters, this.#roots);
    if (this.#hasResult) return selector === undefined ? reference(result) : fromTemplate(selector, { data: result });
    return this.#input === '{}' ? fixed({}) : reference(this.#input);
  }

  /** A result at its place in the input: ResultPath. */
  #placed(value: Value, path: Json | undefined, field: string): Value {
    if (path === undefined || path === '$') return value;
    if (this.#input !== raw) return notExact('result-into-part', { field });
    if (path === null) return reference(raw);
    const keys = typeof path === 'string' ? keysOf(path) : undefined;
    if (keys === undefined || keys.length === 0) return notExact('result-place', { path: JSON.stringify(path) });
    const expression = merged(raw, keys, value);
    return { template: () => embedded(expression()), expression };
  }

  /** The part of a value that goes on: OutputPath. */
  #selected(value: Value): Value {
    const path = lookup(this.fields, 'OutputPath');
    if (path === undefined || path === '$') return value;
    if (path === null) return fixed({});
    if (value.reference !== undefined) return reference(this.#path(path, value.reference));
    return reference(this.#path(path, `(${value.expression()})`));
  }
}

/** An object with a value put into it at some depth; objects on the way are made. */
function merged(base: string, [key = '', ...rest]: readonly string[], value: Value): () => string {
  return () => {
    if (rest.length === 0) return `$merge([${base}, {${textExpression(key)}: ${value.expression()}}])`;
    const inner = pathExpression(`$[${quotedKey(key)}]`, { data: base });
    const part = merged(`($exists(${inner}) ? ${inner} : {})`, rest, value)();
    return `$merge([${base}, {${textExpression(key)}: ${part}}])`;
  };
}

const quotedKey = (key: string): string => `'${key}'`;

/** The keys of a plain path: `$.a['b c']`. */
function keysOf(path: string): readonly string[] | undefined {
  if (!/^\$(?:\.[\p{L}_][\p{L}\p{N}_-]*|\[\s*'[^'\\`]+'\s*\])+$/u.test(path)) return undefined;
  return [...path.matchAll(/\.([^.[]+)|\[\s*'([^']+)'\s*\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? '');
}

/** `MaxItemsPath` and the like as fields with expressions. */
const pathsReplaced = (fields: JsonObject, roots: Roots): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]): [string, Json] =>
      key.endsWith('Path')
        ? [
            key.slice(0, -4),
            embedded(
              typeof value === 'string' ? pathExpression(value, roots) : notExact('field-differs', { field: key }),
            ),
          ]
        : [key, value],
    ),
  );

/** Whether a template reads `$` itself, not only variables and the context. */
const readsData = (template: Json): boolean => /"\$(?:[.["]|$)|[(,\s]\$[.[),]/.test(JSON.stringify(template));

function checkedErrors(value: Json): Json {
  for (const retrier of Array.isArray(value) ? (value as readonly Json[]) : [])
    if (isObject(retrier)) checkErrors(retrier);
  return value;
}

function checkErrors(item: JsonObject): void {
  const errors = lookup(item, 'ErrorEquals');
  const found = Array.isArray(errors) ? jsonPathErrors.find((name) => errors.includes(name)) : undefined;
  if (found !== undefined) notExact('error-of-jsonpath', { error: found });
}
