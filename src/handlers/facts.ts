import type { HandlerFiles } from './files.js';
import { isExpr, type At, type Expr, type Step, type Value } from './ir.js';
import { callName } from './judge/judge.js';
import { bodiesOf, eventPaths } from './judge/paths.js';
import type { Note } from './run/state.js';

/** Something that the code does, with the line that says so. */
export interface HandlerFact extends At {
  readonly kind:
    | 'call'
    | 'http'
    | 'obstacle'
    | 'branch'
    | 'loop'
    | 'retry'
    | 'wait'
    | 'route'
    | 'throw'
    | 'auth'
    | 'validation'
    | 'caching';
  /** `dynamodb:PutItem`, the name of a library, a route, a path of the event, a variable. */
  readonly what: string;
  /** The line as it is written. */
  readonly text: string;
}

interface Seen {
  readonly steps: readonly Step[];
  readonly returns: Value;
  readonly notes: readonly Note[];
}

type Bare = Omit<HandlerFact, 'text'>;

/** At most so many facts of a handler are kept; calls and obstacles come first. */
const mostFacts = 400;

/** What a handler does, each with its line: calls and obstacles first, then the rest in the order of the code. */
export function factsIn({ steps, returns, notes }: Seen, files: HandlerFiles): readonly HandlerFact[] {
  const refusals = refusalsIn(returns);
  const found: Bare[] = [];
  const walk = (list: readonly Step[]): void => {
    for (const step of list) {
      found.push(...factsOfStep(step, refusals));
      for (const body of bodiesOf(step)) walk(body);
    }
  };
  walk(steps);
  for (const note of notes) {
    if (note.kind === 'caching' || note.kind === 'retry') found.push({ kind: note.kind, what: note.text, ...note.at });
    else if (note.kind === 'decorator' && retries.test(note.text))
      found.push({ kind: 'retry', what: note.text.split('#')[0] ?? '', ...note.at });
  }
  const first = (one: Bare): boolean => one.kind === 'call' || one.kind === 'http' || one.kind === 'obstacle';
  const ordered = [...found.filter(first), ...found.filter((one) => !first(one))];
  const lines = new Map<string, readonly string[]>();
  return ordered.slice(0, mostFacts).map((one) => {
    let text = lines.get(one.file);
    if (text === undefined) lines.set(one.file, (text = (files.text(one.file) ?? '').split('\n')));
    return { ...one, text: (text[one.line - 1] ?? '').trim().slice(0, 200) };
  });
}

const retries = /^(tenacity|backoff|retrying|retry|retry2|stamina)#/;
const validators = /^(ajv|joi|zod|yup|jsonschema|pydantic|@hapi\/joi|@middy\/validator)\b/;
/** What says who calls. */
const identity =
  /(^|\.)(authorizer|identity|claims|authorizationToken)(\.|$)|(^|\.)headers\.(authorization|x-api-key)$/i;

function factsOfStep(step: Step, refusals: ReadonlyMap<Expr, number>): readonly Bare[] {
  const fact = (kind: HandlerFact['kind'], what: string): Bare => ({ kind, what, file: step.file, line: step.line });
  switch (step.t) {
    case 'call':
    case 'http':
      return [fact(step.t, callName(step))];
    case 'obstacle':
      return [fact('obstacle', step.what), ...(validators.test(step.what) ? [fact('validation', step.what)] : [])];
    case 'wait':
    case 'throw':
      return [fact(step.t, step.t)];
    case 'route':
      return [fact('route', step.path)];
    case 'each':
      return [fact('loop', 'each'), ...(isCounted(step.over) && triesAgain(step.body) ? [fact('retry', 'loop')] : [])];
    case 'loop':
      return [
        fact('loop', 'while'),
        ...(!asksLength(step.test) && triesAgain(step.body) ? [fact('retry', 'loop')] : []),
      ];
    case 'if': {
      const who = eventPaths([], step.test).find((path) => identity.test(path));
      const status = refusals.get(step.test);
      const refuses = status !== undefined || onlyThrows(step.then) || onlyThrows(step.else);
      return [
        fact('branch', 'branch'),
        ...(who !== undefined || status === 401 || status === 403
          ? [fact('auth', who ?? String(status))]
          : refuses && eventPaths([], step.test).length > 0
            ? [fact('validation', String(status ?? 'throw'))]
            : []),
      ];
    }
    case 'try':
      return [];
  }
}

/** A call that is made again after it failed. */
const triesAgain = (body: readonly Step[]): boolean =>
  body.some(
    (step) =>
      (step.t === 'try' && holdsCall(step.body)) ||
      (step.t === 'if' && (triesAgain(step.then) || triesAgain(step.else))),
  );

const holdsCall = (steps: readonly Step[]): boolean =>
  steps.some((step) => step.t === 'call' || step.t === 'http' || bodiesOf(step).some(holdsCall));

const onlyThrows = (steps: readonly Step[]): boolean => steps.length > 0 && steps.every((step) => step.t === 'throw');

/** `range(3)`: nothing is walked through but a count. */
const isCounted = (over: Expr): boolean =>
  over.k === 'pure' && over.fn === 'range' && over.args.every((one) => one.k === 'const' || one.k === 'env');

/** Whether a loop ends where a list does: it goes on with the next rather than trying again. */
const asksLength = (test: Expr): boolean =>
  (test.k === 'get' && (test.key === 'length' || test.key === 'size')) ||
  (test.k === 'pure' && test.fn === 'len') ||
  (test.k === 'op' && test.args.some(asksLengthOf));
const asksLengthOf = (one: Expr): boolean => one.k !== 'op' && asksLength(one);

/** The tests after which the answer is a refusal, each with its status. */
function refusalsIn(returns: Value): ReadonlyMap<Expr, number> {
  const found = new Map<Expr, number>();
  let at = returns;
  for (let count = 0; count < 200 && at.k === 'choose'; count++) {
    const status = refusal(at.then);
    if (status !== undefined) {
      found.set(at.test, status);
      // `if (ok) … else refuse` is kept as its negation.
      const [inner] = at.test.k === 'op' && at.test.op === '!' ? at.test.args : [];
      if (inner !== undefined) found.set(inner, status);
    }
    at = at.else;
  }
  return found;
}

function refusal(value: Value): number | undefined {
  if (!isExpr(value) || value.k !== 'object') return undefined;
  const field = value.fields.find((one) => one.key?.k === 'const' && one.key.value === 'statusCode')?.value;
  const status = field?.k === 'const' ? Number(field.value) : NaN;
  return status >= 400 && status < 500 ? status : undefined;
}
