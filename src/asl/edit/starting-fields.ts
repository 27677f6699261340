import { lookup, type Json } from '../../model/design.js';
import { asText, isObject, type JsonObject, type QueryLanguage } from '../definition.js';

/** A name of a state that nothing has yet. */
type FreeName = (wanted: string) => string;

/** Name of the state in a new branch or a new processor, which each need one. */
const innerName = 'Pass';

/** What a new state of a type needs at least, beside what it has: a rule, a branch, a processor, a time. */
export function startingFields(
  state: JsonObject,
  language: QueryLanguage,
  freeName: FreeName,
): Readonly<Record<string, Json>> {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(state, key));
  switch (asText(lookup(state, 'Type'))) {
    case 'Task':
      return has('Resource') ? {} : { Resource: '' };
    case 'Wait':
      return has('Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath') ? {} : { Seconds: 1 };
    case 'Choice':
      return hasItems(lookup(state, 'Choices')) ? {} : { Choices: [newRule(language)] };
    case 'Parallel':
      return hasItems(lookup(state, 'Branches')) ? {} : { Branches: [newMachine(freeName)] };
    case 'Map': {
      const inside = lookup(state, 'ItemProcessor') ?? lookup(state, 'Iterator');
      return isObject(inside)
        ? {}
        : { ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...newMachine(freeName) } };
    }
    default:
      return {};
  }
}

const hasItems = (value: Json | undefined): boolean => Array.isArray(value) && value.length > 0;

/** A rule that holds for any input. */
export const newRule = (language: QueryLanguage): Readonly<Record<string, Json>> =>
  language === 'JSONata' ? { Condition: '{% true %}' } : { Variable: '$', IsPresent: true };

/** A machine with one state, which is what a machine needs at least. */
export function newMachine(freeName: FreeName): { readonly StartAt: string; readonly States: JsonObject } {
  const name = freeName(innerName);
  return { StartAt: name, States: { [name]: { Type: 'Pass', End: true } } };
}
