import { createStore } from 'zustand/vanilla';
import { lookup, type Design } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { Localized } from '../model/localized.js';
import { emptySelection, type CommandDefinition, type Editor, type EditorState, type Selection } from './define.js';
import { applyChange, changeBetween, type Step } from './history.js';

/** How many steps can be undone. A step holds only what it changed. */
const historyLimit = 500;

/** A merged gesture keeps the design it began with, so that a long drag stays one small change. */
interface Open {
  readonly gesture: string;
  readonly from: Design;
}

/** One document being edited: design, selection and history, without any view. */
export function createEditor(design: Design): Editor {
  const store = createStore<EditorState>(() => ({ design, selection: emptySelection }));
  let undoSteps: readonly Step[] = [];
  let redoSteps: readonly Step[] = [];
  let open: Open | undefined;

  const travel = (step: Step, direction: 'undo' | 'redo'): void => {
    const changed = applyChange(store.getState().design, step, direction);
    open = undefined;
    store.setState({
      design: changed,
      selection: existing(direction === 'undo' ? step.before : step.after, changed),
    });
  };

  return {
    getState: () => store.getState(),
    subscribe: (listener) => store.subscribe(listener),

    run<Args>(command: CommandDefinition<Args>, ...args: undefined extends Args ? [args?: Args] : [Args]): void {
      const before = store.getState();
      if (!command.enabled(before)) return;
      // A command without arguments never looks at them.
      const result = command.run(before, args[0] as Args);
      const { design: changed } = result.state;
      const selection = existing(result.state.selection, changed);
      if (changed === before.design) {
        if (selection !== before.selection) store.setState({ design: changed, selection });
        return;
      }
      invariant(result.undo !== 'none', `${command.id} changes the design without an undo step`);
      const gesture = result.undo === 'merge' ? (result.gesture ?? command.id) : undefined;
      const last = undoSteps.at(-1);
      const name = result.name ?? command.label;
      if (gesture !== undefined && open?.gesture === gesture && last?.gesture === gesture) {
        const change = changeBetween(open.from, changed);
        const merged = { ...change, name, gesture, before: last.before, after: selection };
        undoSteps = [...undoSteps.slice(0, -1), ...(change.records.length === 0 ? [] : [merged])];
        if (change.records.length === 0) open = undefined;
      } else {
        const change = changeBetween(before.design, changed);
        // A new identity with the same content is no change.
        if (change.records.length === 0) {
          store.setState({ design: before.design, selection });
          return;
        }
        undoSteps = [...undoSteps, { ...change, name, gesture, before: before.selection, after: selection }].slice(
          -historyLimit,
        );
        open = gesture === undefined ? undefined : { gesture, from: before.design };
      }
      redoSteps = [];
      store.setState({ design: changed, selection });
    },

    undo(): void {
      const step = undoSteps.at(-1);
      if (step === undefined) return;
      undoSteps = undoSteps.slice(0, -1);
      redoSteps = [...redoSteps, step];
      travel(step, 'undo');
    },
    redo(): void {
      const step = redoSteps.at(-1);
      if (step === undefined) return;
      redoSteps = redoSteps.slice(0, -1);
      undoSteps = [...undoSteps, step];
      travel(step, 'redo');
    },

    get history(): { undo: Localized | undefined; redo: Localized | undefined } {
      return { undo: undoSteps.at(-1)?.name, redo: redoSteps.at(-1)?.name };
    },
    endGesture(): void {
      open = undefined;
    },
    reset(next: Design): void {
      undoSteps = [];
      redoSteps = [];
      open = undefined;
      store.setState({ design: next, selection: emptySelection });
    },
    select(selection: Partial<Selection>): void {
      const state = store.getState();
      const next = existing({ ...emptySelection, ...selection }, state.design);
      if (sameSelection(next, state.selection)) return;
      open = undefined;
      store.setState({ selection: next });
    },
  };
}

/** A selection without ids that the design does not have. Connections may be derived: they are known to the system only. */
function existing(selection: Selection, design: Design): Selection {
  const keep = (ids: ReadonlySet<string>, record: Readonly<Record<string, unknown>>): ReadonlySet<string> => {
    const kept = [...ids].filter((id) => lookup(record, id) !== undefined);
    return kept.length === ids.size ? ids : new Set(kept);
  };
  const nodes = keep(selection.nodes, design.nodes);
  const contexts = keep(selection.contexts, design.contexts);
  const notes = keep(selection.notes, design.notes);
  return nodes === selection.nodes && contexts === selection.contexts && notes === selection.notes
    ? selection
    : { ...selection, nodes, contexts, notes };
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((id) => b.has(id)));

/** Whether two selections hold the same ids. */
export const sameSelection = (a: Selection, b: Selection): boolean =>
  sameSet(a.nodes, b.nodes) &&
  sameSet(a.connections, b.connections) &&
  sameSet(a.contexts, b.contexts) &&
  sameSet(a.notes, b.notes);
