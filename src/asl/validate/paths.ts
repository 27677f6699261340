import type { Json } from '../../model/design.js';
import { translate, type Facts, type Localized } from '../../model/localized.js';
import type { Path } from '../document.js';
import { unknownInContext } from '../paths/context.js';
import { callsIn, isIntrinsic, pathsInCall, placesIn, readIntrinsic } from '../paths/intrinsics.js';
import { isReference, readPath, type JsonPath } from '../paths/json-path.js';
import { isSubstituted, isText, type Report } from '../report.js';

const notText: Localized = { en: 'it is no text', ja: '文字列ではありません。' };
const noFunction: Localized = {
  en: 'no intrinsic function can stand here',
  ja: 'ここでは組み込み関数を使用できません。',
};

/** The words of a fault with its own facts put in, so that they can be a fact themselves. */
export const filled = (detail: Localized, facts: Facts): Localized => ({
  en: translate(detail, 'en', facts),
  ja: translate(detail, 'ja', facts),
});

/** The paths in a text that is a path or an intrinsic function; none where it is neither. */
export function pathsIn(text: string): readonly JsonPath[] {
  const trimmed = text.trim();
  if (isIntrinsic(trimmed)) {
    const read = readIntrinsic(trimmed);
    return 'call' in read ? [...pathsInCall(read.call)].flatMap(withInside) : [];
  }
  const read = readPath(trimmed);
  return 'path' in read ? withInside(read.path) : [];
}

const withInside = (path: JsonPath): readonly JsonPath[] => [path, ...path.inside];

export interface PathRules {
  /** Whether an intrinsic function can stand for the path. */
  readonly functions?: boolean;
  /** Whether the path must name one place of the state's input: ResultPath. */
  readonly place?: boolean;
}

/** Checks a value that must be a path. */
export function checkPath(report: Report, value: Json, field: string, at: Path, rules: PathRules): void {
  if (!isText(value)) return report.add('path-invalid', { field, detail: notText }, at);
  const text = value.trim();
  if (isSubstituted(text) && !text.startsWith('$.') && !isIntrinsic(text)) return;
  if (isIntrinsic(text)) {
    if (rules.functions === true) return checkFunction(report, text, at);
    return report.add('path-invalid', { field, detail: noFunction }, at);
  }
  const read = readPath(text);
  if ('fault' in read) return report.add('path-invalid', { field, detail: read.fault.detail }, at);
  const { path } = read;
  if (rules.place === true) {
    if (path.root.kind !== 'input') report.add('path-outside-input', { field }, at);
    else if (!isReference(path)) report.add('path-no-reference', { field }, at);
  }
  for (const one of withInside(path)) checkContext(report, one, at);
}

function checkFunction(report: Report, text: string, at: Path): void {
  const read = readIntrinsic(text);
  if ('fault' in read)
    return report.add('function-invalid', { detail: filled(read.fault.detail, read.fault.facts) }, at);
  for (const call of callsIn(read.call)) {
    const [template, ...values] = call.arguments;
    if (call.name !== 'Format' || template?.kind !== 'text') continue;
    const places = placesIn(template.text);
    if (places !== values.length)
      report.add('function-arguments', { name: 'States.Format', count: values.length, places }, at);
  }
  for (const path of pathsInCall(read.call)) checkContext(report, path, at);
}

function checkContext(report: Report, { root, steps }: JsonPath, at: Path): void {
  const unknown = root.kind === 'context' ? unknownInContext(steps) : undefined;
  if (unknown !== undefined) report.add('context-unknown', { path: unknown }, at);
}
