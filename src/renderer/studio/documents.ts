import type { Design } from '../../model/design.js';
import { closeFloating } from '../canvas/canvas-state.js';
import type { FileState } from './file-state.js';
import { createDocument, studio, type DocumentState, type StudioState } from './studio.js';

/** The open designs: one on screen, the others kept with all that belongs to them. */

/** The fields of the design on screen, as a document of its own. */
const active = ({
  file,
  editor,
  design,
  selection,
  history,
  system,
  findings,
  problems,
  analysis,
  openFinding,
  preview,
  viewport,
  view,
  workflow,
}: StudioState): DocumentState => ({
  file,
  editor,
  design,
  selection,
  history,
  system,
  findings,
  problems,
  analysis,
  openFinding,
  preview,
  // Inside a state machine the view is that of its workflow.
  viewport: (workflow === undefined ? view?.viewport() : undefined) ?? viewport,
  workflow,
});

/** A document as it is now; undefined: it was closed. */
export const documentOf = (state: StudioState, id: string): DocumentState | undefined =>
  state.file.document === id
    ? state.documents.some(({ file }) => file.document === id)
      ? state
      : undefined
    : state.documents.find(({ file }) => file.document === id);

/** All open designs as they are now, in the order of their tabs. */
export const openDocuments = (state: StudioState): readonly DocumentState[] =>
  state.documents.map((document) => (document.file.document === state.file.document ? state : document));

/** The documents with what is on screen kept among them. */
const parked = (state: StudioState): readonly DocumentState[] =>
  state.documents.map((document) => (document.file.document === state.file.document ? active(state) : document));

/** Opens a design as a document behind the one on screen, and shows it. */
export function openDocument(design: Design, file: Omit<FileState, 'document' | 'savedDesign'>): DocumentState {
  const document = createDocument(design, { ...file, document: crypto.randomUUID(), savedDesign: design });
  studio.setState((state) => {
    const documents = parked(state);
    const at = documents.findIndex((other) => other.file.document === state.file.document);
    const place = at < 0 ? documents.length : at + 1;
    return { documents: [...documents.slice(0, place), document, ...documents.slice(place)] };
  });
  showDocument(document.file.document);
  return document;
}

/** Puts an open design on screen. */
export function showDocument(id: string): void {
  const state = studio.getState();
  if (state.file.document === id && state.documents.length > 0) {
    if (state.screen !== 'editor') studio.setState({ screen: 'editor' });
    return;
  }
  const documents = parked(state);
  const document = documents.find(({ file }) => file.document === id);
  if (document === undefined) return;
  closeFloating();
  studio.setState({ ...document, documents, screen: 'editor' });
}

/** Goes to the start screen; every design stays open. */
export function showStart(): void {
  studio.setState((state) => ({ documents: parked(state), ...active(state), screen: 'start', preview: undefined }));
}

/** Takes a design off the screen for good; what is beside it comes into its place. */
export function removeDocument(id: string): void {
  const state = studio.getState();
  const at = state.documents.findIndex(({ file }) => file.document === id);
  if (at < 0) return;
  const rest = state.documents.filter((_, index) => index !== at);
  if (state.file.document !== id) {
    studio.setState({ documents: rest });
    return;
  }
  const next = rest[Math.min(at, rest.length - 1)];
  closeFloating();
  if (next === undefined) studio.setState({ ...nothingOpen(), documents: [], screen: 'start' });
  else studio.setState({ ...next, documents: rest });
}

function nothingOpen(): DocumentState {
  const { documents: _, ...initial } = studio.getInitialState();
  return active({ ...initial, documents: [], view: undefined });
}

/** Changes what is known of a document's file, wherever the document is by now. */
export function updateFile(id: string, change: (file: FileState) => FileState): void {
  studio.setState((state) => ({
    ...(state.file.document === id ? { file: change(state.file) } : {}),
    documents: state.documents.map((document) =>
      document.file.document === id ? { ...document, file: change(document.file) } : document,
    ),
  }));
}

/** Moves a tab to the place of another one. */
export function moveDocument(id: string, place: number): void {
  studio.setState(({ documents }) => {
    const moved = documents.find(({ file }) => file.document === id);
    if (moved === undefined) return {};
    const others = documents.filter((document) => document !== moved);
    return { documents: [...others.slice(0, place), moved, ...others.slice(place)] };
  });
}

/** Shows the tab so many places to the right; from the last one it goes on with the first. */
export function stepDocument(step: number): void {
  const { documents, file } = studio.getState();
  const at = documents.findIndex((document) => document.file.document === file.document);
  const next = documents[(at + step + documents.length) % documents.length];
  if (at >= 0 && next !== undefined) showDocument(next.file.document);
}
