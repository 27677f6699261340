import { useState } from 'react';
import { useTranslate } from '../studio/studio.js';
import { Tabs } from '../ui/tabs.js';
import { Outline } from './outline.js';
import { Services } from './services.js';
import './palette.css';

/** What can be added, and what is there. */
export function Palette() {
  const t = useTranslate();
  const [tab, setTab] = useState<'services' | 'outline'>('services');
  return (
    <aside className="palette" data-panel="palette" aria-label={t({ en: 'Palette', ja: 'パレット' })}>
      <Tabs<'services' | 'outline'>
        label={t({ en: 'Palette', ja: 'パレット' })}
        name="palette"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'services', label: t({ en: 'Services', ja: 'サービス' }) },
          { id: 'outline', label: t({ en: 'Outline', ja: 'アウトライン' }) },
        ]}
      />
      <div className="palette-panel" id="palette-panel" role="tabpanel" aria-labelledby={`palette-tab-${tab}`}>
        {tab === 'services' ? <Services /> : <Outline />}
      </div>
    </aside>
  );
}
