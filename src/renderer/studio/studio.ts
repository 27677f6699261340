import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEditor } from '../../editor/editor.js';
import { isSameDesign } from '../../editor/history.js';
import { emptySelection, type Editor, type Selection } from '../../editor/define.js';
import type { Finding } from '../../advisor/define.js';
import type { FlowKey } from '../../asl/flow-key.js';
import type { Host, HostInfo } from '../../host/host.js';
import { emptyDesign, lookup, type Design, type NodeId, type Point } from '../../model/design.js';
import { translate, type Facts, type Language, type Localized } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import type { Analysis } from '../worker/protocol.js';
import type { Dialog } from './dialogs.js';
import type { FileState } from './file-state.js';

export type Theme = 'light' | 'dark' | 'system';
export type BottomTab = 'advisor' | 'code' | 'problems';

export interface Toast {
  readonly id: number;
  readonly text: Localized;
  readonly facts?: Facts;
  readonly tone: 'plain' | 'danger';
  readonly action?: { readonly label: Localized; readonly run: () => void };
}

/** What the after-picture of a finding shows; the canvas draws it, nothing is applied. */
export interface Preview {
  readonly finding: Finding;
  readonly after: Design;
  readonly side: 'before' | 'after';
}

/** What the canvas offers to the rest of the app; set while it is on screen. */
export interface CanvasView {
  /** The middle of what is visible, in the coordinates of the design. */
  centre(): Point;
  viewport(): Viewport;
  /** Where its menu was asked for by pointer, in the coordinates of the design; undefined: no menu is open. */
  asked?(): Point | undefined;
  /** Brings nodes, connections or contexts into view. */
  reveal(ids: readonly string[]): void;
  fit(): void;
  /** Brings what is selected into view, as large as it fits. */
  zoomToSelection(): void;
  zoomReset(): void;
  zoomIn(): void;
  zoomOut(): void;
  tidy(): void;
  toggleMinimap(): void;
  /** Opens the search for a service to put on the canvas. */
  quickInsert(): void;
  /** Begins a connection from the selected node by keyboard. */
  startConnecting(): void;
  /** Opens the search for a service that the selected node is then connected to. */
  addNext(): void;
  /** Edits the name of what is selected where it stands; a note is its text. */
  rename(): void;
  /** Puts a note into the middle and begins to edit it. */
  addNote(): void;
  /** Opens the search for another service in place of the selected node. */
  replaceService(): void;
  /** Opens the menu of what is selected, or of the canvas. */
  openMenu(): void;
}

/** Where the canvas looks: its left upper corner in pixels, and its zoom. */
export interface Viewport extends Point {
  readonly zoom: number;
}

/** A state machine on screen, with the keys of the states that are selected in it. */
export interface OpenWorkflow {
  readonly node: NodeId;
  readonly selected: ReadonlySet<FlowKey>;
}

/** All that belongs to one open design. */
export interface DocumentState {
  readonly file: FileState;
  readonly editor: Editor;
  /** The next four mirror the editor and what follows from its design. */
  readonly design: Design;
  readonly selection: Selection;
  readonly history: Editor['history'];
  readonly system: System;
  /** Of the design at `analysis.design`; computed in a worker, so they may lag behind for a moment. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly analysis: Analysis | undefined;
  /** The finding whose card is open. */
  readonly openFinding: string | undefined;
  readonly preview: Preview | undefined;
  /** Where the canvas looked when it last showed the design; undefined: it has not yet, and fits it in. */
  readonly viewport: Viewport | undefined;
  /** The state machine that one is inside of; undefined: the system is on screen. */
  readonly workflow: OpenWorkflow | undefined;
}

/** The fields of DocumentState are those of the design on screen. */
export interface StudioState extends DocumentState {
  readonly host: Host | undefined;
  readonly hostInfo: HostInfo | undefined;
  /** Open designs in the order of their tabs. What is said here of the one on screen may be old: see `documentOf`. */
  readonly documents: readonly DocumentState[];
  readonly language: Language;
  readonly theme: Theme;
  readonly darkSystem: boolean;
  readonly bottom: { readonly tab: BottomTab; readonly height: number; readonly open: boolean };
  /** Files are saved by themselves some seconds after the last change. */
  readonly autosave: boolean;
  readonly screen: 'start' | 'editor';
  readonly dialog: Dialog | undefined;
  readonly toasts: readonly Toast[];
  readonly view: CanvasView | undefined;
  /** Only the canvas and its bars: palette, inspector and bottom panel step aside. */
  readonly focusMode: boolean;
  /** While dragging: come in line with other things. */
  readonly snapping: boolean;
}

/** A design with an editor of its own, which the studio follows from now on. */
export function createDocument(design: Design, file: FileState): DocumentState {
  const editor = createEditor(design);
  editor.subscribe(() => {
    follow(editor);
  });
  return {
    file,
    editor,
    design,
    selection: emptySelection,
    history: editor.history,
    system: resolveSystem(design),
    findings: [],
    problems: [],
    analysis: undefined,
    openFinding: undefined,
    preview: undefined,
    viewport: undefined,
    workflow: undefined,
  };
}

/** What is on screen before anything is opened. */
const noDesign = emptyDesign('');
const nothing = createDocument(noDesign, { document: '', name: '', savedDesign: noDesign, problems: [] });

/** The one store of the app. React reads it by `useStudio`, everything else by `studio.getState()`. */
export const studio = createStore<StudioState>()(() => ({
  ...nothing,
  host: undefined,
  hostInfo: undefined,
  documents: [],
  language: 'en',
  theme: 'system',
  darkSystem: false,
  bottom: { tab: 'advisor', height: 360, open: false },
  autosave: false,
  screen: 'start',
  dialog: undefined,
  toasts: [],
  view: undefined,
  focusMode: false,
  snapping: true,
}));

function follow(editor: Editor): void {
  studio.setState((state) =>
    state.editor === editor
      ? afterEdit(state)
      : {
          documents: state.documents.map((document) =>
            document.editor === editor ? { ...document, ...afterEdit(document) } : document,
          ),
        },
  );
}

function afterEdit(before: DocumentState): Partial<DocumentState> {
  const { editor, file, workflow } = before;
  const { design, selection } = editor.getState();
  const changed = design !== before.design;
  // Undone back to what is in the file: nothing is left to save.
  const isBack = changed && isSameDesign(file.savedDesign, design);
  return {
    design,
    selection,
    history: editor.history,
    ...(changed ? { system: resolveSystem(design, before.system), preview: undefined } : {}),
    ...(isBack ? { file: { ...file, savedDesign: design } } : {}),
    // A state machine that is gone has no inside.
    ...(workflow !== undefined && lookup(design.nodes, workflow.node) === undefined ? { workflow: undefined } : {}),
  };
}

/** The studio as a part of the screen sees it: panels follow the drawing a moment later. */
export const StudioContext = createContext<StoreApi<StudioState>>(studio);

/** A slice of the studio; the component renders again only when the slice changes. */
export function useStudio<Slice>(selector: (state: StudioState) => Slice): Slice {
  return useStore(use(StudioContext), selector);
}

export type Translate = (text: Localized, facts?: Facts) => string;

/** The person's language. By context rather than from the studio: a thousand cards that listen to it cost every edit. */
export const LanguageContext = createContext<Language>('en');

const translators: Readonly<Record<Language, Translate>> = {
  en: (text, facts) => translate(text, 'en', facts),
  ja: (text, facts) => translate(text, 'ja', facts),
};

/** Words in the person's language; changes with it. */
export const useTranslate = (): Translate => translators[use(LanguageContext)];

/** Whether the design differs from what is in its file. */
export const isUnsaved = ({ design, file }: Pick<DocumentState, 'design' | 'file'>): boolean =>
  design !== file.savedDesign;

/** What a document is called: by its file, before it has one by the design. */
export const documentName = ({ file, design }: Pick<DocumentState, 'design' | 'file'>): string =>
  file.name === '' ? design.settings.name : file.name;

let nextToast = 1;
const toastMilliseconds = 6000;

/** Shows a short message; one with an action stays until it is used or closed. Gives the id to close it by. */
export function toast(text: Localized, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const id = nextToast++;
  studio.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { tone: 'plain', ...options, id, text }] }));
  if (options.action === undefined)
    setTimeout(() => {
      closeToast(id);
    }, toastMilliseconds);
  return id;
}

export function closeToast(id: number): void {
  studio.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }));
}

/** Opens a tab of the bottom panel. */
export function showBottomTab(tab: BottomTab): void {
  // What is previewed belongs to the panel of the advice.
  studio.setState(({ bottom, preview }) => ({
    bottom: { ...bottom, tab, open: true },
    preview: tab === 'advisor' ? preview : undefined,
  }));
}

/** Opens the card of a finding in the Advisor panel. */
export function openFinding(id: string): void {
  studio.setState({ openFinding: id });
  showBottomTab('advisor');
}

/** Selects and brings into view whatever carries these ids. */
export function revealInCanvas(selection: Partial<Selection>): void {
  const { editor, view } = studio.getState();
  editor.select({ ...emptySelection, ...selection });
  view?.reveal([...(selection.nodes ?? []), ...(selection.connections ?? []), ...(selection.contexts ?? [])]);
}

export function closeDialog(): void {
  studio.setState({ dialog: undefined });
}
