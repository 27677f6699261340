import { lookup } from '../model/design.js';
import { isObject, type State } from './definition.js';
import type { Path } from './document.js';
import { checkKeys, checkNumber, isList, isText, type Report } from './report.js';

const retrierKeys = 'ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy Comment'.split(
  ' ',
);
const catcherKeys = 'ErrorEquals Next Assign Comment'.split(' ');

/** Retry and Catch: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function validateErrorHandling(report: Report, state: State): void {
  validateList(report, state, 'Retry', (fields, path) => {
    checkKeys(report, fields, path, retrierKeys, 'Retry');
    checkNumber(report, fields, path, 'IntervalSeconds', { min: 1, max: 99_999_999 });
    checkNumber(report, fields, path, 'MaxAttempts', { min: 0, max: 99_999_999 });
    checkNumber(report, fields, path, 'BackoffRate', { min: 1, whole: false });
    checkNumber(report, fields, path, 'MaxDelaySeconds', { min: 1, max: 31_622_400 });
    const jitter = lookup(fields, 'JitterStrategy');
    if (jitter !== undefined && jitter !== 'FULL' && jitter !== 'NONE')
      report.add('value-unknown', { field: 'JitterStrategy', values: 'FULL, NONE' }, [...path, 'JitterStrategy']);
  });
  validateList(report, state, 'Catch', (fields, path) => {
    checkKeys(
      report,
      fields,
      path,
      [...catcherKeys, state.queryLanguage === 'JSONata' ? 'Output' : 'ResultPath'],
      'Catch',
    );
    if (!isText(lookup(fields, 'Next'))) report.add('next-missing', { what: 'Catch' }, path);
  });
}

function validateList(
  report: Report,
  state: State,
  field: 'Retry' | 'Catch',
  validateItem: (fields: NonNullable<State['fields']>, path: Path) => void,
): void {
  const value = lookup(state.fields, field);
  const path = [...state.path, field];
  if (value === undefined) return;
  if (!isList(value)) return report.add('list-expected', { field }, path);
  for (const [index, item] of value.entries()) {
    const at = [...path, String(index)];
    if (!isObject(item)) {
      report.add('object-expected', { field }, at);
      continue;
    }
    validateErrorEquals(report, item, at, index === value.length - 1, field);
    validateItem(item, at);
  }
}

function validateErrorEquals(report: Report, fields: State['fields'], path: Path, last: boolean, field: string): void {
  const names = lookup(fields, 'ErrorEquals');
  const at = [...path, 'ErrorEquals'];
  if (!isList(names) || names.length === 0 || !names.every(isText)) return report.add('error-equals', { field }, at);
  if (!names.includes('States.ALL')) return;
  if (names.length > 1) report.add('states-all-alone', {}, at);
  if (!last) report.add('states-all-last', { field }, at);
}
