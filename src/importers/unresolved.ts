import type { Json } from '../model/design.js';
import { namesInside } from '../model/references.js';
import type { Unresolved } from './report.js';
import type { SourceTemplate } from './source.js';

/** Others name what CloudFormation brings with it: `AWS::Region`. */
const logicalId = /^[A-Za-z0-9]+$/;

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
    [...namesInside(value, start)]
      .filter(({ name }) => logicalId.test(name) && !isKnown(name))
      .map(({ name, path }) => {
        const line = template.place(...path)?.line;
        return { from: path.join('.'), value: name, ...(line === undefined ? {} : { line }) };
      }),
  );
}
