import { lookup, type Json } from '../model/design.js';
import {
  asText,
  loneSubstitution,
  walkStates,
  type QueryLanguage,
  type State,
  type StateMachine,
} from './definition.js';
import type { Path } from './document.js';

export type Pattern = 'REQUEST_RESPONSE' | 'RUN_JOB' | 'WAIT_FOR_TASK_TOKEN';
export type TaskKind = 'sdk' | 'optimized' | 'lambda-arn' | 'http' | 'activity' | 'unknown';

/** What a Resource says. */
export interface TaskResource {
  readonly kind: TaskKind;
  /** Service as ASL writes it: `dynamodb`, `lambda`, `states`. */
  readonly service?: string;
  /** `putItem`, `invoke`. */
  readonly action?: string;
  readonly pattern: Pattern;
}

export interface Task extends TaskResource {
  readonly path: Path;
  readonly name: string;
  readonly resource: string;
  readonly queryLanguage: QueryLanguage;
  /** The value of Arguments (JSONata) or Parameters (JSONPath), as written. */
  readonly arguments: Json | undefined;
}

/** The Task states of a definition, those inside Parallel and Map states too, in the order of the text. */
export function tasksOf(tree: StateMachine): readonly Task[] {
  return [...walkStates(tree)].filter(({ type }) => type === 'Task').map(taskOf);
}

export function taskOf(state: State): Task {
  const resource = asText(lookup(state.fields, 'Resource')) ?? '';
  return {
    ...readResource(resource),
    path: state.path,
    name: state.name,
    resource,
    queryLanguage: state.queryLanguage,
    arguments: lookup(state.fields, state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters'),
  };
}

const integration =
  /^arn:(?:aws[a-z-]*|\$\{[^}]+\}):states:[^:]*:[^:]*:(?:(aws-sdk):)?([A-Za-z0-9-]+):([A-Za-z0-9]+)(\.sync(?::2)?|\.waitForTaskToken)?$/;

/**
 * What a Resource says: `arn:aws:states:::sqs:sendMessage.waitForTaskToken` is the optimized integration of SQS that
 * waits for a callback. A lone `${Name}` is taken for the ARN of a function, which it mostly is; who knows what it
 * stands for may know better.
 */
export function readResource(resource: string): TaskResource {
  const match = integration.exec(resource);
  if (match !== null) {
    const [, sdk, service = '', action = '', suffix = ''] = match;
    const pattern: Pattern = suffix.startsWith('.sync')
      ? 'RUN_JOB'
      : suffix === ''
        ? 'REQUEST_RESPONSE'
        : 'WAIT_FOR_TASK_TOKEN';
    if (sdk !== undefined) return { kind: 'sdk', service, action, pattern };
    if (service === 'activity') return { kind: 'activity', pattern: 'REQUEST_RESPONSE' };
    return { kind: service === 'http' ? 'http' : 'optimized', service, action, pattern };
  }
  if (/^arn:[^:]+:states:[^:]+:[^:]+:activity:/.test(resource))
    return { kind: 'activity', pattern: 'REQUEST_RESPONSE' };
  if (loneSubstitution(resource) !== undefined || /^arn:[^:]+:lambda:/.test(resource))
    return { kind: 'lambda-arn', service: 'lambda', action: 'invoke', pattern: 'REQUEST_RESPONSE' };
  return { kind: 'unknown', pattern: 'REQUEST_RESPONSE' };
}
