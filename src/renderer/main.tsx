// Before the components: their style sheets refine these.
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { connectHost } from './hosts/connect.js';
import { invariant } from '../model/invariant.js';
import { startAnalysis } from './studio/analysis.js';
import { startClipboard } from './studio/clipboard.js';
import { startDesktop } from './studio/desktop.js';
import { checkDisk, openHandle, report } from './studio/files.js';
import { startAutosave } from './studio/autosave.js';
import { openDocuments } from './studio/documents.js';
import { offerRecovery, startJournal } from './studio/journal.js';
import { startOpenPages } from './studio/open-pages.js';
import { startAppearance, startSettings } from './studio/settings.js';
import { startShortcuts } from './studio/shortcuts.js';
import { isUnsaved, studio } from './studio/studio.js';
import { wholeCatalog } from './studio/whole-catalog.js';
import { firstPicture, loadRest } from './ui/load-later.js';
import { loadYaml } from './yaml/yaml.js';

async function start(): Promise<void> {
  startAppearance();
  const host = await connectHost();
  const hostInfo = await host.info();
  studio.setState({ host, hostInfo });
  const { startFile } = hostInfo;
  // While settings and design are read, the screen that will show them is loaded.
  if (startFile === undefined) void Promise.all([import('./start/start-screen.js'), loadYaml()]);
  else void import('./shell/editor-screen.js');
  await startSettings();
  // Read before anything is drawn, so that no other screen flashes by; what fails says so on the start screen.
  if (startFile !== undefined) {
    const opening = openHandle(startFile);
    report(opening);
    await opening.catch(() => undefined);
  }
  // Templates have comments.
  if (studio.getState().screen === 'start') await loadYaml();
  const root = document.querySelector('#root');
  invariant(root !== null, 'the page has its root');
  createRoot(root).render(<App />);
  startJournal();
  startAutosave();
  startOpenPages();
  startShortcuts();
  startClipboard();
  startDesktop(host);
  window.addEventListener('focus', () => {
    report(checkDisk());
  });
  studio.subscribe((state, before) => {
    if (state.file.document !== before.file.document) report(checkDisk());
  });
  // A browser asks by itself, the desktop shell in its own words.
  window.addEventListener('beforeunload', (event) => {
    if (openDocuments(studio.getState()).some(isUnsaved)) event.preventDefault();
  });
  await firstPicture;
  await Promise.all([wholeCatalog(), loadYaml()]);
  startAnalysis();
  await offerRecovery();
  await loadRest();
}

report(start());
