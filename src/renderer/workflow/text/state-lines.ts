import { RangeSetBuilder, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { walkStates, type DefinitionTree } from '../../../asl/definition.js';
import { flowKey, type FlowKey } from '../../../asl/flow-key.js';

/** A state with its lines: from its key to the end of its value. */
export interface StateRange {
  readonly key: FlowKey;
  readonly from: number;
  readonly to: number;
}

/** The states of a text, those inside a state after it. */
export const stateRangesOf = (tree: DefinitionTree): readonly StateRange[] =>
  [...walkStates(tree)].map(({ path, range }) => {
    const text = tree.document.text;
    let to = Math.min(range.end, text.length);
    // A block of YAML reaches up to what follows.
    while (to > range.start && /\s/.test(text.charAt(to - 1))) to--;
    return { key: flowKey(path), from: tree.document.keyRangeOf(path)?.start ?? range.start, to };
  });

interface Lines {
  readonly ranges: readonly StateRange[];
  readonly selected: ReadonlySet<FlowKey>;
}

export const setRanges = StateEffect.define<readonly StateRange[]>();
export const setSelected = StateEffect.define<ReadonlySet<FlowKey>>();

/** The states of the last text that could be read, moved along with what is typed. */
export const stateLines = StateField.define<Lines>({
  create: () => ({ ranges: [], selected: new Set() }),
  update(lines, { changes, docChanged, effects }) {
    let { ranges, selected } = lines;
    if (docChanged)
      ranges = ranges.map(({ key, from, to }) => ({ key, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }));
    for (const effect of effects) {
      if (effect.is(setRanges)) ranges = effect.value;
      if (effect.is(setSelected)) selected = effect.value;
    }
    return ranges === lines.ranges && selected === lines.selected ? lines : { ranges, selected };
  },
});

/** The innermost state at a place; the one that begins in the line of it, where only one does. */
export function stateAtPlace(state: EditorState, place: number): StateRange | undefined {
  const line = state.doc.lineAt(place);
  const { ranges } = state.field(stateLines);
  const beginning = ranges.filter(({ from }) => from >= line.from && from <= line.to);
  if (beginning.length === 1) return beginning[0];
  const around = ranges.findLast(({ from, to }) => from <= place && place <= to);
  if (beginning.length > 1) return around;
  // Behind the closing bracket and its comma.
  const ending = ranges.filter(({ from, to }) => from < line.from && to >= line.from && to <= place);
  return ending.at(-1) ?? around;
}

export const rangeOfState = (state: EditorState, key: FlowKey): StateRange | undefined =>
  state.field(stateLines).ranges.find((range) => range.key === key);

const selectedLine = Decoration.line({ class: 'cm-state-selected' });

/** Marks the lines of the selected states, as far as they are in sight. */
export const selectedLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }
    update(update: ViewUpdate): void {
      const changed = update.startState.field(stateLines) !== update.state.field(stateLines);
      if (changed || update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { ranges, selected } = state.field(stateLines);
  const marked = ranges.filter(({ key }) => selected.has(key));
  if (marked.length === 0) return Decoration.none;
  let last = -1;
  for (const visible of visibleRanges)
    for (let place = visible.from; place <= visible.to;) {
      const line = state.doc.lineAt(place);
      if (line.from > last && marked.some(({ from, to }) => from <= line.to && to >= line.from)) {
        builder.add(line.from, line.from, selectedLine);
        last = line.from;
      }
      place = line.to + 1;
    }
  return builder.finish();
}
