import type { Json } from '../../model/design.js';
import { isObject, type QueryLanguage } from '../definition.js';
import type { Path } from '../document.js';
import { isSubstituted, type Report } from '../report.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#variable-name-syntax */
const variableName = /^[\p{ID_Start}][\p{ID_Continue}]*$/u;
const maxLength = 80;

/** Checks the names of what an Assign sets; the values are the matter of the query language. */
export function checkAssign(report: Report, value: Json, path: Path, language: QueryLanguage): void {
  if (isSubstituted(value)) return;
  if (!isObject(value)) return report.add('object-expected', { field: 'Assign' }, path);
  for (const key of Object.keys(value)) {
    const name = variableOf(key, language);
    if (name === 'states') report.add('states-bound', {}, [...path, key]);
    else if (!variableName.test(name) || name.length > maxLength)
      if (!key.includes('${')) report.add('variable-name', { name }, [...path, key]);
  }
}

/** The variable that a key of Assign sets: in JSONPath without its `.$`. */
export const variableOf = (key: string, language: QueryLanguage): string =>
  language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key;
