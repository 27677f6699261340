import { ChangeSet, EditorSelection, type EditorState } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { DefinitionTree } from '../../../asl/definition.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import { changeBetween, fromOutside, outsideAnnotations } from '../../ui/outside-changes.js';
import { applyChanges, sourceText, type SourceText } from './source-text.js';
import { rangeOfState, setRanges, setSelected, stateAtPlace, stateRangesOf, type StateRange } from './state-lines.js';

/** What an editor tells of. */
export interface SessionListener {
  /** The person has paused: the text with everything typed. `isNewBurst`: apart from what was typed before. */
  onText(text: string, isNewBurst: boolean): void;
  /** The cursor has come into another state; undefined: out of all. */
  onState(key: FlowKey | undefined): void;
}

/** Typing is handed on when it pauses, so that no keystroke waits for the drawing. */
const pauseMilliseconds = 320;
/** After such a pause, or elsewhere in the text, a new undo step begins. */
const burstMilliseconds = 1200;

/**
 * Keeps the text of an editor and that of a design the same. Both may be ahead of the other: what was typed and not
 * handed on yet is carried over what comes from outside.
 */
export class AslSession {
  /** The text that the design has. */
  #known: SourceText;
  /** What was typed since. */
  #pending: ChangeSet | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handedOn = { at: 0, line: -1 };
  #cursorState: FlowKey | undefined;
  #tree: DefinitionTree | undefined;

  constructor(
    private readonly view: EditorView,
    text: string,
    private readonly listener: SessionListener,
  ) {
    this.#known = sourceText(text);
  }

  /** To be called with every update of the view. */
  follow(update: ViewUpdate): void {
    const isOutside = update.transactions.some((transaction) => transaction.annotation(fromOutside) === true);
    if (update.docChanged && !isOutside) {
      this.#pending = this.#pending === undefined ? update.changes : this.#pending.compose(update.changes);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.handOn();
      }, pauseMilliseconds);
    }
    const isMoved = update.transactions.some(
      (transaction) => transaction.isUserEvent('select') || (transaction.docChanged && !isOutside),
    );
    if (isMoved && update.view.hasFocus) this.#tellState(update.state);
  }

  #tellState(state: EditorState): void {
    const key = stateAtPlace(state, state.selection.main.head)?.key;
    if (key === this.#cursorState) return;
    this.#cursorState = key;
    this.listener.onState(key);
  }

  /** Hands on what was typed, if there is any; to another than the listener where one is given. */
  handOn(taker?: (text: string) => void): void {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    const { state } = this.view;
    const text = applyChanges(this.#known, pending);
    if (text === this.#known.text) return;
    this.#known = sourceText(text);
    const line = state.doc.lineAt(state.selection.main.head).number;
    const now = performance.now();
    const before = this.#handedOn;
    const isNewBurst = now - before.at > burstMilliseconds || Math.abs(line - before.line) > 1;
    this.#handedOn = { at: now, line };
    if (taker === undefined) this.listener.onText(text, isNewBurst);
    else taker(text);
  }

  /** Takes over the text of the design where it differs from the one that is known. `reveal`: shows where it changed. */
  receive(text: string, reveal: boolean): void {
    if (text === this.#known.text) return;
    const after = sourceText(text);
    const { edited } = this.#known;
    const change = changeBetween(edited, after.edited);
    this.#known = after;
    if (change === undefined) return;
    const changes = ChangeSet.of(change, edited.length);
    const pending = this.#pending;
    const mapped = pending === undefined ? changes : changes.map(pending);
    this.#pending = pending?.map(changes, true);
    const end = mapped.mapPos(pending === undefined ? change.to : pending.mapPos(change.to, 1), 1);
    this.view.dispatch({
      changes: mapped,
      annotations: outsideAnnotations,
      ...(reveal
        ? { selection: EditorSelection.cursor(end), effects: EditorView.scrollIntoView(end, { yMargin: 60 }) }
        : {}),
    });
  }

  /** Takes over the places of the states of the last text that could be read. */
  place(tree: DefinitionTree): void {
    const isSame = tree.document.text === this.#known.text;
    const isFirst = this.#tree === undefined;
    if (tree === this.#tree || (!isSame && !isFirst)) return;
    this.#tree = tree;
    // What was opened with a text that cannot be read begins with those of the one before.
    const read = isSame ? this.#known : sourceText(tree.document.text);
    const change = changeBetween(read.edited, this.#known.edited);
    const since = change === undefined ? undefined : ChangeSet.of(change, read.edited.length);
    const pending = this.#pending;
    const placeOf = (offset: number, side: -1 | 1): number => {
      const place = read.toEdited(offset);
      const now = since === undefined ? place : since.mapPos(place, side);
      return pending === undefined ? now : pending.mapPos(now, side);
    };
    const move = ({ key, from, to }: StateRange): StateRange => ({ key, from: placeOf(from, 1), to: placeOf(to, -1) });
    this.view.dispatch({ effects: setRanges.of(stateRangesOf(tree).map(move)) });
  }

  /** Shows which states are selected, and brings the first of them into sight unless the cursor chose it. */
  select(keys: ReadonlySet<FlowKey>): void {
    const [first, second] = keys;
    const isOwn = first === this.#cursorState && second === undefined;
    this.#cursorState = second === undefined ? first : undefined;
    const range = first === undefined || isOwn ? undefined : rangeOfState(this.view.state, first);
    this.view.dispatch({
      effects: [
        setSelected.of(keys),
        ...(range === undefined
          ? []
          : [EditorView.scrollIntoView(Math.min(range.from, this.view.state.doc.length), { y: 'start', yMargin: 40 })]),
      ],
      ...(range === undefined || this.view.hasFocus ? {} : { selection: EditorSelection.cursor(range.from) }),
    });
  }

  end(): void {
    this.handOn();
    clearTimeout(this.#timer);
  }
}
