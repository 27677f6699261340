import type { Json } from '../../model/design.js';
import { isObject } from '../definition.js';
import type { Path } from '../document.js';
import { missingMapping } from '../gap.js';
import { innerText, isExpression, parseExpression } from '../jsonata/parse.js';
import { isBuiltIn, referencesIn, type References } from '../jsonata/references.js';
import { isList, isText, type Report } from '../report.js';
import { filled } from './paths.js';
import { unknownInContext } from '../paths/context.js';

/** Which parts of `$states` an expression can read, besides `input` and `context`. */
export interface Place {
  readonly result: boolean;
  readonly errorOutput: boolean;
}

export const plainPlace: Place = { result: false, errorOutput: false };

const parts = ['input', 'result', 'errorOutput', 'context'];

/** Checks every expression in a value; whether one of them is a marked gap. */
export function checkExpressions(report: Report, value: Json, path: Path, place: Place): boolean {
  if (isText(value)) return checkText(report, value, path, place);
  let gap = false;
  if (isList(value))
    for (const [index, item] of value.entries())
      gap = checkExpressions(report, item, [...path, String(index)], place) || gap;
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      if (key.endsWith('.$')) report.add('key-of-jsonpath', { key }, [...path, key]);
      gap = checkExpressions(report, item, [...path, key], place) || gap;
    }
  return gap;
}

function checkText(report: Report, text: string, path: Path, place: Place): boolean {
  if (!isExpression(text)) {
    if (text.startsWith('{%') || text.endsWith('%}')) report.add('jsonata-open', {}, path);
    return false;
  }
  const inner = innerText(text);
  const parsed = parseExpression(inner);
  if ('fault' in parsed) {
    report.add('jsonata-syntax', { detail: filled(parsed.fault.detail, parsed.fault.facts) }, path);
    return false;
  }
  const references = referencesIn(inner);
  if (references !== undefined) checkReferences(report, inner, references, path, place);
  return text.includes(missingMapping);
}

function checkReferences(report: Report, text: string, references: References, path: Path, place: Place): void {
  for (const { name } of references.calls) {
    if (name === 'eval') report.add('jsonata-forbidden', { name }, path);
    else if (!isBuiltIn(name)) report.add('jsonata-function-unknown', { name }, path);
  }
  if (references.bound.has('states')) report.add('states-bound', {}, path);
  // What a `${Name}` stands for is not known here.
  if (references.document !== undefined && !text.includes('${'))
    report.add('jsonata-no-document', { name: references.document.name }, path);
  for (const { name, keys } of references.variables) {
    const [part, ...rest] = keys;
    if (name !== 'states' || part === undefined) continue;
    if (!parts.includes(part)) report.add('states-field-unknown', { field: part }, path);
    else if ((part === 'result' && !place.result) || (part === 'errorOutput' && !place.errorOutput))
      report.add('states-field-here', { field: part }, path);
    else if (part === 'context') {
      const unknown = unknownInContext(rest.map((key) => ({ kind: 'key', key })));
      if (unknown !== undefined) report.add('context-unknown', { path: unknown }, path);
    }
  }
}
