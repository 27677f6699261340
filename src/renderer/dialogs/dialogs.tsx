import { unreachable } from '../../model/invariant.js';
import { useStudio } from '../studio/studio.js';
import { ChooserDialog } from './chooser-dialog.js';
import { CommandPalette } from './command-palette.js';
import { ConflictDialog } from './conflict-dialog.js';
import { ExportDialog } from './export-dialog.js';
import { RecoverDialog } from './recover-dialog.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { TemplatesDialog } from './templates-dialog.js';
import { UnreadableDialog } from './unreadable-dialog.js';
import { UnsavedDialog } from './unsaved-dialog.js';
import './dialogs.css';

/** The dialog on screen, if there is one. */
export function Dialogs() {
  const dialog = useStudio((state) => state.dialog);
  if (dialog === undefined) return null;
  switch (dialog.kind) {
    case 'commands':
      return <CommandPalette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'templates':
      return <TemplatesDialog />;
    case 'export':
      return <ExportDialog />;
    case 'unreadable':
      return <UnreadableDialog name={dialog.name} problems={dialog.problems} />;
    case 'recover':
      return <RecoverDialog entries={dialog.entries} />;
    case 'unsaved':
      return <UnsavedDialog name={dialog.name} answer={dialog.answer} />;
    case 'conflict':
      return <ConflictDialog name={dialog.name} answer={dialog.answer} />;
    case 'choose':
      return <ChooserDialog purpose={dialog.purpose} suggestedName={dialog.suggestedName} answer={dialog.answer} />;
    default:
      return unreachable(dialog);
  }
}
