import { parseDefinition, stateAt, type DefinitionTree } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { defineEdit } from '../../../asl/edit/define.js';
import { removeField } from '../../../asl/edit/remove-field.js';
import { setField } from '../../../asl/edit/set-field.js';
import type { Json } from '../../../model/design.js';

export interface FieldChange {
  /** A state or a machine. */
  readonly owner: Path;
  readonly field: Path;
  /** Undefined removes the field. */
  readonly value: Json | undefined;
}

/** Changes several fields, also of several states, in one step. */
export const setFields = defineEdit<readonly FieldChange[]>({
  id: 'set-fields',
  label: { en: 'Set the fields', ja: 'フィールドを設定' },
  announces: 'any',
  run: (tree, changes) => {
    let current: DefinitionTree = tree;
    for (const { owner, field, value } of changes) {
      const outcome =
        value === undefined
          ? removeField.run(current, { owner, field })
          : setField.run(current, { owner, field, value });
      if ('problem' in outcome) return outcome;
      if (outcome.text === current.document.text) continue;
      // What an edit writes can be read: where it could not, the edits before it would be lost.
      current = parseDefinition(outcome.text, tree.document.format).tree ?? current;
    }
    const owners = changes.map(({ owner }) => owner).filter((owner) => stateAt(current, owner) !== undefined);
    return { text: current.document.text, select: owners };
  },
});
