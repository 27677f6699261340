import jsonata from 'jsonata';
import { lookup, type Json } from '../../model/design.js';
import { Fault, faultOf, ownFault, type ExpressionFault } from './errors.js';
import { addedFunctions, maxText } from './functions.js';
import { innerText, isExpression, parseExpression } from './parse.js';
import { SteppedRegExp } from './regex.js';

/** What an expression reads. */
export interface Sample {
  /** Of `$states`; what is absent is undefined, as it is in the service. */
  readonly input?: Json;
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly context?: Json;
  readonly variables?: Readonly<Record<string, Json>>;
}

export interface EvaluateOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for one expression. */
  readonly timeout?: number;
}

export type Evaluation = { readonly value: Json } | { readonly fault: ExpressionFault };

const limits = { timeout: 1_000, steps: 200_000, stack: 500, sequence: 100_000 };
/** 256 KiB is what a state can pass on. */
const maxResult = 262_144;
/** How long the page may stand still, in milliseconds. */
const breath = 8;

/**
 * Evaluates an expression, with or without `{% %}`, as Step Functions does: with its functions, without `$eval`; no
 * result is a fault. Hostile expressions end too: time, steps, depth and sizes are limited, the regular expressions are
 * our own. Never rejects.
 */
export async function evaluateExpression(
  text: string,
  sample: Sample,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const wrapped = isExpression(text);
  const source = wrapped ? innerText(text) : text;
  const place = (fault: ExpressionFault): Evaluation => ({
    fault: { ...fault, at: fault.at === undefined ? undefined : fault.at + (wrapped ? 2 : 0) },
  });
  const parsed = parseExpression(source);
  if ('fault' in parsed) return place(parsed.fault);
  try {
    const value = await run(source, sample, options);
    return plain(value);
  } catch (error) {
    // A border: what people write raises errors of JSONata, of our functions and of the engine.
    return place(faultOf(error));
  }
}

async function run(source: string, sample: Sample, { signal, timeout = limits.timeout }: EvaluateOptions) {
  const expression = jsonata(source, {
    timeout,
    stack: limits.stack,
    sequence: limits.sequence,
    // It is only made from a RegExp and asked for exec and lastIndex.
    RegexEngine: SteppedRegExp as unknown as RegExpConstructor,
  });
  for (const [name, { implementation, signature }] of Object.entries(addedFunctions))
    expression.registerFunction(name, implementation, signature);
  const { variables = {}, ...states } = sample;
  // Names of variables are a person's own, and can be those of a prototype.
  const bindings = new Map<string, Json>(Object.entries(variables));
  bindings.set('states', states);
  for (const [name, value] of bindings) expression.assign(name, structuredClone(value));

  let steps = 0;
  let rested = Date.now();
  const entry = (): Promise<void> | undefined => {
    if (++steps > limits.steps) throw new Fault('steps');
    if (steps % 256 !== 0) return undefined;
    if (signal?.aborted === true) throw new Fault('stopped');
    if (Date.now() - rested < breath) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        rested = Date.now();
        resolve();
      });
    });
  };
  const exit = (_expr: unknown, _input: unknown, _environment: unknown, result: unknown): void => {
    if (typeof result === 'string' && result.length > maxText) throw new Fault('size');
    if (Array.isArray(result) && result.length > limits.sequence) throw new Fault('size');
  };
  // The library takes symbols here, though its types say text.
  const hook = (name: string): string => Symbol.for(`jsonata.${name}`) as unknown as string;
  expression.assign(hook('__evaluate_entry'), entry);
  expression.assign(hook('__evaluate_exit'), exit);
  return (await expression.evaluate(undefined)) as unknown;
}

/** The result as JSON of its own. */
function plain(value: unknown): Evaluation {
  if (value === undefined) return { fault: ownFault('undefined') };
  if (isCallable(value)) return { fault: ownFault('function') };
  // Functions inside become null, as in the lists of JSON; numbers that are none too.
  const text = JSON.stringify(value);
  if (text.length * 3 > maxResult && new TextEncoder().encode(text).length > maxResult)
    return { fault: ownFault('too-large') };
  return { value: JSON.parse(text) as Json };
}

const isCallable = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && ('_jsonata_function' in value || '_jsonata_lambda' in value));

export interface TemplateFault {
  readonly path: readonly string[];
  readonly fault: ExpressionFault;
}

/** Evaluates every expression in a value, such as Output or Arguments; its other parts stay. */
export async function evaluateTemplate(
  value: Json,
  sample: Sample,
  options: EvaluateOptions = {},
): Promise<{ readonly value: Json } | { readonly faults: readonly TemplateFault[] }> {
  const faults: TemplateFault[] = [];
  const visit = async (part: Json, path: readonly string[]): Promise<Json> => {
    if (typeof part === 'string') {
      if (!isExpression(part)) return part;
      const found = await evaluateExpression(part, sample, options);
      if ('value' in found) return found.value;
      faults.push({ path, fault: found.fault });
      return null;
    }
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      const items: Json[] = [];
      for (const [index, item] of (part as readonly Json[]).entries())
        items.push(await visit(item, [...path, String(index)]));
      return items;
    }
    const entries: [string, Json][] = [];
    for (const key of Object.keys(part))
      entries.push([key, await visit(lookup(part as Readonly<Record<string, Json>>, key) ?? null, [...path, key])]);
    return Object.fromEntries(entries);
  };
  const done = await visit(value, []);
  return faults.length > 0 ? { faults } : { value: done };
}
