import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { findAction } from '../../../sdk/lookup.js';
import { findOptimized, offerOf, patterns } from '../../../sdk/optimized/offer.js';
import { useStudio, useTranslate } from '../../studio/studio.js';
import { Button } from '../../ui/button.js';
import type { PaletteEntry } from './entries.js';
import { add } from './entry-row.js';
import { patternWords } from './pattern-words.js';
import { usePaletteView } from './palette-view.js';
import { useSdkCatalog, workflowTypeOf } from './use-entries.js';

/** The foot of the palette: what the chosen entry is, what it takes, and the way to add it. */
export function EntryDetails() {
  const entry = usePaletteView((state) => state.shown);
  return entry === undefined ? null : <Details entry={entry} />;
}

function Details({ entry }: { readonly entry: PaletteEntry }) {
  const t = useTranslate();
  const { refusal, item } = entry;
  const required = useRequired(entry);
  const workflow = useStudio(({ system, workflow: open }) => workflowTypeOf(system, open?.node ?? ''));
  const offered =
    item.kind === 'optimized'
      ? patterns.filter((pattern) => offerOf(item.service, item.action, pattern, workflow).isOffered)
      : [];
  return (
    <section className="entry-foot" aria-label={t({ en: 'Details', ja: '詳細' })} aria-live="polite">
      <h2>{t(entry.title)}</h2>
      <p className="hint">{t(entry.detail)}</p>
      {refusal === undefined ? null : <p className="entry-refusal">{t(refusal.text, refusal.facts)}</p>}
      {offered.length < 2 ? null : (
        <p className="entry-facts">{offered.map((pattern) => t(patternWords[pattern])).join(', ')}</p>
      )}
      {required.length === 0 ? null : (
        <p className="entry-facts">
          {t({ en: 'Required: ', ja: '必須: ' })}
          <span className="mono">{required.join(', ')}</span>
        </p>
      )}
      {refusal === undefined ? (
        <Button
          onClick={() => {
            add(entry);
          }}
        >
          <Plus size={14} />
          {t({ en: 'Add', ja: '追加' })}
        </Button>
      ) : null}
    </section>
  );
}

/** The parameters that the call has to give. */
function useRequired({ item }: PaletteEntry): readonly string[] {
  const catalog = useSdkCatalog();
  return useMemo(() => {
    if (item.kind === 'optimized') return findOptimized(item.service, item.action)?.required ?? [];
    if (item.kind !== 'sdk' || catalog === undefined) return [];
    return findAction(catalog, item.service, item.action).action?.required.map(({ name }) => name) ?? [];
  }, [item, catalog]);
}
