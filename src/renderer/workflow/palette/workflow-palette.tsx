import { unreachable } from '../../../model/invariant.js';
import { useTranslate } from '../../studio/studio.js';
import { Tabs } from '../../ui/tabs.js';
import { EntryDetails } from './entry-details.js';
import { paletteView, usePaletteView, type WorkflowPaletteTab } from './palette-view.js';
import { PatternsPanel } from './patterns-panel.js';
import { StatesPanel } from './states-panel.js';
import { VariablesPanel } from './variables-panel.js';
import '../../palette/palette.css';
import './workflow-palette.css';

/** What can be put into a workflow: states, actions of AWS services, patterns; and the variables that are there. */
export function WorkflowPalette() {
  const t = useTranslate();
  const tab = usePaletteView((state) => state.tab);
  return (
    <aside className="palette workflow-palette" data-panel="palette" aria-label={t({ en: 'Palette', ja: 'パレット' })}>
      <Tabs<WorkflowPaletteTab>
        label={t({ en: 'Palette', ja: 'パレット' })}
        name="workflow-palette"
        selected={tab}
        onSelect={(chosen) => {
          paletteView.setState({ tab: chosen });
        }}
        tabs={[
          { id: 'states', label: t({ en: 'States', ja: 'ステート' }) },
          { id: 'patterns', label: t({ en: 'Patterns', ja: 'パターン' }) },
          { id: 'variables', label: t({ en: 'Variables', ja: '変数' }) },
        ]}
      />
      <div
        className="palette-panel"
        id="workflow-palette-panel"
        role="tabpanel"
        aria-labelledby={`workflow-palette-tab-${tab}`}
      >
        <PanelOf tab={tab} />
      </div>
      {tab === 'variables' ? null : <EntryDetails />}
    </aside>
  );
}

function PanelOf({ tab }: { readonly tab: WorkflowPaletteTab }) {
  switch (tab) {
    case 'states':
      return <StatesPanel />;
    case 'patterns':
      return <PatternsPanel />;
    case 'variables':
      return <VariablesPanel />;
    default:
      return unreachable(tab);
  }
}
