import { lookup } from '../../model/design.js';
import { isObject, type JsonObject, type State } from '../definition.js';
import type { Path } from '../document.js';
import {
  checkKeys,
  checkNumber,
  checkOneOf,
  checkText,
  isList,
  isSubstituted,
  isText,
  type Report,
} from '../report.js';
import { checkAssign } from './assign.js';
import { checkErrorNames } from './error-names.js';
import { checkPath } from './paths.js';
import type { Scope } from './scope.js';
import { checkTemplate } from './templates.js';

const retrierKeys = [
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
];

/** Retry and Catch: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function validateErrorHandling(scope: Scope, state: State): void {
  const { report } = scope;
  for (const field of ['Retry', 'Catch'] as const) {
    const value = lookup(state.fields, field);
    const path = [...state.path, field];
    if (value === undefined || isSubstituted(value)) continue;
    if (!isList(value)) {
      report.add('list-expected', { field }, path);
      continue;
    }
    const items = value.map((item, index) => ({ item, path: [...path, String(index)] }));
    for (const [index, { item, path: at }] of items.entries()) {
      if (!isObject(item)) {
        report.add('object-expected', { field }, at);
        continue;
      }
      validateErrorEquals(report, item, at, index === items.length - 1, field);
      checkText(report, item, at, 'Comment');
      if (field === 'Retry') validateRetrier(report, item, at);
      else validateCatcher(report, state, item, at);
    }
    checkErrorNames(scope, state, field);
  }
}

function validateRetrier(report: Report, fields: JsonObject, path: Path): void {
  checkKeys(report, fields, path, retrierKeys, 'Retry');
  checkNumber(report, fields, path, 'IntervalSeconds', { min: 1, max: 99_999_999 });
  checkNumber(report, fields, path, 'MaxAttempts', { min: 0, max: 99_999_999 });
  checkNumber(report, fields, path, 'BackoffRate', { min: 1, whole: false });
  checkNumber(report, fields, path, 'MaxDelaySeconds', { min: 1, max: 31_622_400 });
  checkOneOf(report, fields, path, 'JitterStrategy', ['FULL', 'NONE']);
  const delay = lookup(fields, 'MaxDelaySeconds');
  const interval = lookup(fields, 'IntervalSeconds') ?? 1;
  if (typeof delay === 'number' && typeof interval === 'number' && delay <= interval)
    report.add('delay-too-short', {}, [...path, 'MaxDelaySeconds']);
}

function validateCatcher(report: Report, { queryLanguage }: State, fields: JsonObject, path: Path): void {
  const isJsonata = queryLanguage === 'JSONata';
  const [own, other] = isJsonata ? ['Output', 'ResultPath'] : ['ResultPath', 'Output'];
  checkKeys(report, fields, path, ['ErrorEquals', 'Next', 'Assign', 'Comment', own, other], 'Catch');
  if (Object.hasOwn(fields, other))
    report.add(isJsonata ? 'field-of-jsonpath' : 'field-of-jsonata', { field: other, what: 'Catch' }, [...path, other]);
  if (!isText(lookup(fields, 'Next'))) report.add('next-missing', { what: 'Catch' }, path);
  const assign = lookup(fields, 'Assign');
  if (assign !== undefined) checkAssign(report, assign, [...path, 'Assign'], queryLanguage);
  if (isJsonata) return;
  if (assign !== undefined) checkTemplate(report, assign, [...path, 'Assign']);
  const result = lookup(fields, 'ResultPath');
  if (result !== undefined && result !== null)
    checkPath(report, result, 'ResultPath', [...path, 'ResultPath'], { place: true });
}

function validateErrorEquals(report: Report, fields: JsonObject, path: Path, last: boolean, field: string): void {
  const names = lookup(fields, 'ErrorEquals');
  const at = [...path, 'ErrorEquals'];
  if (!isList(names) || names.length === 0 || !names.every(isText))
    return report.add('error-equals', { field }, names === undefined ? path : at);
  if (!names.includes('States.ALL')) return;
  if (names.length > 1) report.add('states-all-alone', {}, at);
  if (!last) report.add('states-all-last', { field }, at);
}
