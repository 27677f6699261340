import { entries, type Design } from '../../../model/design.js';
import { translate, type Language, type Localized } from '../../../model/localized.js';
import { invariant } from '../../../model/invariant.js';
import { parseSelection } from '../../../model/parse.js';
import { serialiseSelection } from '../../../model/serialise.js';

/** A reusable piece of a design: a few nodes that belong together, put on the canvas as one. */
export interface PatternDefinition {
  readonly id: string;
  readonly label: Localized;
  /** What one gets, in one line. */
  readonly description: Localized;
  /** Labels of the nodes by id. */
  readonly names: Readonly<Record<string, Localized>>;
  /** Sections of a selection as YAML; the labels come from `names`. */
  readonly fragment: string;
}

export const definePattern = (pattern: PatternDefinition): PatternDefinition => pattern;

/** The nodes and connections of a pattern, labelled in a language. */
export function patternDesign({ id, names, fragment }: PatternDefinition, language: Language): Design {
  const { design } = parseSelection(`format: servicefull-selection\nversion: 1\n${fragment}`);
  invariant(design !== undefined, `the pattern ${id} can be read`);
  const nodes = Object.fromEntries(
    entries(design.nodes).map(([node, value]) => {
      const name = names[node];
      invariant(name !== undefined, `the pattern ${id} names ${node}`);
      return [node, { ...value, label: translate(name, language) }];
    }),
  );
  return { ...design, nodes };
}

/** The text that the paste command takes. */
export const patternText = (pattern: PatternDefinition, language: Language): string =>
  serialiseSelection(patternDesign(pattern, language));
