import { attributesOf } from '../../../catalog/attributes.js';
import type { Definition } from '../../../model/design.js';
import { substitutionNameOf } from '../../../model/names.js';
import type { System } from '../../../system/system.js';
import type { AslOption } from './asl-options.js';

/** The `${Name}` of a definition, and those that the resources of the design would have. */
export function substitutionOptions(
  { substitutions }: Definition,
  system: System,
  machine: string,
): readonly AslOption[] {
  const standing = new Set(
    Object.values(substitutions).flatMap((one) => ('node' in one ? [`${one.node} ${one.attribute}`] : [])),
  );
  const known = Object.entries(substitutions).map(([name, one]): AslOption => {
    const words = 'node' in one ? `${system.node(one.node)?.label ?? one.node} · ${one.attribute}` : one.literal;
    return { label: `\${${name}}`, kind: 'substitution', detail: { en: words, ja: words } };
  });
  const others = [...system.nodes.values()].flatMap((node) =>
    node.id === machine
      ? []
      : Object.keys(attributesOf(node.service, node))
          .filter((attribute) => !standing.has(`${node.id} ${attribute}`))
          .map((attribute): AslOption => {
            const words = `${node.label} · ${attribute}`;
            const name = substitutionNameOf(node.id, attribute);
            return {
              label: `\${${name}}`,
              kind: 'substitution',
              detail: { en: words, ja: words },
              stands: { node: node.id, attribute },
            };
          }),
  );
  return [...known, ...others.filter(({ label }) => !known.some((one) => one.label === label))];
}
