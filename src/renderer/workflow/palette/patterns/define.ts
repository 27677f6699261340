import type { LucideIcon } from 'lucide-react';
import type { JsonObject } from '../../../../asl/definition.js';
import { entries, lookup, type Definition, type Design, type NodeId } from '../../../../model/design.js';
import { translate, type Language, type Localized } from '../../../../model/localized.js';
import { substitutionNameOf } from '../../../../model/names.js';

/** A resource that a pattern calls: the drawn one, where the design has one of the service and no second. */
export interface NeededResource {
  readonly service: string;
  readonly attribute: string;
  /** Where none is drawn: the field of the execution's input that names it. */
  readonly input: string;
}

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** Ready-made states, as a JSONata definition of their own. */
export interface StatePattern {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: Localized;
  /** What one gets, in one line. */
  readonly description: Localized;
  readonly keywords: readonly string[];
  /** Waits for a job or a callback, which Express workflows cannot. */
  readonly isStandardOnly: boolean;
  /** Shown at the foot of the states too. */
  readonly isCommon: boolean;
  readonly source: string;
  readonly names: Readonly<Record<string, Localized>>;
  readonly needs: Readonly<Record<string, NeededResource>>;
  readonly definition: (names: Texts<string>, resources: Texts<string>) => JsonObject;
}

interface PatternArgs<Name extends string, Need extends string> extends Omit<
  StatePattern,
  'names' | 'needs' | 'definition'
> {
  readonly names: Readonly<Record<Name, Localized>>;
  readonly needs: Readonly<Record<Need, NeededResource>>;
  readonly definition: (names: Texts<Name>, resources: Texts<Need>) => JsonObject;
}

export const defineStatePattern = <Name extends string, Need extends string = never>(
  pattern: PatternArgs<Name, Need>,
  // The keys are checked where the pattern is written; who reads them knows them only as texts.
): StatePattern => pattern;

/** Leads to whatever follows the place that a pattern is put into. */
export const onward = 'onward';

export interface PatternStates {
  readonly definition: JsonObject;
  readonly substitutions: Definition['substitutions'];
}

/** The states of a pattern: names in a language, resources of a design where they fit. */
export function patternStates(
  pattern: StatePattern,
  design: Design,
  definition: Definition,
  language: Language,
): PatternStates {
  const names = Object.fromEntries(Object.entries(pattern.names).map(([id, name]) => [id, translate(name, language)]));
  const substitutions: Record<string, Definition['substitutions'][string]> = {};
  const resources = Object.fromEntries(
    Object.entries(pattern.needs).map(([id, need]) => {
      const node = onlyNode(design, need.service);
      if (node === undefined) return [id, `{% $states.context.Execution.Input.${need.input} %}`];
      const name = freeSubstitution(definition, node, need.attribute);
      substitutions[name] = { node, attribute: need.attribute };
      return [id, `\${${name}}`];
    }),
  );
  return { definition: { QueryLanguage: 'JSONata', ...pattern.definition(names, resources) }, substitutions };
}

function onlyNode({ nodes }: Design, service: string): NodeId | undefined {
  const fitting = entries(nodes).filter(([, node]) => node.service === service);
  return fitting.length === 1 ? fitting[0]?.[0] : undefined;
}

/** The name that stands for the attribute, or one that stands for nothing yet. */
function freeSubstitution({ substitutions }: Definition, node: NodeId, attribute: string): string {
  const base = substitutionNameOf(node, attribute);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${String(number)}`;
    const stands = lookup(substitutions, name);
    if (stands === undefined || ('node' in stands && stands.node === node && stands.attribute === attribute))
      return name;
  }
}
