import type { Text } from '../text.js';

/** How a Task waits. */
export type Pattern = 'REQUEST_RESPONSE' | 'RUN_JOB' | 'WAIT_FOR_TASK_TOKEN';
export type WorkflowType = 'STANDARD' | 'EXPRESS';

/** A value of the arguments of a new Task. */
export type Sample = string | number | boolean | readonly Sample[] | { readonly [name: string]: Sample };
export type Samples = Readonly<Record<string, Sample>>;

/** Stands in a sample for the state's input, and for the task token. */
export const input = '{input}';
export const token = '{token}';

/** What the execution role is allowed. */
export interface Statement {
  readonly actions: readonly string[];
  /**
   * ARNs with `{partition}`, `{region}`, `{account}` and names of arguments: `{TableName}`, `{Entries.EventBusName}`.
   * `*`: the API knows no resource, or none that is known before the call.
   */
  readonly resources: readonly string[];
  /** Of `iam:PassRole`: the service that the role is passed to. */
  readonly passedTo?: string;
}

export interface OptimizedPattern {
  /** What follows the action in the Resource; of several the one for new Tasks first. */
  readonly suffixes: readonly string[];
  readonly statements: readonly Statement[];
  /** What of the permissions AWS does not document, said where they are shown. */
  readonly gap?: Text;
}

export interface OptimizedAction {
  readonly label: Text;
  /** The action of the AWS SDK that it calls, where that one has another name: `emr:runJobFlow`. */
  readonly operation?: string;
  /** Arguments that a call has to give. */
  readonly required: readonly string[];
  /** Structures that only the integration takes, beside the parameters of the API. */
  readonly own?: readonly string[];
  /** The arguments of a new Task, with more than is required where a call says little without. */
  readonly sample?: Samples;
  /** The arguments of a new Task that waits for a callback: they carry the task token. */
  readonly callback?: Samples;
  readonly patterns: Readonly<Partial<Record<Pattern, OptimizedPattern>>>;
}

export interface OptimizedService {
  /** As the Resource writes it: `events`. */
  readonly id: string;
  /** The same API in the catalog of all APIs: `eventbridge`; not given where there is none. */
  readonly api?: string;
  readonly label: Text;
  /** First part of its errors, which differs from the one of AWS SDK integrations: `DynamoDB`. */
  readonly errorPrefix?: string;
  /** Errors of the integration itself. */
  readonly errors?: readonly string[];
  /** Where AWS documents it. */
  readonly source: string;
  readonly actions: Readonly<Record<string, OptimizedAction>>;
}

export const defineOptimized = (service: OptimizedService): OptimizedService => service;

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
export const page = (name: string): string => `${guide}${name}.html`;

export const text = (en: string, ja: string): Text => ({ en, ja });

/** `arn:{partition}:dynamodb:{region}:{account}:table/{TableName}`. */
export const arn = (service: string, rest: string): string => `arn:{partition}:${service}:{region}:{account}:${rest}`;

export const any = ['*'] as const;

export const allow = (actions: string | readonly string[], ...resources: readonly string[]): Statement => ({
  actions: typeof actions === 'string' ? [actions] : actions,
  resources,
});

/** The role that an argument names is handed to a service. */
export const passRole = (role: string, passedTo: string): Statement => ({
  actions: ['iam:PassRole'],
  resources: [`arn:{partition}:iam::{account}:role/${role}`],
  passedTo,
});

/** Step Functions learns of the end of a job by a rule that it manages itself. */
export const managedRule = (name: string): Statement =>
  allow(['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], arn('events', `rule/${name}`));

export const request = (...statements: readonly Statement[]): { readonly REQUEST_RESPONSE: OptimizedPattern } => ({
  REQUEST_RESPONSE: { suffixes: [''], statements },
});

export const job = (...statements: readonly Statement[]): { readonly RUN_JOB: OptimizedPattern } => ({
  RUN_JOB: { suffixes: ['.sync'], statements },
});

export const callback = (...statements: readonly Statement[]): { readonly WAIT_FOR_TASK_TOKEN: OptimizedPattern } => ({
  WAIT_FOR_TASK_TOKEN: { suffixes: ['.waitForTaskToken'], statements },
});
