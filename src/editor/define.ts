import type { Design, Point } from '../model/design.js';
import type { Language, Localized } from '../model/localized.js';

/** Ids of what is selected, of one kind or several. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly connections: ReadonlySet<string>;
  readonly contexts: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

export const emptySelection: Selection = {
  nodes: new Set(),
  connections: new Set(),
  contexts: new Set(),
  notes: new Set(),
};

/** What a command sees and returns. */
export interface EditorState {
  readonly design: Design;
  readonly selection: Selection;
}

/**
 * How a change enters the history. `step`: one undo step. `merge`: joined with the step before if that has the same
 * gesture (one drag, one burst of typing). `none`: not undoable (selection only); changing the design is refused.
 */
export type UndoPolicy = 'step' | 'merge' | 'none';

export interface CommandResult {
  readonly state: EditorState;
  readonly undo: UndoPolicy;
  readonly gesture?: string;
  /** Name of the undo step where it differs from the command's label. */
  readonly name?: Localized;
}

/** A change of the design: serves toolbar, menu, keys, palette and tests alike. Pure. */
export interface CommandDefinition<Args = undefined> {
  readonly id: string;
  readonly label: Localized;
  /** Key combinations such as `Mod+Z`, `Delete`, `Shift+Digit1`; `Mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /** Listed in the command palette: true for those that need no arguments. */
  readonly inPalette?: boolean;
  enabled(state: EditorState): boolean;
  run(state: EditorState, args: Args): CommandResult;
}

export function defineCommand<Args = undefined>(command: CommandDefinition<Args>): CommandDefinition<Args> {
  return command;
}

/** One document being edited, without any view. */
export interface Editor {
  getState(): EditorState;
  subscribe(listener: (state: EditorState, previous: EditorState) => void): () => void;
  run<Args>(command: CommandDefinition<Args>, ...args: undefined extends Args ? [args?: Args] : [Args]): void;
  undo(): void;
  redo(): void;
  /** Names of the steps that undo and redo would take; undefined: nothing to take. */
  readonly history: { readonly undo: Localized | undefined; readonly redo: Localized | undefined };
  /** Ends a gesture: the next `merge` begins a new step. */
  endGesture(): void;
  /** Replaces the document (opened, reloaded): clears the history. */
  reset(design: Design): void;
  select(selection: Partial<Selection>): void;
}

/** What the commands of the palette are given; each works without it too. */
export interface PaletteArgs {
  /** The language that labels of new things are made in. */
  readonly language: Language;
}

/** Where a new thing is put: at a point, or beside a node. */
export type Placement = { readonly at: Point } | { readonly beside: string };
