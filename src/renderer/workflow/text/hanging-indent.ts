import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

/** What does not fit into a line goes on below its beginning, a little further in. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const most = 24;
const furtherIn = 2;

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = -1;
  for (const visible of visibleRanges)
    for (let place = visible.from; place <= visible.to;) {
      const line = state.doc.lineAt(place);
      if (line.from > last) {
        const spaces = /^ */.exec(line.text)?.[0].length ?? 0;
        builder.add(line.from, line.from, indented(Math.min(spaces + furtherIn, most)));
        last = line.from;
      }
      place = line.to + 1;
    }
  return builder.finish();
}

const known = new Map<number, Decoration>();

function indented(columns: number): Decoration {
  const decoration =
    known.get(columns) ??
    Decoration.line({
      attributes: { style: `padding-left: calc(6px + ${String(columns)}ch); text-indent: -${String(columns)}ch` },
    });
  known.set(columns, decoration);
  return decoration;
}
