import type { Json } from '../../model/design.js';
import { isObject } from '../definition.js';
import type { Path } from '../document.js';
import { isExpression } from '../jsonata/parse.js';
import { isList, isText, type Report } from '../report.js';
import { checkPath } from './paths.js';

/** What AWS takes for a path that lacks its `.$`. */
const likePath = /^(?:\$\$?(?:\.[A-Za-z_]|\[)|States\.[A-Z]\w*\()/;

/** A payload template of JSONPath: keys that end in `.$` hold paths or intrinsic functions. */
export function checkTemplate(report: Report, value: Json, path: Path): void {
  if (isList(value)) {
    for (const [index, item] of value.entries()) checkTemplate(report, item, [...path, String(index)]);
    return;
  }
  if (isText(value)) {
    const field = path.at(-1) ?? '';
    if (likePath.test(value)) report.add('looks-like-path', { field }, path);
    else if (isExpression(value)) report.add('looks-like-expression', {}, path);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, key];
    if (key.endsWith('.$')) checkPath(report, item, key, at, { functions: true });
    else checkTemplate(report, item, at);
  }
}

/** Result of a Pass state is sent as it is. */
export function checkResult(report: Report, value: Json, path: Path): void {
  if (isList(value)) for (const [index, item] of value.entries()) checkResult(report, item, [...path, String(index)]);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key.endsWith('.$') && isText(item) && likePath.test(item)) report.add('result-static', {}, [...path, key]);
    else checkResult(report, item, [...path, key]);
  }
}
