import type { DragEvent } from 'react';
import type { Localized } from '../../../model/localized.js';
import { useTranslate } from '../../studio/studio.js';
import { ServiceIcon } from '../../ui/service-icon.js';
import { StateIcon } from '../state-icon.js';
import type { PaletteEntry } from './entries.js';
import { addState, itemData, paletteItemType } from './insert.js';
import { showEntry, useIsShown } from './palette-view.js';

const marks: Readonly<Record<NonNullable<PaletteEntry['mark']>, Localized>> = {
  optimized: { en: 'Optimized', ja: '最適化' },
  sdk: { en: 'SDK', ja: 'SDK' },
};

/** The drawing of an entry. */
export function EntryIcon({ icon, size }: { readonly icon: PaletteEntry['icon']; readonly size: number }) {
  if ('catalog' in icon) return <ServiceIcon icon={icon.catalog} size={size} />;
  if ('sign' in icon)
    return (
      <span className="service-glyph entry-sign" style={{ width: size, height: size }} aria-hidden="true">
        <icon.sign size={Math.round(size * 0.8)} />
      </span>
    );
  return <StateIcon type={icon.type} service={icon.service} size={size} />;
}

/** A name of several words keeps its last one where it has no room. */
function EntryTitle({ title }: { readonly title: string }) {
  const tail = title.length > 16 ? (/[A-Z][a-z0-9]{1,9}$/.exec(title)?.[0] ?? '') : '';
  return (
    <span className="entry-title" title={title}>
      <span className="ellipsis">{title.slice(0, title.length - tail.length)}</span>
      {tail}
    </span>
  );
}

/** Icon, name, one line, and how it is called; where it cannot be added, why. */
export function EntryWords({ entry }: { readonly entry: PaletteEntry }) {
  const t = useTranslate();
  const { refusal, detail, mark } = entry;
  return (
    <>
      <EntryIcon icon={entry.icon} size={24} />
      <span className="entry-words">
        <EntryTitle title={t(entry.title)} />
        <span className="entry-detail ellipsis">
          {refusal === undefined ? t(detail) : t(refusal.text, refusal.facts)}
        </span>
      </span>
      {mark === undefined ? null : (
        <span className="entry-mark" data-mark={mark}>
          {t(marks[mark])}
        </span>
      )}
    </>
  );
}

/** Puts an entry behind the selected state; one that cannot be added says why at the foot. */
export function add(entry: PaletteEntry): void {
  showEntry(entry);
  if (entry.refusal === undefined) void addState(entry.item);
}

export function drag(event: DragEvent, entry: PaletteEntry): void {
  showEntry(entry);
  if (entry.refusal !== undefined) {
    event.preventDefault();
    return;
  }
  event.dataTransfer.setData(paletteItemType, itemData(entry.item));
  event.dataTransfer.effectAllowed = 'copy';
}

interface EntryButtonProps {
  readonly entry: PaletteEntry;
  readonly kind: 'row' | 'cell';
}

/**
 * An entry that is always there. A click tells about it, a double click or the keyboard adds it, a drag puts it into a
 * place.
 */
export function EntryButton({ entry, kind }: EntryButtonProps) {
  const t = useTranslate();
  const isShown = useIsShown(entry);
  return (
    <button
      type="button"
      className={kind === 'row' ? 'palette-row entry-row' : 'entry-cell'}
      draggable={entry.refusal === undefined}
      aria-current={isShown}
      aria-disabled={entry.refusal !== undefined}
      aria-description={entry.refusal === undefined ? undefined : t(entry.refusal.text, entry.refusal.facts)}
      onDragStart={(event) => {
        drag(event, entry);
      }}
      onClick={(event) => {
        // Without a pointer: Enter, Space, or a screen reader.
        if (event.detail === 0) add(entry);
        else showEntry(entry);
      }}
      onDoubleClick={() => {
        add(entry);
      }}
    >
      {kind === 'row' ? (
        <RowWords entry={entry} />
      ) : (
        <>
          <EntryIcon icon={entry.icon} size={20} />
          <span className="ellipsis">{t(entry.title)}</span>
        </>
      )}
    </button>
  );
}

function RowWords({ entry }: { readonly entry: PaletteEntry }) {
  const t = useTranslate();
  return (
    <>
      <EntryIcon icon={entry.icon} size={20} />
      <span className="ellipsis">{t(entry.title)}</span>
      {entry.item.kind === 'resource' ? <span className="entry-action ellipsis">{t(entry.detail)}</span> : null}
    </>
  );
}
