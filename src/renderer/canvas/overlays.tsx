import { Panels } from '../studio/panels.js';
import { ContextMenu } from './context-menu.js';
import { PreviewBar } from './preview-bar.js';
import { QuickInsert } from './quick-insert.js';
import { RefusalCard } from './refusal-card.js';
import { ReplacePicker } from './replace-picker.js';
import { SelectionToolbar } from './selection-toolbar.js';
import { TargetPicker } from './target-picker.js';
import { WayChooser } from './way-chooser.js';
import { ZoomBar } from './zoom-bar.js';

/** What floats above the drawing: bars, choosers, menus. */
export function Overlays() {
  return (
    <>
      <RefusalCard />
      <PreviewBar />
      <Panels>
        <SelectionToolbar />
      </Panels>
      <ZoomBar />
      <WayChooser />
      <TargetPicker />
      <QuickInsert />
      <ReplacePicker />
      <ContextMenu />
    </>
  );
}
