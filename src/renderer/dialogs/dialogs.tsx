import { unreachable } from '../../model/invariant.js';
import { useStudio } from '../studio/studio.js';
import { loadLater } from '../ui/load-later.js';
import './dialogs.css';

const ChooserDialog = loadLater(async () => (await import('./chooser-dialog.js')).ChooserDialog);
const CommandPalette = loadLater(async () => (await import('./command-palette.js')).CommandPalette);
const CompareDialog = loadLater(async () => (await import('./compare-dialog.js')).CompareDialog);
const ConflictDialog = loadLater(async () => (await import('./conflict-dialog.js')).ConflictDialog);
const DocumentDialog = loadLater(async () => (await import('./document-dialog.js')).DocumentDialog);
const ExportDialog = loadLater(async () => (await import('./export-dialog.js')).ExportDialog);
const HelpDialog = loadLater(async () => (await import('../help/help-dialog.js')).HelpDialog);
const ImportDialog = loadLater(async () => (await import('../import/import-dialog.js')).ImportDialog);
const MergeDialog = loadLater(async () => (await import('./merge-dialog.js')).MergeDialog);
const PictureDialog = loadLater(async () => (await import('./picture-dialog.js')).PictureDialog);
const PrintDialog = loadLater(async () => (await import('../print/print-dialog.js')).PrintDialog);
const RecoverDialog = loadLater(async () => (await import('./recover-dialog.js')).RecoverDialog);
const SettingsDialog = loadLater(async () => (await import('./settings-dialog.js')).SettingsDialog);
const ShortcutsDialog = loadLater(async () => (await import('./shortcuts-dialog.js')).ShortcutsDialog);
const TemplatesDialog = loadLater(async () => (await import('./templates-dialog.js')).TemplatesDialog);
const UnreadableDialog = loadLater(async () => (await import('./unreadable-dialog.js')).UnreadableDialog);
const UnsavedDialog = loadLater(async () => (await import('./unsaved-dialog.js')).UnsavedDialog);

/** The dialog on screen, if there is one. */
export function Dialogs() {
  const dialog = useStudio((state) => state.dialog);
  if (dialog === undefined) return null;
  switch (dialog.kind) {
    case 'commands':
      return <CommandPalette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'help':
      return <HelpDialog page={dialog.page} />;
    case 'templates':
      return <TemplatesDialog />;
    case 'import':
      return <ImportDialog />;
    case 'export':
      return <ExportDialog />;
    case 'picture':
      return <PictureDialog />;
    case 'document':
      return <DocumentDialog />;
    case 'print':
      return <PrintDialog />;
    case 'unreadable':
      return <UnreadableDialog files={dialog.files} />;
    case 'recover':
      return <RecoverDialog entries={dialog.entries} />;
    case 'unsaved':
      return <UnsavedDialog name={dialog.name} answer={dialog.answer} />;
    case 'conflict':
      return (
        <ConflictDialog
          name={dialog.name}
          base={dialog.base}
          mine={dialog.mine}
          theirs={dialog.theirs}
          answer={dialog.answer}
        />
      );
    case 'merge':
      return (
        <MergeDialog
          name={dialog.name}
          base={dialog.base}
          mine={dialog.mine}
          theirs={dialog.theirs}
          answer={dialog.answer}
        />
      );
    case 'compare':
      return <CompareDialog before={dialog.before} />;
    case 'choose':
      return <ChooserDialog purpose={dialog.purpose} suggestedName={dialog.suggestedName} answer={dialog.answer} />;
    default:
      return unreachable(dialog);
  }
}
