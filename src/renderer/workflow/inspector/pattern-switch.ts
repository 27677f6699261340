import { lookup, type Json } from '../../../model/design.js';
import { asText, isObject, type State } from '../../../asl/definition.js';
import { readResource, type Pattern, type TaskResource } from '../../../asl/tasks.js';
import type { Localized } from '../../../model/localized.js';
import { taskArguments } from '../../../sdk/optimized/arguments.js';
import type { OptimizedAction, WorkflowType } from '../../../sdk/optimized/define.js';
import { findOptimized, offerOf, patterns } from '../../../sdk/optimized/offer.js';
import { carriesToken, withToken, withoutToken } from '../../../sdk/optimized/token.js';
import type { Changes } from './form-context.js';

/** One way for a Task to wait; not offered: with the reason. */
export interface PatternOption {
  readonly pattern: Pattern;
  readonly reason: Localized | undefined;
}

const reasons = {
  sdkJob: {
    en: 'AWS SDK integrations cannot wait for a job; await its event with a task token instead.',
    ja: 'AWS SDK 統合ではジョブの完了を待機できません。イベントとタスクトークンで完了を待機できます。',
  },
  express: {
    en: 'Express workflows only request a response.',
    ja: 'Express ワークフローで使用できるのはリクエストレスポンスだけです。',
  },
  lambdaArn: {
    en: 'A function called by its ARN only responds. Call it by lambda:invoke to wait for a callback.',
    ja: 'ARN で直接呼び出す関数はレスポンスを返すだけです。コールバックの待機には lambda:invoke を使用してください。',
  },
  other: {
    en: 'This kind of Task has one way to wait.',
    ja: 'この種類の Task では変更できません。',
  },
} as const satisfies Record<string, Localized>;

/** Each way to wait, with the reason where an action does not have it. */
export function patternOptions(
  { kind, service = '', action = '' }: TaskResource,
  workflow: WorkflowType,
): readonly PatternOption[] {
  return patterns.map((pattern) => {
    if (kind === 'optimized' || kind === 'http') {
      const offer = offerOf(service, action, pattern, workflow);
      return { pattern, reason: offer.isOffered ? undefined : offer.reason };
    }
    if (pattern === 'REQUEST_RESPONSE') return { pattern, reason: undefined };
    if (kind === 'lambda-arn') return { pattern, reason: reasons.lambdaArn };
    if (kind !== 'sdk') return { pattern, reason: reasons.other };
    if (pattern === 'RUN_JOB') return { pattern, reason: reasons.sdkJob };
    return { pattern, reason: workflow === 'EXPRESS' ? reasons.express : undefined };
  });
}

const suffix = /\.(?:sync(?::2)?|waitForTaskToken)$/;

/** What of a Task changes with the way it waits: Resource, and the task token in its arguments. */
export function switchPattern(state: State, to: Pattern): Changes {
  const written = asText(lookup(state.fields, 'Resource')) ?? '';
  const resource = readResource(written);
  if (resource.pattern === to) return [];
  const { service = '', action = '' } = resource;
  const optimized = resource.kind === 'optimized' ? findOptimized(service, action) : undefined;
  const ending = optimized?.patterns[to]?.suffixes[0] ?? (to === 'WAIT_FOR_TASK_TOKEN' ? '.waitForTaskToken' : '');
  const field = state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const before = lookup(state.fields, field);
  const after = argumentsFor(before, to, optimized, state.queryLanguage);
  return [
    [['Resource'], written.replace(suffix, '') + ending],
    ...(after === before ? [] : [[[field], after] as const]),
  ];
}

function argumentsFor(
  before: Json | undefined,
  to: Pattern,
  action: OptimizedAction | undefined,
  language: State['queryLanguage'],
): Json | undefined {
  if (to !== 'WAIT_FOR_TASK_TOKEN') return isObject(before) && carriesToken(before) ? withoutToken(before) : before;
  if (action === undefined) return before;
  if (isObject(before)) return withToken(before, action, language);
  // Without arguments the input of the state is sent, which has no place for a token.
  return before === undefined ? taskArguments(action, to, language) : before;
}
