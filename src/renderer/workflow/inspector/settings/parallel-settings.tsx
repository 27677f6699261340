import { Plus, Trash2 } from 'lucide-react';
import type { State, StateMachine } from '../../../../asl/definition.js';
import { definitionEdits } from '../../../../asl/edit/index.js';
import { flowKey } from '../../../../asl/flow-key.js';
import { useTranslate } from '../../../studio/studio.js';
import { Button, IconButton } from '../../../ui/button.js';
import { editWorkflow, selectStates } from '../../workflow.js';

/** The branches of a Parallel state. */
export function ParallelSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Branches', ja: 'ブランチ' })}
        <span className="hint">{state.branches.length}</span>
      </h3>
      <ul className="branch-list">
        {state.branches.map((branch, index) => (
          <li key={index} className="branch-row">
            <button
              type="button"
              className="connection-row"
              data-compact="true"
              onClick={() => {
                goTo(branch);
              }}
            >
              <span className="ellipsis">{branch.startAt ?? t({ en: 'No start', ja: '開始なし' })}</span>
              <small>
                {t(
                  { en: { one: '{count} state', other: '{count} states' }, ja: 'ステート {count} 個' },
                  { count: branch.states.size },
                )}
              </small>
            </button>
            <IconButton
              label={t({ en: 'Remove branch {number}', ja: 'ブランチ {number} を削除' }, { number: index + 1 })}
              onClick={() => {
                editWorkflow(definitionEdits.removeBranch, { state: state.path, index });
              }}
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        variant="link"
        className="inspector-action"
        onClick={() => {
          editWorkflow(definitionEdits.addBranch, { state: state.path });
        }}
      >
        <Plus size={14} />
        {t(definitionEdits.addBranch.label)}
      </Button>
    </section>
  );
}

function goTo(branch: StateMachine): void {
  const start = branch.states.get(branch.startAt ?? '') ?? [...branch.states.values()][0];
  if (start !== undefined) selectStates([flowKey(start.path)]);
}
