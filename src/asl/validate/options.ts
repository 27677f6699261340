import type { Pattern } from '../tasks.js';

export type WorkflowType = 'standard' | 'express';

/** What is known of an action that a Task calls. Absent parts are not checked. */
export interface KnownAction {
  readonly status: 'known' | 'retired' | 'blocked';
  readonly parameters?: ReadonlySet<string>;
  readonly required?: readonly string[];
  readonly patterns?: readonly Pattern[];
  /** Names as Retry and Catch take them: `DynamoDb.ConditionalCheckFailedException`. */
  readonly errors?: readonly string[];
}

export type ActionAnswer =
  | KnownAction
  | {
      readonly status: 'unknown-service' | 'unknown-action';
      /** The name that may have been meant. */
      readonly nearest?: string;
    };

/** The catalog of actions, as far as validation asks it. */
export interface ActionLookup {
  /** `dynamodb`, `putItem`; undefined: nothing is known, so that nothing is said. */
  readonly find: (kind: 'sdk' | 'optimized', service: string, action: string) => ActionAnswer | undefined;
}

export interface ValidateOptions {
  readonly workflow?: WorkflowType;
  readonly actions?: ActionLookup;
}
