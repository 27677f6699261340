import { ContextMenu } from './context-menu.js';
import { PreviewBar } from './preview-bar.js';
import { QuickInsert } from './quick-insert.js';
import { RefusalCard } from './refusal-card.js';
import { SelectionToolbar } from './selection-toolbar.js';
import { TargetPicker } from './target-picker.js';
import { WayChooser } from './way-chooser.js';

/** What floats above the drawing when it is asked for: bars, choosers, menus. */
export function Overlays() {
  return (
    <>
      <RefusalCard />
      <PreviewBar />
      <SelectionToolbar />
      <WayChooser />
      <TargetPicker />
      <QuickInsert />
      <ContextMenu />
    </>
  );
}
