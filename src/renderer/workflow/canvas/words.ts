import { asText, isObject, loneSubstitution, type State } from '../../../asl/definition.js';
import type { WorkflowState, WorkflowTransition } from '../../../asl/flow.js';
import type { Pattern } from '../../../asl/tasks.js';
import { lookup, type Design, type Json, type Substitution } from '../../../model/design.js';
import type { Translate } from '../../studio/studio.js';
import { taskServiceOf } from '../task-services.js';
import { texts } from './texts.js';

/** The words that a picture of a workflow needs: the one line that matters, and what stands on a transition. */

export interface WordsContext {
  readonly t: Translate;
  readonly substitutions: Readonly<Record<string, Substitution>>;
  readonly nodes: Design['nodes'];
}

/** `runTask` -> `RunTask`. */
const actionName = (action: string): string => action.charAt(0).toUpperCase() + action.slice(1);

const suffix = (pattern: Pattern, t: Translate): string =>
  pattern === 'RUN_JOB' ? ' .sync' : pattern === 'WAIT_FOR_TASK_TOKEN' ? ` · ${t(texts.callback)}` : '';

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** The line below the name of a state. */
export function subtitleOf(state: WorkflowState, source: State | undefined, context: WordsContext): string {
  const { t } = context;
  const fields = source?.fields ?? {};
  switch (state.type) {
    case 'Task':
      return taskLine(state, fields, context);
    case 'Choice': {
      const rules = lookup(fields, 'Choices');
      const count = Array.isArray(rules) ? rules.length : 0;
      return joined('Choice', count > 1 ? t(texts.rules, { count }) : choiceLine(rules));
    }
    case 'Wait':
      return joined('Wait', waitLine(fields, t));
    case 'Fail':
      return joined('Fail', short(lookup(fields, 'Error') ?? lookup(fields, 'ErrorPath')));
    case 'Parallel':
      return joined('Parallel', t(texts.branches, { count: state.machines.length }));
    case 'Map':
      return joined('Map', state.map?.mode === 'DISTRIBUTED' ? t(texts.distributed) : undefined);
    default:
      return state.type === '' ? '—' : state.type;
  }
}

function choiceLine(rules: Json | undefined): string | undefined {
  const [rule] = Array.isArray(rules) ? (rules as readonly Json[]) : [];
  if (!isObject(rule)) return undefined;
  const condition = lookup(rule, 'Condition');
  return typeof condition === 'string' ? bare(condition) : asText(lookup(rule, 'Variable'));
}

/** An expression without its marks, in one line. */
const bare = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/^\{%|%\}$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const short = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? bare(value) : typeof value === 'number' ? String(value) : undefined;

function waitLine(fields: State['fields'], t: Translate): string | undefined {
  const seconds = short(lookup(fields, 'Seconds'));
  if (seconds !== undefined)
    return Number.isFinite(Number(seconds)) ? t(texts.seconds, { count: Number(seconds) }) : seconds;
  const time = short(lookup(fields, 'Timestamp'));
  return time === undefined
    ? (short(lookup(fields, 'SecondsPath')) ?? short(lookup(fields, 'TimestampPath')))
    : t(texts.until, { time });
}

function taskLine(state: WorkflowState, fields: State['fields'], context: WordsContext): string {
  const { task } = state;
  if (task === undefined) return 'Task';
  const { t } = context;
  const target = targetOf(fields, task.resource, context);
  switch (task.kind) {
    case 'http':
      return joined('HTTP', endpointOf(fields));
    case 'activity':
      return 'Activity';
    case 'unknown':
      return joined('Task', bare(task.resource));
    case 'lambda-arn':
      return joined('Lambda', target);
    default: {
      const call = `${taskServiceOf(task.service ?? '').label} ${actionName(task.action ?? '')}`;
      return joined(call + suffix(task.pattern, t), target ?? timeoutOf(fields, t));
    }
  }
}

const timeoutOf = (fields: State['fields'], t: Translate): string | undefined => {
  const seconds = lookup(fields, 'TimeoutSeconds');
  return typeof seconds === 'number' ? t(texts.upTo, { time: t(texts.seconds, { count: seconds }) }) : undefined;
};

function endpointOf(fields: State['fields']): string | undefined {
  const given = lookup(fields, 'Arguments') ?? lookup(fields, 'Parameters');
  return isObject(given) ? short(lookup(given, 'ApiEndpoint')) : undefined;
}

/** The drawn resource that a Task is about: the first one that its arguments name. */
function targetOf(fields: State['fields'], resource: string, context: WordsContext): string | undefined {
  const given = lookup(fields, 'Arguments') ?? lookup(fields, 'Parameters');
  const texts_ = isObject(given) ? Object.values(given).slice(0, 40) : [];
  for (const value of [resource, ...texts_]) {
    const name = typeof value === 'string' ? loneSubstitution(value) : undefined;
    if (name === undefined) continue;
    const meaning = lookup(context.substitutions, name);
    const node = meaning !== undefined && 'node' in meaning ? lookup(context.nodes, meaning.node) : undefined;
    return node?.label ?? name;
  }
  return undefined;
}

/** What a container says beside its name. */
export function chipOf(state: WorkflowState, t: Translate): string {
  const concurrency = state.map?.concurrency;
  if (typeof concurrency === 'number' && concurrency > 0) return t(texts.atATime, { count: concurrency });
  return state.map?.mode === 'DISTRIBUTED' ? t(texts.distributed) : '';
}

/** Who a Task stands still for: a person where what it sends goes to one. */
export function waitsFor({ task }: WorkflowState): '' | 'person' | 'callback' {
  if (task?.kind === 'activity') return 'callback';
  if (task?.pattern !== 'WAIT_FOR_TASK_TOKEN') return '';
  return ['sns', 'ses', 'sesv2'].includes(task.service ?? '') ? 'person' : 'callback';
}

/** The words on a transition; '' for none. */
export function labelOfTransition({ kind, label }: Pick<WorkflowTransition, 'kind' | 'label'>, t: Translate): string {
  if (kind === 'choice') return label === '' ? '?' : label;
  if (kind === 'default') return t(texts.otherwise);
  if (kind !== 'catch') return '';
  return t(texts.catchLabel, { errors: label === 'States.ALL' ? t(texts.anyError) : label });
}
