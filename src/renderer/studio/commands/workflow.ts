import { serviceOf } from '../../../catalog/index.js';
import { lookup } from '../../../model/design.js';
import type { Localized } from '../../../model/localized.js';
import { closeWorkflow, openWorkflow } from '../open-workflow.js';
import { report } from '../report.js';
import { studio, type StudioState } from '../studio.js';
import { inEditor, type StudioCommand } from './define.js';

/** What the commands of a workflow do: loaded with the first one, or with the canvas of a workflow. */
const load = () => import('../../workflow/canvas/actions.js');
type Actions = Awaited<ReturnType<typeof load>>;
let loaded: Actions | undefined;

/** Once they are loaded at once: the next key may be meant for what a command opens. */
async function withActions(run: (actions: Actions) => unknown): Promise<void> {
  loaded ??= await load();
  await run(loaded);
}

const isInside = (state: StudioState): boolean => inEditor(state) && state.workflow !== undefined;
const count = ({ workflow }: StudioState): number => workflow?.selected.size ?? 0;
const hasSelected = (state: StudioState): boolean => isInside(state) && count(state) > 0;
const hasOne = (state: StudioState): boolean => isInside(state) && count(state) === 1;

const act = (
  id: string,
  label: Localized,
  keys: readonly string[],
  enabled: (state: StudioState) => boolean,
  run: (actions: Actions) => unknown,
  more: Pick<StudioCommand, 'hasSystemKeys'> = {},
): StudioCommand => ({
  id,
  section: 'workflow',
  label,
  ...(keys.length === 0 ? {} : { keys }),
  ...more,
  enabled,
  run: () => {
    report(withActions(run));
  },
});

/** The one state machine that is selected in the system. */
function selectedMachine({ selection, design, workflow }: StudioState): string | undefined {
  const [only] = selection.nodes;
  if (workflow !== undefined || only === undefined || selection.nodes.size > 1) return undefined;
  return serviceOf(lookup(design.nodes, only)?.service ?? '')?.hasDefinition === true ? only : undefined;
}

/** Going inside of a state machine, and what is done there. */
export const workflowCommands: readonly StudioCommand[] = [
  {
    id: 'open-workflow',
    section: 'workflow',
    label: { en: 'Open the workflow', ja: 'ワークフローを開く' },
    keys: ['Shift+Enter'],
    enabled: (state) => inEditor(state) && selectedMachine(state) !== undefined,
    run: () => {
      const node = selectedMachine(studio.getState());
      if (node !== undefined) openWorkflow(node);
    },
  },
  {
    id: 'close-workflow',
    section: 'workflow',
    label: { en: 'Back to the system', ja: 'システムに戻る' },
    keys: ['Alt+ArrowUp'],
    enabled: isInside,
    run: closeWorkflow,
  },
  {
    id: 'leave-workflow',
    section: 'workflow',
    label: { en: 'Unselect, then back to the system', ja: '選択を解除してからシステムに戻る' },
    keys: ['Escape'],
    enabled: isInside,
    run: () => {
      const { workflow } = studio.getState();
      if (workflow?.selected.size === 0) closeWorkflow();
      else if (workflow !== undefined) studio.setState({ workflow: { ...workflow, selected: new Set() } });
    },
  },
  act('insert-state', { en: 'Add a state', ja: 'ステートを追加' }, ['/'], isInside, (actions) => {
    actions.insertState();
  }),
  act('add-next-state', { en: 'Add the next state…', ja: '次のステートを追加…' }, ['Shift+C'], hasOne, (actions) => {
    actions.addNextState();
  }),
  act('connect-state', { en: 'Connect the state to…', ja: '遷移先を選択…' }, ['C'], hasOne, (actions) => {
    actions.connectState('way');
  }),
  act('catch-state', { en: 'On errors, go on at…', ja: 'エラー時の遷移先を選択…' }, ['E'], hasOne, (actions) => {
    actions.connectState('catch');
  }),
  act('rename-state', { en: 'Rename the state', ja: 'ステートの名前を変更' }, ['F2'], hasOne, (actions) => {
    actions.renameState();
  }),
  act('set-start', { en: 'Start here', ja: 'ここから開始' }, ['S'], hasOne, (actions) => {
    actions.setStart();
  }),
  act(
    'cut-states',
    { en: 'Cut states', ja: 'ステートを切り取り' },
    ['Mod+X'],
    hasSelected,
    (actions) => actions.cutStates(),
    { hasSystemKeys: true },
  ),
  act(
    'copy-states',
    { en: 'Copy states', ja: 'ステートをコピー' },
    ['Mod+C'],
    hasSelected,
    (actions) => actions.copyStates(),
    { hasSystemKeys: true },
  ),
  act(
    'paste-states',
    { en: 'Paste states', ja: 'ステートを貼り付け' },
    ['Mod+V'],
    isInside,
    (actions) => actions.pasteStates(),
    { hasSystemKeys: true },
  ),
  act('duplicate-states', { en: 'Duplicate states', ja: 'ステートを複製' }, ['Mod+D'], hasSelected, (actions) => {
    actions.duplicateStates();
  }),
  act(
    'select-all-states',
    { en: 'Select all states', ja: 'すべてのステートを選択' },
    ['Mod+A'],
    isInside,
    (actions) => {
      actions.selectAllStates();
    },
  ),
  act('wrap-in-parallel', { en: 'Wrap in Parallel', ja: 'Parallel で囲む' }, ['Mod+G'], hasSelected, (actions) => {
    actions.wrapInParallel();
  }),
  act('wrap-in-map', { en: 'Wrap in Map', ja: 'Map で囲む' }, ['Mod+Alt+G'], hasSelected, (actions) => {
    actions.wrapInMap();
  }),
  act('unwrap-state', { en: 'Unwrap', ja: '囲みを解除' }, ['Mod+Shift+G'], hasOne, (actions) => {
    actions.unwrapState();
  }),
  act('add-branch', { en: 'Add a branch', ja: 'ブランチを追加' }, ['B'], hasOne, (actions) => {
    actions.addBranch();
  }),
  act('collapse-states', { en: 'Collapse or expand', ja: '折りたたみの切り替え' }, ['X'], hasSelected, (actions) => {
    actions.collapseStates();
  }),
  act(
    'extract-machine',
    { en: 'Extract a state machine', ja: 'ステートマシンとして抽出' },
    ['Mod+Alt+E'],
    hasSelected,
    (actions) => {
      actions.extractMachine();
    },
  ),
  act(
    'inline-machine',
    { en: 'Inline the state machine', ja: 'ステートマシンをインライン化' },
    ['Mod+Alt+I'],
    hasOne,
    (actions) => {
      actions.inlineMachine();
    },
  ),
  act(
    'open-nested-machine',
    { en: 'Open the nested state machine', ja: 'ネストしたステートマシンを開く' },
    ['Shift+Enter'],
    hasOne,
    (actions) => {
      actions.openNestedMachine();
    },
  ),
  act(
    'delete-states',
    { en: 'Delete states or the transition', ja: 'ステートまたは遷移を削除' },
    ['Delete', 'Backspace'],
    isInside,
    (actions) => {
      actions.deleteSelected();
    },
  ),
];
