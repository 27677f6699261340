import { parseDefinition, stateAt, type DefinitionTree } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import type { EditOutcome } from '../../../asl/edit/define.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import type { TransitionRef } from '../../../asl/transitions.js';

/** A place of its own for what happens when a state fails: only its catcher leads there. */
export interface CatchPlace {
  readonly kind: 'new-catch';
  readonly state: Path;
}

/** Takes what was just put behind a state out of its way on, and lets a catcher lead to it. */
export function caughtInto(tree: DefinitionTree, state: Path, put: EditOutcome): EditOutcome {
  if ('problem' in put) return put;
  const before = stateAt(tree, state);
  const [first] = put.select;
  const after = first?.at(-1);
  const changed = parseDefinition(put.text, tree.document.format).tree;
  if (before === undefined || after === undefined || changed === undefined) return put;
  const transition: TransitionRef = { kind: 'next', state };
  const back =
    before.next === undefined
      ? definitionEdits.disconnectTransition.run(changed, { transition })
      : definitionEdits.connectTransition.run(changed, { transition, to: before.next });
  if ('problem' in back) return back;
  const led = parseDefinition(back.text, tree.document.format).tree;
  if (led === undefined) return back;
  const item = { ErrorEquals: ['States.ALL'], Next: after };
  const caught = definitionEdits.addItem.run(led, { state, list: 'Catch', item });
  return 'problem' in caught ? caught : { text: caught.text, select: put.select };
}
