import { useEffect, useState } from 'react';
import { Dialogs } from './dialogs/dialogs.js';
import { hasTabs } from './shell/has-tabs.js';
import { ErrorBoundary } from './shell/error-boundary.js';
import { openDropped, openPasted, report } from './studio/files.js';
import { Panels } from './studio/panels.js';
import { documentName, isUnsaved, LanguageContext, studio, useStudio, useTranslate } from './studio/studio.js';
import { loadAfterPicture, loadLater, loadPicture } from './ui/load-later.js';
import './app.css';

const TitleBar = loadAfterPicture(
  async () => (await import('./shell/chrome.js')).TitleBar,
  <header className="title-bar" />,
);
const Toasts = loadAfterPicture(async () => (await import('./shell/chrome.js')).Toasts);
const DocumentTabs = loadLater(async () => (await import('./shell/document-tabs.js')).DocumentTabs, <div />);
const EditorScreen = loadPicture(async () => (await import('./shell/editor-screen.js')).EditorScreen);
const StartScreen = loadLater(async () => (await import('./start/start-screen.js')).StartScreen);

/** The whole app in the person's language. */
export function App() {
  return (
    <LanguageContext value={useStudio((state) => state.language)}>
      <Window />
    </LanguageContext>
  );
}

/** The window: title bar, the screen in it, and what floats above. */
function Window() {
  const screen = useStudio((state) => state.screen);
  const showsTabs = useStudio(hasTabs);
  useDesignPaste();
  const isDropTarget = useFileDrop();
  const t = useTranslate();
  return (
    <>
      <WindowTitle />
      <ErrorBoundary>
        <div className="app" data-screen={screen} data-tabs={showsTabs}>
          <Panels>
            <TitleBar />
          </Panels>
          {showsTabs ? <DocumentTabs /> : null}
          {screen === 'start' ? <StartScreen /> : <EditorScreen />}
        </div>
        <Dialogs />
      </ErrorBoundary>
      <Toasts />
      {isDropTarget ? (
        <div className="drop-target">
          {t({ en: 'Drop files or a folder to open them', ja: 'ファイルまたはフォルダをドロップして開く' })}
        </div>
      ) : null}
    </>
  );
}

/** On its own, since the first edit after saving changes it: nothing else of the window does. */
function WindowTitle() {
  const name = useStudio((state) => (state.screen === 'editor' ? documentName(state) : ''));
  const unsaved = useStudio(isUnsaved);
  useEffect(() => {
    document.title = name === '' ? 'Servicefull Studio' : `${unsaved ? '• ' : ''}${name} – Servicefull Studio`;
  }, [name, unsaved]);
  return null;
}

/** What was dropped: files, and folders as the browser shows them. */
function dropped({ files, items }: DataTransfer): [files: readonly File[], folders: readonly FileSystemEntry[]] {
  // Only while the event is handled does the browser tell what is a folder.
  const folders = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      return entry?.isDirectory === true ? entry : undefined;
    });
  return [
    [...files].filter((_, index) => folders[index] === undefined),
    folders.filter((folder) => folder !== undefined),
  ];
}

/** A design that is pasted on the start screen is opened. */
function useDesignPaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { screen, dialog } = studio.getState();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (screen !== 'start' || dialog !== undefined || text.trim() === '') return;
      event.preventDefault();
      report(openPasted(text));
    };
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('paste', paste);
    };
  }, []);
}

/** Opens what is dropped anywhere; services dragged from the palette are no files. */
function useFileDrop(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer !== null) report(openDropped(...dropped(event.dataTransfer)));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
