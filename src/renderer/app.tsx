import { Tooltip } from 'radix-ui';
import { useEffect, useState } from 'react';
import { Dialogs } from './dialogs/dialogs.js';
import { ErrorBoundary } from './shell/error-boundary.js';
import { EditorScreen } from './shell/editor-screen.js';
import { Toasts } from './shell/toasts.js';
import { TitleBar } from './shell/title-bar.js';
import { StartScreen } from './start/start-screen.js';
import { openDropped, report } from './studio/files.js';
import { documentName, isUnsaved, useStudio, useTranslate } from './studio/studio.js';
import './app.css';

/** The window: title bar, the screen in it, and what floats above. */
export function App() {
  const screen = useStudio((state) => state.screen);
  useWindowTitle();
  const isDropTarget = useFileDrop();
  const t = useTranslate();
  return (
    <Tooltip.Provider delayDuration={500}>
      <ErrorBoundary>
        <div className="app" data-screen={screen}>
          <TitleBar />
          {screen === 'start' ? <StartScreen /> : <EditorScreen />}
        </div>
        <Dialogs />
      </ErrorBoundary>
      <Toasts />
      {isDropTarget ? (
        <div className="drop-target">{t({ en: 'Drop the file to open it', ja: 'ファイルをドロップして開く' })}</div>
      ) : null}
    </Tooltip.Provider>
  );
}

function useWindowTitle(): void {
  const name = useStudio((state) => (state.screen === 'editor' ? documentName(state) : ''));
  const unsaved = useStudio(isUnsaved);
  useEffect(() => {
    document.title = name === '' ? 'Servicefull Studio' : `${unsaved ? '• ' : ''}${name} – Servicefull Studio`;
  }, [name, unsaved]);
}

/** Opens a design file that is dropped anywhere; services dragged from the palette are none. */
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
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) report(openDropped(file));
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
