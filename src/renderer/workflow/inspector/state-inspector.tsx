import { useMemo, useState } from 'react';
import { lookup, type Json } from '../../../model/design.js';
import { isWithin, type State } from '../../../asl/definition.js';
import type { AslProblem } from '../../../asl/problems.js';
import { readResource } from '../../../asl/tasks.js';
import { useTranslate } from '../../studio/studio.js';
import { Tabs } from '../../ui/tabs.js';
import { StateIcon } from '../state-icon.js';
import { ErrorHandling } from './errors/error-handling.js';
import { OwnerProvider, useForm } from './form-context.js';
import { InputOutput } from './io/input-output.js';
import { Problems } from './row-frame.js';
import { StateSettings } from './settings/state-settings.js';
import { StateMenu } from './state-menu.js';
import { taskLabel } from './task-info.js';
import { tabOf, tabsOf, type InspectorTab } from './state-tabs.js';

/** The form of one state. */
export function StateInspector({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { problems } = useForm();
  const [chosen, setTab] = useState<InspectorTab>('settings');
  const own = useMemo(() => ownProblems(problems, state), [problems, state]);
  const owner = useMemo(
    () => ({ path: state.path, fields: state.fields, queryLanguage: state.queryLanguage }),
    [state],
  );
  const tabs = tabsOf(state.type);
  const tab = tabs.includes(chosen) ? chosen : 'settings';
  const resource = lookup(state.fields, 'Resource');
  const task = state.type === 'Task' && typeof resource === 'string' ? readResource(resource) : undefined;
  const called = task === undefined ? '' : taskLabel(task);
  const marks = (id: InspectorTab): boolean => id !== tab && own.some((problem) => tabOf(problem, state) === id);
  const labels = {
    settings: t({ en: 'Settings', ja: '設定' }),
    io: t({ en: 'Input/output', ja: '入出力' }),
    errors: t({ en: 'Errors', ja: 'エラー処理' }),
  };
  const handlers = countOf(lookup(state.fields, 'Retry')) + countOf(lookup(state.fields, 'Catch'));
  return (
    <OwnerProvider value={owner}>
      <header className="inspector-header">
        <StateIcon
          type={task?.kind === 'http' || task?.kind === 'activity' ? task.kind : state.type}
          service={task?.service}
          size={36}
        />
        <div className="inspector-names">
          <h2 className="inspector-title">
            <span className="ellipsis" title={state.name}>
              {state.name}
            </span>
          </h2>
          <p className="secondary ellipsis">{called === '' ? state.type : `${state.type} · ${called}`}</p>
        </div>
        <StateMenu state={state} />
      </header>
      <Tabs<InspectorTab>
        label={t({ en: 'Inspector', ja: 'インスペクター' })}
        name="inspector"
        selected={tab}
        onSelect={setTab}
        tabs={tabs.map((id) => ({
          id,
          label: (
            <>
              {labels[id]}
              {id === 'errors' && handlers > 0 ? <span className="count">{handlers}</span> : null}
              {marks(id) ? (
                <span className="tab-mark" role="img" aria-label={t({ en: 'has problems', ja: '問題あり' })} />
              ) : null}
            </>
          ),
        }))}
      />
      <div
        className="inspector-body"
        id="inspector-panel"
        role="tabpanel"
        aria-labelledby={`inspector-tab-${tab}`}
        data-tab={tab}
      >
        <StateProblems state={state} problems={own} />
        {tab === 'settings' ? <StateSettings state={state} /> : null}
        {tab === 'io' ? <InputOutput state={state} /> : null}
        {tab === 'errors' ? <ErrorHandling state={state} /> : null}
      </div>
    </OwnerProvider>
  );
}

const countOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);

/** Of the state itself, not of the states inside it. */
const ownProblems = (problems: readonly AslProblem[], state: State): readonly AslProblem[] =>
  problems.filter(
    ({ path }) =>
      isWithin(path, state.path) &&
      ![...state.branches, ...(state.itemProcessor === undefined ? [] : [state.itemProcessor])].some((machine) =>
        isWithin(path, [...machine.path, 'States']),
      ),
  );

/** What is about the state as a whole, or about a field that no form has. */
function StateProblems({ state, problems }: { readonly state: State; readonly problems: readonly AslProblem[] }) {
  const shown = problems.filter((problem) => tabOf(problem, state) === undefined);
  if (shown.length === 0) return null;
  return (
    <div className="state-problems">
      <Problems problems={shown} />
    </div>
  );
}
