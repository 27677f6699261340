import { parseDefinition, type DefinitionTree } from '../definition.js';
import type { Format, Path } from '../document.js';
import { indentUnit } from '../splice-text.js';
import { invariant } from '../../model/invariant.js';
import { DefinitionDraft } from './draft.js';
import { attempt } from './define.js';
import { regionOf, type Region } from './region.js';

/**
 * States as text, in the spelling of the definition: itself a definition whose transitions may lead to states that were
 * not copied. Undefined where nothing can be copied.
 */
export function copyStates(tree: DefinitionTree, paths: readonly Path[]): string | undefined {
  const copied = attempt(() => {
    const region = regionOf(new DefinitionDraft(tree), paths);
    return { text: fragmentOf(tree, region).text, select: [] };
  });
  return 'problem' in copied ? undefined : copied.text;
}

/** A definition of its own with the states of a region, each in its own spelling. */
export function fragmentOf(tree: DefinitionTree, region: Region): DefinitionDraft {
  const { document } = tree;
  const draft = new DefinitionDraft(emptyFragment(document.format, indentUnit(document), region.entry.name));
  if (region.machine.queryLanguage === 'JSONata') draft.put(['QueryLanguage'], 'JSONata', 'StartAt');
  let behind: string | undefined;
  for (const { path, name } of region.states) {
    draft.copy(['States'], name, { document, path }, behind);
    behind = name;
  }
  return draft;
}

function emptyFragment(format: Format, unit: string, start: string): DefinitionTree {
  const value = { StartAt: start, States: {} };
  // A YAML text that begins with a block goes on in blocks.
  const text =
    format === 'json' ? `${JSON.stringify(value, null, unit)}\n` : `StartAt: ${JSON.stringify(start)}\nStates: {}\n`;
  const { tree } = parseDefinition(text, format);
  invariant(tree, 'an empty definition can be read');
  return tree;
}
