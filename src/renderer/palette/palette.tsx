import { Blocks, LayoutGrid, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { unreachable } from '../../model/invariant.js';
import { useTranslate } from '../studio/studio.js';
import { loadLater } from '../ui/load-later.js';
import { Tabs } from '../ui/tabs.js';
import { paletteView, usePaletteTab, type PaletteTab } from './palette-view.js';
import { Services } from './services.js';
import './palette.css';

const Patterns = loadLater(async () => (await import('./patterns.js')).Patterns);
const Outline = loadLater(async () => (await import('./outline.js')).Outline);

/** What can be added, and what is there. */
export function Palette() {
  const t = useTranslate();
  const tab = usePaletteTab();
  const named = (id: PaletteTab, icon: ReactNode, name: string) => ({
    id,
    name,
    label: (
      <>
        {icon}
        <span className="tab-words">{name}</span>
      </>
    ),
  });
  return (
    <aside className="palette" data-panel="palette" aria-label={t({ en: 'Palette', ja: 'パレット' })}>
      <Tabs<PaletteTab>
        label={t({ en: 'Palette', ja: 'パレット' })}
        name="palette"
        selected={tab}
        onSelect={(chosen) => {
          paletteView.setState({ tab: chosen });
        }}
        tabs={[
          named('services', <LayoutGrid size={14} />, t({ en: 'Services', ja: 'サービス' })),
          named('patterns', <Blocks size={14} />, t({ en: 'Patterns', ja: 'パターン' })),
          named('outline', <ListTree size={14} />, t({ en: 'Outline', ja: 'アウトライン' })),
        ]}
      />
      <div className="palette-panel" id="palette-panel" role="tabpanel" aria-labelledby={`palette-tab-${tab}`}>
        <PanelOf tab={tab} />
      </div>
    </aside>
  );
}

function PanelOf({ tab }: { readonly tab: PaletteTab }) {
  switch (tab) {
    case 'services':
      return <Services />;
    case 'patterns':
      return <Patterns />;
    case 'outline':
      return <Outline />;
    default:
      return unreachable(tab);
  }
}
