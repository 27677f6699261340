import { parseDefinition, stateAt, type DefinitionTree, type JsonObject, type State } from '../../../asl/definition.js';
import { invariant } from '../../../model/invariant.js';
import type { Changes } from './form-context.js';
import { setFields } from './set-fields.js';

/** The definition with one state, `S`, that leads to `T`. */
export function treeWith(fields: JsonObject, queryLanguage: 'JSONata' | 'JSONPath' = 'JSONata'): DefinitionTree {
  const flow = fields['Type'] === 'Choice' ? {} : { Next: 'T' };
  const definition = {
    QueryLanguage: queryLanguage,
    StartAt: 'S',
    States: { S: { ...fields, ...flow }, T: { Type: 'Succeed' } },
  };
  return read(JSON.stringify(definition, null, 2));
}

export function read(text: string): DefinitionTree {
  const { tree } = parseDefinition(text, 'json');
  invariant(tree !== undefined, 'the definition can be read');
  return tree;
}

export function stateOf(tree: DefinitionTree): State {
  const state = stateAt(tree, ['States', 'S']);
  invariant(state !== undefined, 'the state is there');
  return state;
}

/** The definition after changes of the state's fields. */
export function changed(tree: DefinitionTree, changes: Changes): DefinitionTree {
  const outcome = setFields.run(
    tree,
    changes.map(([field, value]) => ({ owner: ['States', 'S'], field, value })),
  );
  invariant('text' in outcome, 'the changes are done');
  return read(outcome.text);
}
