import { convertDefinitionToJsonata, convertStatesToJsonata } from '../../../asl/convert/convert-to-jsonata.js';
import type { ConversionRefusal } from '../../../asl/convert/convert-to-jsonata.js';
import type { DefinitionTree } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { defineEdit } from '../../../asl/edit/define.js';
import { editWorkflow, openTree } from '../workflow.js';

const convert = (tree: DefinitionTree, states: readonly Path[] | undefined) =>
  states === undefined ? convertDefinitionToJsonata(tree) : convertStatesToJsonata(tree, states);

/** Writes states, or the whole definition, in JSONata. What cannot be converted was refused before. */
const convertToJsonata = defineEdit<readonly Path[] | undefined>({
  id: 'convert-to-jsonata',
  label: { en: 'Convert to JSONata', ja: 'JSONata に変換' },
  announces: 'any',
  run: (tree, states) => {
    const outcome = convert(tree, states);
    return { text: 'text' in outcome ? outcome.text : tree.document.text, select: states ?? [] };
  },
});

export const convertLabel = convertToJsonata.label;

/** Converts where that is exact; else why it is not, state by state. */
export function runConversion(states: readonly Path[] | undefined): readonly ConversionRefusal[] {
  const open = openTree();
  if (open === undefined) return [];
  const outcome = convert(open.tree, states);
  if ('refusals' in outcome) return outcome.refusals;
  editWorkflow(convertToJsonata, states);
  return [];
}
