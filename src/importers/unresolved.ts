import type { Json } from '../model/design.js';
import { referenceOf } from '../model/references.js';
import type { Unresolved } from './report.js';
import type { SourceTemplate } from './source.js';
import { isMap } from './values.js';

/** Deeper values come from no template that was read. */
const deepest = 100;
const inText = /\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g;

/** Names that Ref, GetAtt and Sub ask for, each with the keys that lead to it. */
function* namesIn(value: Json, path: readonly (string | number)[]): Generator<{ name: string; path: typeof path }> {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) yield* namesIn(item, [...path, index]);
    return;
  }
  if (!isMap(value)) return;
  const reference = referenceOf(value);
  if (reference !== undefined) {
    yield { name: reference.target, path };
    return;
  }
  const sub = value['Fn::Sub'];
  const [text, own] = Array.isArray(sub) ? (sub as readonly Json[]) : [sub, undefined];
  if (typeof text === 'string')
    for (const [, name = ''] of text.matchAll(inText))
      if (!isMap(own) || !Object.hasOwn(own, name)) yield { name, path };
  for (const [key, item] of Object.entries(value)) yield* namesIn(item, [...path, key]);
}

/** What a template refers to and does not have: such a template cannot be deployed as it is. */
export function unresolvedIn(template: SourceTemplate): readonly Unresolved[] {
  const { resources, parameters, format } = template;
  const ids = [...resources.keys()];
  // SAM makes further resources, whose ids begin with the id of the one they belong to, or with `Serverless`.
  const isKnown = (name: string): boolean =>
    resources.has(name) ||
    Object.hasOwn(parameters, name) ||
    (format === 'sam' && (name.startsWith('Serverless') || ids.some((id) => name.startsWith(id))));
  const values: readonly (readonly [readonly (string | number)[], Json])[] = [
    ...[...resources].flatMap(([id, { properties, implicit }]) =>
      implicit === true ? [] : [[['Resources', id, 'Properties'], properties] as const],
    ),
    ...Object.entries(template.outputs).map(([name, output]) => [['Outputs', name], output] as const),
  ];
  return values.flatMap(([start, value]) =>
    [...namesIn(value, start)]
      .filter(({ name }) => !name.includes(':') && !isKnown(name))
      .map(({ name, path }) => {
        const line = template.place(...path)?.line;
        return { from: path.join('.'), value: name, ...(line === undefined ? {} : { line }) };
      }),
  );
}
