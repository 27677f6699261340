import { defineRule, type RuleDefinition } from './define.js';

/** A rule that says what it sees and leaves the change to the person: there is nothing to apply. */
export const defineObservation = (rule: Omit<RuleDefinition, 'apply'>): RuleDefinition =>
  defineRule({ ...rule, apply: ({ design }) => design });
