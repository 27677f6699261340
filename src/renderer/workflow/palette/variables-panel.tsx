import { useMemo, useRef } from 'react';
import type { Path } from '../../../asl/document.js';
import { flowKey } from '../../../asl/flow-key.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { selectStates, useWorkflow } from '../workflow.js';
import { moveFocus } from './move-focus.js';
import { variablesOf, type VariableUse } from './variables.js';

/** Every variable of the workflow: where it is set, and where it is read. A click goes there. */
export function VariablesPanel() {
  const t = useTranslate();
  const tree = useWorkflow()?.tree;
  const list = useRef<HTMLUListElement>(null);
  const variables = useMemo(() => (tree === undefined ? [] : variablesOf(tree)), [tree]);
  if (variables.length === 0)
    return (
      <p className="hint palette-empty">
        {t({
          en: 'No variables yet. A state sets one with Assign; later states read it as $name.',
          ja: '変数はまだありません。ステートの Assign で設定すると、以降のステートから $name で読み取れます。',
        })}
      </p>
    );
  return (
    <ul
      className="palette-list variables"
      ref={list}
      onKeyDown={(event) => {
        moveFocus(event, list.current);
      }}
    >
      {variables.map((variable) => (
        <Variable key={variable.name} variable={variable} />
      ))}
    </ul>
  );
}

function Variable({ variable: { name, setBy, readBy } }: { readonly variable: VariableUse }) {
  const t = useTranslate();
  return (
    <li className="variable">
      <h3 className="mono variable-name">${name}</h3>
      {setBy.length === 0 ? (
        <p className="variable-warning">{t({ en: 'Set nowhere', ja: '設定するステートなし' })}</p>
      ) : (
        <Uses label={t({ en: 'Set by', ja: '設定' })} paths={setBy} />
      )}
      {readBy.length === 0 ? (
        <p className="hint">{t({ en: 'Read nowhere', ja: '読み取るステートなし' })}</p>
      ) : (
        <Uses label={t({ en: 'Read by', ja: '読み取り' })} paths={readBy} />
      )}
    </li>
  );
}

function Uses({ label, paths }: { readonly label: string; readonly paths: readonly Path[] }) {
  return (
    <div className="variable-uses">
      <span className="variable-label">{label}</span>
      <ul>
        {paths.map((path) => (
          <li key={flowKey(path)}>
            <button
              type="button"
              className="variable-state ellipsis"
              onClick={() => {
                goTo(path);
              }}
            >
              {path.at(-1)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Selects a state and brings it into view. */
function goTo(path: Path): void {
  const key = flowKey(path);
  selectStates([key]);
  studio.getState().view?.reveal([key]);
}
