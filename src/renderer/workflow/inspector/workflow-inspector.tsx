import { useDeferredValue, useMemo } from 'react';
import { stateAt } from '../../../asl/definition.js';
import { flowKey, pathOfKey } from '../../../asl/flow-key.js';
import { ErrorBoundary } from '../../shell/error-boundary.js';
import { useStudio, useTranslate } from '../../studio/studio.js';
import { Inspector } from '../../inspector/inspector.js';
import { useWorkflow, type WorkflowView } from '../workflow.js';
import { FormProvider, type WorkflowForm } from './form-context.js';
import { MachineInspector } from './machine-inspector.js';
import { problemsOf } from './problems.js';
import { useSdkCatalog } from './sdk-catalog.js';
import { StateInspector } from './state-inspector.js';
import { StatesInspector } from './states-inspector.js';
import './workflow-inspector.css';

/** The form of the selected state; of the state machine where none is selected. */
export function WorkflowInspector() {
  const t = useTranslate();
  const view = useWorkflow();
  // A definition that cannot be read is corrected where its text is.
  if (view === undefined) return <Inspector />;
  return (
    <aside className="inspector" data-panel="inspector" aria-label={t({ en: 'Inspector', ja: 'インスペクター' })}>
      <ErrorBoundary>
        <Selected view={view} />
      </ErrorBoundary>
    </aside>
  );
}

function Selected({ view }: { readonly view: WorkflowView }) {
  const isExpress = useStudio(({ system }) => system.node(view.node)?.props['type'] === 'EXPRESS');
  const workflow = isExpress ? 'EXPRESS' : 'STANDARD';
  const catalog = useSdkCatalog();
  // What is typed is shown first, what is wrong with it a moment later.
  const checked = useDeferredValue(view.definition);
  const form = useMemo<WorkflowForm>(
    () => ({ view, workflow, catalog, problems: problemsOf(checked, workflow) }),
    [view, workflow, catalog, checked],
  );
  const states = useMemo(
    () => [...view.selected].flatMap((key) => stateAt(view.tree, pathOfKey(key)) ?? []),
    [view.selected, view.tree],
  );
  const [state] = states;
  return (
    <FormProvider value={form}>
      {state === undefined ? (
        <MachineInspector />
      ) : states.length > 1 ? (
        <StatesInspector states={states} />
      ) : (
        <StateInspector key={placeOf(view, state.path)} state={state} />
      )}
    </FormProvider>
  );
}

/** The place of a state among those of its machine: it stays the same when the state gets another name. */
function placeOf(view: WorkflowView, path: readonly string[]): string {
  const machine = path.slice(0, -1);
  const around = [...view.tree.document.keysOf(machine)];
  return `${view.node} ${flowKey(machine)} ${String(around.indexOf(path.at(-1) ?? ''))}`;
}
