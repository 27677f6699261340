import type { QueryLanguage } from './definition.js';

/** Which fields each state type takes: https://states-language.net/spec.html#state-type-table and its sections. */

export const stateTypes = ['Task', 'Choice', 'Parallel', 'Map', 'Pass', 'Wait', 'Succeed', 'Fail'] as const;
export type StateType = (typeof stateTypes)[number];

export const isStateType = (type: string): type is StateType => stateTypes.some((known) => known === type);

type Language = QueryLanguage | 'both';

const list = (language: Language, names: string): readonly (readonly [string, Language])[] =>
  names.split(' ').map((name) => [name, language]);

const common = list('both', 'Type Comment QueryLanguage');
const flow = list('both', 'Next End');
const inputOutput = [...list('JSONPath', 'InputPath OutputPath'), ...list('JSONata', 'Output')];
const errors = list('both', 'Retry Catch');

const fields: Readonly<Record<StateType, ReadonlyMap<string, Language>>> = {
  Task: new Map([
    ...common,
    ...flow,
    ...inputOutput,
    ...errors,
    ...list('both', 'Resource TimeoutSeconds HeartbeatSeconds Credentials Assign'),
    ...list('JSONPath', 'Parameters ResultSelector ResultPath TimeoutSecondsPath HeartbeatSecondsPath'),
    ...list('JSONata', 'Arguments'),
  ]),
  Choice: new Map([...common, ...inputOutput, ...list('both', 'Choices Default Assign')]),
  Parallel: new Map([
    ...common,
    ...flow,
    ...inputOutput,
    ...errors,
    ...list('both', 'Branches Assign'),
    ...list('JSONPath', 'Parameters ResultSelector ResultPath'),
    ...list('JSONata', 'Arguments'),
  ]),
  Map: new Map([
    ...common,
    ...flow,
    ...inputOutput,
    ...errors,
    ...list(
      'both',
      'ItemProcessor Iterator ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency ' +
        'ToleratedFailurePercentage ToleratedFailureCount Label Assign',
    ),
    ...list(
      'JSONPath',
      'ItemsPath Parameters ResultSelector ResultPath MaxConcurrencyPath ToleratedFailurePercentagePath ' +
        'ToleratedFailureCountPath',
    ),
    ...list('JSONata', 'Items'),
  ]),
  Pass: new Map([
    ...common,
    ...flow,
    ...inputOutput,
    ...list('both', 'Assign'),
    ...list('JSONPath', 'Result ResultPath Parameters'),
  ]),
  Wait: new Map([
    ...common,
    ...flow,
    ...inputOutput,
    ...list('both', 'Seconds Timestamp Assign'),
    ...list('JSONPath', 'SecondsPath TimestampPath'),
  ]),
  Succeed: new Map([...common, ...inputOutput]),
  Fail: new Map([...common, ...list('both', 'Error Cause'), ...list('JSONPath', 'ErrorPath CausePath')]),
};

/** The query language that a field of a state type belongs to; undefined: the type has no such field. */
export const languageOfField = (type: StateType, field: string): Language | undefined => fields[type].get(field);

export const fieldsOf = (type: StateType): readonly string[] => [...fields[type].keys()];

/** Whether states of the type lead on by Next or End. */
export const leadsOn = (type: StateType): boolean => fields[type].has('Next');
