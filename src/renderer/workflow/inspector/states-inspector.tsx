import { Columns3, Copy, Layers, RotateCw, Trash2 } from 'lucide-react';
import type { State } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import { isStateType, languageOfField } from '../../../asl/fields.js';
import { flowKey } from '../../../asl/flow-key.js';
import { lookup, type Json } from '../../../model/design.js';
import { useTranslate } from '../../studio/studio.js';
import { Button } from '../../ui/button.js';
import { StateIcon } from '../state-icon.js';
import { readResource } from '../../../asl/tasks.js';
import { editWorkflow, selectStates } from '../workflow.js';
import { setFields } from './set-fields.js';

const retryLabel = { en: 'Retry the selected states', ja: '選択したステートに再試行を設定' };
const usualRetry: Json = [
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' },
];

const canRetry = ({ type }: State): boolean => isStateType(type) && languageOfField(type, 'Retry') !== undefined;

/** Several states: what can be done with all of them, and which they are. */
export function StatesInspector({ states }: { readonly states: readonly State[] }) {
  const t = useTranslate();
  const paths = states.map(({ path }) => path);
  const retried = states.filter(canRetry);
  const from = retried.find(({ fields }) => Object.hasOwn(fields, 'Retry'));
  const retryAll = (retry: Json): void => {
    editWorkflow(
      { ...setFields, label: retryLabel },
      retried.map(({ path }) => ({ owner: path, field: ['Retry'], value: retry })),
    );
  };
  const actions = [
    {
      edit: definitionEdits.duplicateStates,
      icon: Copy,
      run: () => editWorkflow(definitionEdits.duplicateStates, { states: paths }),
    },
    {
      edit: definitionEdits.wrapInParallel,
      icon: Columns3,
      run: () => editWorkflow(definitionEdits.wrapInParallel, { states: paths }),
    },
    {
      edit: definitionEdits.wrapInMap,
      icon: Layers,
      run: () => editWorkflow(definitionEdits.wrapInMap, { states: paths }),
    },
    {
      edit: definitionEdits.deleteStates,
      icon: Trash2,
      run: () => editWorkflow(definitionEdits.deleteStates, { states: paths }),
    },
  ];
  return (
    <>
      <header className="inspector-header">
        <div className="inspector-names">
          <h2 className="inspector-title">
            {t({ en: '{count} states selected', ja: 'ステート {count} 個を選択中' }, { count: states.length })}
          </h2>
          <p className="secondary ellipsis">{[...new Set(states.map(({ type }) => type))].join(' · ')}</p>
        </div>
      </header>
      <div className="inspector-body">
        <div className="rows">
          {actions.map(({ edit, icon: Icon, run }) => (
            <Button
              key={edit.id}
              onClick={() => {
                run();
              }}
            >
              <Icon size={14} />
              {t(edit.label)}
            </Button>
          ))}
        </div>
        {retried.length === 0 ? null : (
          <section className="inspector-section">
            <h3 className="inspector-section-title">
              {t({ en: 'Retry', ja: '再試行 (Retry)' })}
              <span className="hint">
                {t(
                  { en: { one: '{count} state', other: '{count} states' }, ja: 'ステート {count} 個' },
                  { count: retried.length },
                )}
              </span>
            </h3>
            <div className="rows">
              <Button
                onClick={() => {
                  retryAll(usualRetry);
                }}
              >
                <RotateCw size={14} />
                {t({ en: 'Retry all errors 3 times', ja: 'すべてのエラーを 3 回再試行' })}
              </Button>
              {from === undefined ? null : (
                <Button
                  onClick={() => {
                    retryAll(lookup(from.fields, 'Retry') ?? usualRetry);
                  }}
                >
                  <Copy size={14} />
                  <span className="ellipsis">
                    {t({ en: 'Retry as "{name}" does', ja: '「{name}」と同じ再試行を設定' }, { name: from.name })}
                  </span>
                </Button>
              )}
            </div>
          </section>
        )}
        <section className="inspector-section">
          <h3 className="inspector-section-title">{t({ en: 'States', ja: 'ステート' })}</h3>
          <ul className="connection-list">
            {states.map((state) => {
              const resource = lookup(state.fields, 'Resource');
              return (
                <li key={flowKey(state.path)}>
                  <button
                    type="button"
                    className="connection-row"
                    data-compact="true"
                    onClick={() => {
                      selectStates([flowKey(state.path)]);
                    }}
                  >
                    <StateIcon
                      type={state.type}
                      service={typeof resource === 'string' ? readResource(resource).service : undefined}
                      size={20}
                    />
                    <span className="ellipsis">{state.name}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </>
  );
}
