import type { PathStep } from './json-path.js';

interface Fields {
  readonly [field: string]: Fields | 'any';
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const context: Fields = {
  Execution: {
    Id: 'any',
    Input: 'any',
    Name: 'any',
    RoleArn: 'any',
    StartTime: 'any',
    RedriveCount: 'any',
    RedriveTime: 'any',
  },
  State: { EnteredTime: 'any', Name: 'any', RetryCount: 'any' },
  StateMachine: { Id: 'any', Name: 'any' },
  Task: { Token: 'any' },
  Map: { Item: { Index: 'any', Value: 'any', Key: 'any', Source: 'any' } },
};

/** The part of a path into the context object that names nothing, `Execution.Title`; undefined: all of it is known. */
export function unknownInContext(steps: readonly PathStep[]): string | undefined {
  let at: Fields | 'any' = context;
  const read: string[] = [];
  for (const step of steps) {
    if (at === 'any' || step.kind !== 'key') return undefined;
    read.push(step.key);
    const found: Fields | 'any' | undefined = Object.hasOwn(at, step.key) ? at[step.key] : undefined;
    if (found === undefined) return read.join('.');
    at = found;
  }
  return undefined;
}
