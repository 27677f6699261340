import type { State } from '../../../asl/definition.js';
import { isStateType, languageOfField } from '../../../asl/fields.js';
import type { AslProblem } from '../../../asl/problems.js';

export type InspectorTab = 'settings' | 'io' | 'errors';

/** The tabs that the fields of a type need. */
export function tabsOf(type: string): readonly InspectorTab[] {
  if (!isStateType(type)) return ['settings'];
  const hasErrors = languageOfField(type, 'Retry') !== undefined;
  const hasData = languageOfField(type, 'Output') !== undefined;
  return ['settings', ...(hasData ? (['io'] as const) : []), ...(hasErrors ? (['errors'] as const) : [])];
}

const data = new Set([
  'Arguments',
  'Output',
  'Assign',
  'InputPath',
  'OutputPath',
  'Parameters',
  'ResultSelector',
  'ResultPath',
  'Result',
]);
const errors = new Set(['Retry', 'Catch']);
const settings = new Set([
  'Resource',
  'Type',
  'Comment',
  'Next',
  'TimeoutSeconds',
  'TimeoutSecondsPath',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'Credentials',
  'Choices',
  'Default',
  'Seconds',
  'SecondsPath',
  'Timestamp',
  'TimestampPath',
  'Error',
  'ErrorPath',
  'Cause',
  'CausePath',
  'Items',
  'ItemsPath',
  'ItemSelector',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'ItemProcessor',
  'Iterator',
  'MaxConcurrency',
  'MaxConcurrencyPath',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
  'Label',
  'QueryLanguage',
]);

/** The tab with the field that a problem is about; undefined: it is about the state, or about a field without a form. */
export function tabOf({ path }: AslProblem, state: State): InspectorTab | undefined {
  const field = path[state.path.length];
  if (field === undefined || !isStateType(state.type)) return undefined;
  const language = languageOfField(state.type, field);
  // A field of the other language, or of another type, has no row.
  if (language === undefined || (language !== 'both' && language !== state.queryLanguage)) return undefined;
  if (errors.has(field)) return 'errors';
  if (data.has(field)) return 'io';
  return settings.has(field) ? 'settings' : undefined;
}
