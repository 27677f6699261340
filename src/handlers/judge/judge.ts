import { isExpr, type Expr, type Obstacle, type Step, type Value } from '../ir.js';
import { withoutWorkflow } from '../vocabulary/services.js';
import { memberOf } from '../run/access.js';
import { collect, type Collected, type Effect } from './collect.js';
import { measurer, type Measure } from './measure.js';
import { mechanismsFor, needsFunction, waitsForAnswer, type Mechanism, type Trigger } from './mechanisms.js';
import type { Reason } from './reasons.js';

export type Verdict = 'transports' | 'transforms' | 'mixed' | 'stub' | 'unknown';
/** What the advisor may say: the function can go, can go in part or with a mapping, stays, says nothing, or is not understood. */
export type Claim = 'replace' | 'partly' | 'keep' | 'stub' | 'unknown';

export interface Judgement {
  readonly verdict: Verdict;
  readonly claim: Claim;
  readonly kind?: 'full' | 'mapping' | 'pure-mapping' | 'part';
  /** 0 to 1. */
  readonly confidence: number;
  /** Cheapest first. */
  readonly mechanisms: readonly Mechanism[];
  readonly reasons: readonly Reason[];
}

export interface Judged {
  readonly steps: readonly Step[];
  readonly returns: Value;
  readonly trigger: Trigger;
  /** The handler streams its answer. */
  readonly streams: boolean;
}

/** Whether an answer is asked for as bytes. */
function asksForBytes(request: Value, depth = 0): boolean {
  if (depth > 6) return false;
  if (request.k === 'array') return request.items.some((item) => asksForBytes(item.value, depth + 1));
  if (request.k !== 'object') return false;
  return request.fields.some((field) =>
    field.key === undefined
      ? asksForBytes(field.value, depth + 1)
      : field.key.k === 'const' &&
        /^(responseType|stream|preload_content)$/.test(String(field.key.value)) &&
        field.value.k === 'const' &&
        /^(arraybuffer|stream|blob|true)$/.test(String(field.value.value)),
  );
}

/** The input without what the service fills in itself, and marshalled where its shape is not known. */
function payload(step: Extract<Effect, { t: 'call' }>): Expr {
  if (step.service === 'eventbridge' && step.operation === 'PutEvents') return withoutTime(step.input, 0);
  if (!step.document || step.operation !== 'PutItem' || step.input.k !== 'object') return step.input;
  const item = memberOf(step.input, 'Item');
  return isExpr(item) && item.k !== 'object'
    ? { k: 'pure', fn: 'marshall', grade: 'mapping', args: [step.input] }
    : step.input;
}

/** Entries without their time, which is that of the call unless it is said. */
function withoutTime(value: Expr, depth: number): Expr {
  if (depth > 6) return value;
  const inner = (one: Value): Value => (isExpr(one) ? withoutTime(one, depth + 1) : one);
  if (value.k === 'object')
    return {
      ...value,
      fields: value.fields
        .filter((field) => field.key?.k !== 'const' || field.key.value !== 'Time')
        .map((field) => ({ ...field, value: inner(field.value) })),
    };
  if (value.k === 'array')
    return { ...value, items: value.items.map((item) => ({ ...item, value: inner(item.value) })) };
  return value.k === 'each' ? { ...value, body: withoutTime(value.body, depth + 1) } : value;
}

export const callName = (step: Effect): string =>
  step.t === 'http' ? `http:${step.method}` : `${step.service}:${step.operation}`;

/** What a handler's steps say: the function transports, transforms, does both, or shows nothing. */
export function judge({ steps, returns, trigger, streams }: Judged): Judgement {
  const found = collect(steps);
  const effects = collect(steps).effects;
  const { measure, distinct } = measurer(
    new Set(effects.flatMap(({ step }) => (step.t === 'http' && asksForBytes(step.request) ? [step.id] : []))),
  );
  const returned = measure(returns);
  const calls = [...new Set(found.effects.map(({ step }) => callName(step)))];
  const lower = calls.map((one) => one.toLowerCase());
  const keep = (verdict: Verdict, confidence: number, ...reasons: readonly Reason[]): Judgement => ({
    verdict,
    claim: 'keep',
    confidence,
    mechanisms: [],
    reasons,
  });

  if (streams || found.obstacles.some((one) => one.step.why === 'streaming'))
    return calls.length === 0 ? stub('noCall') : keep('transforms', 0.95, 'streaming');
  const hard = obstaclesOf(found);
  if (hard.length > 0) return keep(calls.length > 0 ? 'mixed' : 'transforms', 0.9, ...hard);
  if (calls.length === 0) return withoutCalls(found, returns, trigger, measure);
  if (needsFunction.has(trigger)) return keep('mixed', 0.95, 'triggerNeedsFunction');

  const inputs = found.effects.map(({ step }) =>
    measure(step.t === 'http' ? { k: 'array', items: [{ value: step.url }, { value: step.request }] } : payload(step)),
  );
  if (found.effects.some(({ step }) => step.t === 'call' && borrowed(step, measure)))
    return keep('mixed', 0.9, 'credentials');
  if (found.effects.some(({ step }) => step.t === 'call' && isElsewhere(step, measure)))
    return keep('mixed', 0.8, 'otherRegion');
  const unsupported = found.effects.filter(
    ({ step }) => step.t === 'call' && withoutWorkflow(step.service, step.operation) !== undefined,
  );
  const others = found.effects.filter(
    ({ step }) => step.t !== 'call' || withoutWorkflow(step.service, step.operation) === undefined,
  );
  if (unsupported.length > 0) {
    if (others.length > 1 && !lower.includes('sfn:getactivitytask'))
      return {
        verdict: 'mixed',
        claim: 'partly',
        kind: 'part',
        confidence: 0.6,
        mechanisms: mechanismsFor({ trigger, calls: lower, byPath: false }),
        reasons: ['partUnsupported'],
      };
    return keep('transports', 0.9, 'noIntegration');
  }
  const readsBytes = inputs.some((input) => input.holdsBytes);
  const ownSynthesis = lower.some((one) => /^polly:/.test(one));
  if (readsBytes && !ownSynthesis) return keep('transforms', 0.85, 'binary');
  const returnsMatter = waitsForAnswer.has(trigger);
  const programs = inputs.filter((input) => input.grade === 'program');
  if (programs.length > 0) return keep('mixed', 0.7, 'program');
  if (returnsMatter && returned.grade === 'program') return keep('mixed', 0.65, 'program');
  const weight = distinct();
  if (weight > 90) return keep('transforms', 0.6, 'muchMapping');

  const acts = found.effects.filter((one) => !one.where.catches);
  const [only] = found.effects;
  const single = acts.length === 1 && found.effects.length === 1 && only !== undefined;
  const byPath =
    inputs.every((input) => input.grade === 'path') && !inputs.some((input) => input.usesTime || input.usesRandom);
  const plainReturn = !returnsMatter || returned.grade === 'path' || isStatusOnly(returns);
  const freely =
    single &&
    only.where.tests.length === 0 &&
    !only.where.loops &&
    only.where.routes.length === 0 &&
    only.where.lists.every((list) => isRecords(list) || (trigger === 'pipes' && list.k === 'event'));
  const mechanisms = mechanismsFor({ trigger, calls: lower, byPath: byPath && freely });
  if (
    freely &&
    byPath &&
    plainReturn &&
    found.waits.length === 0 &&
    !(only.step.t === 'http' && trigger === 'sfn-task')
  )
    return {
      verdict: 'transports',
      claim: 'replace',
      kind: 'full',
      confidence: inputs.some((one) => one.opaque) ? 0.75 : 0.92,
      mechanisms,
      reasons: ['oneCall'],
    };
  const reasons: Reason[] = [single ? (byPath ? 'branches' : 'mapping') : 'severalCalls'];
  return {
    verdict: 'transports',
    claim: 'partly',
    kind: 'mapping',
    confidence: weight > 20 ? 0.7 : 0.85,
    mechanisms,
    reasons,
  };
}

const stub = (reason: Reason): Judgement => ({
  verdict: 'stub',
  claim: 'stub',
  confidence: 0.85,
  mechanisms: [],
  reasons: [reason],
});

const reasonOf: Readonly<Record<Obstacle, Reason>> = {
  library: 'library',
  unresolved: 'unresolved',
  driver: 'driver',
  cryptography: 'cryptography',
  files: 'files',
  process: 'process',
  streaming: 'streaming',
  presigned: 'presigned',
  credentials: 'credentials',
  binary: 'binary',
};

const obstaclesOf = (found: Collected): readonly Reason[] => [
  ...new Set(found.obstacles.map(({ step }) => reasonOf[step.why])),
];

/** Whether the caller's rights, rather than the function's, are used. */
function borrowed(step: Extract<Effect, { t: 'call' }>, measure: (value: Value) => Measure): boolean {
  if (step.options.k !== 'object') return false;
  return ['credentials', 'aws_access_key_id', 'accessKeyId', 'aws_session_token'].some((name) => {
    const value = memberOf(step.options, name);
    if (!isExpr(value) || value.k === 'const') return false;
    const found = measure(value);
    return found.usesEvent || found.usesResult;
  });
}

/** Whether the call goes to another region than that of the function: an integration has no region to set. */
function isElsewhere(step: Extract<Effect, { t: 'call' }>, measure: (value: Value) => Measure): boolean {
  if (step.options.k !== 'object') return false;
  return ['region', 'region_name'].some((name) => {
    const value = memberOf(step.options, name);
    if (!isExpr(value)) return false;
    if (value.k === 'env') return /target|dest|remote|replica|secondary|other|peer|failover/i.test(value.name);
    // An event's own region is that of the function.
    if (value.k === 'get' && /^(region|awsRegion)$/.test(String(value.key))) return false;
    const found = measure(value);
    return found.usesEvent || found.usesResult;
  });
}

/** The list that an event source hands over. */
function isRecords(list: Value, depth = 0): boolean {
  if (depth > 8) return false;
  const inner = (one: Value): boolean => isRecords(one, depth + 1);
  switch (list.k) {
    case 'event':
      return false;
    case 'get':
      return (list.of.k === 'event' && /^[Rr]ecords$/.test(String(list.key))) || inner(list.of);
    case 'index':
      return inner(list.of);
    case 'op':
      return list.args.some(inner);
    case 'each':
      return list.how === 'map' && inner(list.over);
    case 'item':
      return inner(list.over);
    case 'pure':
      return /values|request|parse|loads/.test(list.fn) && list.args.some(inner);
    default:
      return false;
  }
}

/** An answer whose parts are settled in advance, whatever the test. */
function isStatusOnly(value: Value, depth = 0): boolean {
  if (depth > 8) return false;
  const inner = (one: Value): boolean => isStatusOnly(one, depth + 1);
  switch (value.k) {
    case 'const':
    case 'env':
    case 'result':
      return true;
    case 'choose':
      return inner(value.then) && inner(value.else);
    case 'object':
      return value.fields.length < 50 && value.fields.every((field) => field.key?.k === 'const' && inner(field.value));
    case 'pure':
      return /stringify|dumps/.test(value.fn) && value.args.every(inner);
    case 'text':
      return value.parts.every(inner);
    default:
      return false;
  }
}

/** A function that calls nothing: an expression does its work, or it shows nothing. */
function withoutCalls(
  found: Collected,
  returns: Value,
  trigger: Trigger,
  measure: (value: Value) => Measure,
): Judgement {
  const returned = measure(returns);
  const maps = waitsForAnswer.has(trigger) && !/^(apigw|function-url|alb|vpc-lattice|authorizer)/.test(trigger);
  if (needsFunction.has(trigger) || !maps) return stub('noCall');
  if (returned.usesRandom || found.waits.length > 0 || found.tests.some((test) => measure(test).usesRandom))
    return stub('simulated');
  if (!returned.usesEvent || returned.grade === 'path' || returned.weight === 0) return stub('noCall');
  if (returned.grade === 'program' || returned.weight > 40)
    return { verdict: 'transforms', claim: 'keep', confidence: 0.7, mechanisms: [], reasons: ['program'] };
  if (found.throws.length > 0 && returned.weight < 2) return stub('noCall');
  return {
    verdict: 'transforms',
    claim: 'partly',
    kind: 'pure-mapping',
    confidence: 0.75,
    mechanisms: mechanismsFor({ trigger, calls: [], byPath: false }),
    reasons: ['pureMapping'],
  };
}
