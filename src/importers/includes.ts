import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { functionName } from './sam.js';
import type { JsonMap } from './source.js';
import { mapOf, textOf } from './values.js';

/** `AWS::Include`, brought in: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html */

const maxDepth = 60;
/** Includes of one template; each may name others. */
const maxIncludes = 200;
const maxSteps = 1_000_000;

/** The value of a file that a template names; undefined: it is not among the opened ones. */
export type ReadIncluded = (location: string) => Json | undefined;

/** A value with the files that it includes; the same object where it includes none. */
export function withIncludes(value: Json, read: ReadIncluded): Json {
  let left = maxIncludes;
  let steps = maxSteps;
  const walk = (one: Json, depth: number): Json => {
    if (typeof one !== 'object' || one === null || depth > maxDepth || --steps < 0) return one;
    if (Array.isArray(one)) {
      const items = one as readonly Json[];
      const walked = items.map((item) => walk(item, depth + 1));
      return walked.every((item, index) => item === items[index]) ? items : walked;
    }
    if (!isMap(one)) return one;
    const location = includedBy(lookup(one, 'Fn::Transform'));
    const included = location === undefined || --left < 0 ? undefined : read(location);
    // Alone it is the value; among others it adds to them.
    if (included !== undefined && functionName(one) === 'Fn::Transform') return walk(included, depth + 1);
    let isChanged = isMap(included);
    const entries = Object.entries(one).flatMap(([key, item]): [string, Json][] => {
      if (key === 'Fn::Transform' && isMap(included)) return Object.entries(mapOf(walk(included, depth + 1)));
      const walked = walk(item, depth + 1);
      isChanged ||= walked !== item;
      return [[key, walked]];
    });
    return isChanged ? Object.fromEntries(entries) : one;
  };
  return walk(value, 0);
}

/** The file that a transform includes, if it does that. */
function includedBy(transform: Json | undefined): string | undefined {
  for (const one of Array.isArray(transform) ? (transform as readonly Json[]) : [transform ?? null]) {
    if (!isMap(one) || lookup(one, 'Name') !== 'AWS::Include') continue;
    return textOf(lookup(mapOf(lookup(one, 'Parameters')), 'Location'));
  }
  return undefined;
}

/** A template with the includes that stand beside its sections and among its resources. */
export function withIncludedSections(template: JsonMap, read: ReadIncluded): JsonMap {
  const location = includedBy(lookup(template, 'Transform'));
  const added = location === undefined ? undefined : read(location);
  const merged = new Map(Object.entries(template));
  if (isMap(added))
    for (const [key, value] of Object.entries(added)) {
      const own = merged.get(key);
      merged.set(key, isMap(own) && isMap(value) ? { ...value, ...own } : (own ?? value));
    }
  for (const key of ['Resources', 'Outputs', 'Mappings', 'Parameters', 'Conditions']) {
    const section = merged.get(key);
    if (!isMap(section)) continue;
    const inner = includedBy(lookup(section, 'Fn::Transform'));
    const included = inner === undefined ? undefined : read(inner);
    if (!isMap(included)) continue;
    merged.set(
      key,
      Object.fromEntries([
        ...Object.entries(section).filter(([name]) => name !== 'Fn::Transform'),
        ...Object.entries(included).filter(([name]) => !Object.hasOwn(section, name)),
      ]),
    );
  }
  return Object.fromEntries(merged);
}
