import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../../studio/studio.js';
import { flowEntries, type PaletteEntry } from './entries.js';
import { add, drag, EntryButton, EntryWords } from './entry-row.js';
import { itemKey } from './item.js';
import { moveFocus } from './move-focus.js';
import { showEntry } from './palette-view.js';
import { statePatterns } from './patterns/index.js';
import { searchEntries } from './search-entries.js';
import { useSearchSource } from './use-entries.js';

/** What a search lists before one asks for the rest. */
const fewest = 6;

/** Flow states, resources of the design and common patterns, below a search over all of them and every AWS API. */
export function StatesPanel() {
  const t = useTranslate();
  const source = useSearchSource();
  const [text, setText] = useState('');
  /** The text without what an input method is still composing. */
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const asked = useDeferredValue(query);
  const found = useMemo(() => searchEntries(asked, source), [asked, source]);
  const listed = isWhole ? found.entries : found.entries.slice(0, fewest);
  const isSearching = query.trim() !== '';

  const ask = (wanted: string): void => {
    setQuery(wanted);
    setActive(0);
    setWhole(false);
  };
  const activate = (index: number): void => {
    const entry = listed[index];
    setActive(index);
    if (entry === undefined) return;
    showEntry(entry);
    document.getElementById(`${id}-${String(index)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !isSearching) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const entry = listed[active];
    if (step !== 0) {
      event.preventDefault();
      event.stopPropagation();
      if (step > 0 && active === listed.length - 1 && listed.length < found.entries.length) setWhole(true);
      else activate(Math.max(0, Math.min(listed.length - 1, active + step)));
    } else if (event.key === 'Enter' && entry !== undefined) add(entry);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setText('');
      ask('');
    }
  };

  return (
    <div
      className="services"
      onKeyDown={(event) => {
        moveFocus(event, list.current);
      }}
    >
      <label className="input palette-search">
        <Search size={16} />
        <span className="visually-hidden">
          {t({ en: 'Find a state or an AWS API', ja: 'ステート、AWS API を検索' })}
        </span>
        <input
          type="text"
          role="combobox"
          aria-expanded={isSearching}
          aria-controls={`${id}-found`}
          aria-autocomplete="list"
          aria-activedescendant={isSearching && listed.length > 0 ? `${id}-${String(active)}` : undefined}
          value={text}
          placeholder={t({ en: 'Find a state or an AWS API', ja: 'ステート、AWS API を検索' })}
          onChange={(event) => {
            setText(event.target.value);
            const isComposing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
            if (!isComposing) ask(event.target.value);
          }}
          onCompositionEnd={(event) => {
            ask(event.currentTarget.value);
          }}
          onKeyDown={keys}
        />
        {isSearching ? (
          <span className="search-count" role="status">
            {found.isMore
              ? t({ en: '{count}+', ja: '{count} 件以上' }, { count: found.entries.length })
              : t({ en: '{count}', ja: '{count} 件' }, { count: found.entries.length })}
          </span>
        ) : null}
      </label>
      <div className="palette-list" ref={list}>
        {isSearching ? (
          <div className="found">
            <ul role="listbox" id={`${id}-found`} aria-label={t({ en: 'Search results', ja: '検索結果' })}>
              {listed.map((entry, index) => (
                <Option
                  key={itemKey(entry.item)}
                  id={`${id}-${String(index)}`}
                  entry={entry}
                  isActive={index === active}
                  onActivate={() => {
                    activate(index);
                  }}
                />
              ))}
            </ul>
            {listed.length < found.entries.length ? (
              <button
                type="button"
                className="button found-more"
                data-variant="link"
                onClick={() => {
                  setWhole(true);
                }}
              >
                {t({ en: '{count} more', ja: 'ほか {count} 件' }, { count: found.entries.length - listed.length })}
              </button>
            ) : null}
            {found.entries.length === 0 && source.catalog !== undefined && asked === query ? (
              <p className="hint palette-empty">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</p>
            ) : null}
          </div>
        ) : (
          <ul hidden id={`${id}-found`} role="listbox" aria-label={t({ en: 'Search results', ja: '検索結果' })} />
        )}
        <section aria-label={t({ en: 'Flow', ja: 'フロー' })}>
          <h2 className="palette-heading">{t({ en: 'Flow', ja: 'フロー' })}</h2>
          <div className="entry-grid">
            {flowEntries.map((entry) => (
              <EntryButton key={itemKey(entry.item)} entry={entry} kind="cell" />
            ))}
          </div>
        </section>
        <Section
          title={t({ en: 'Resources of this design', ja: 'この設計のリソース' })}
          entries={source.resources}
          empty={t({
            en: 'The system has nothing yet that a Task can call.',
            ja: 'Task から呼び出せるリソースはまだありません。',
          })}
        />
        <Section
          title={t({ en: 'Common patterns', ja: 'よく使うパターン' })}
          entries={source.patterns.filter((_, index) => statePatterns[index]?.isCommon === true)}
        />
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onActivate: () => void;
}

function Option({ id, entry, isActive, onActivate }: OptionProps) {
  return (
    <li
      role="option"
      id={id}
      className="found-row"
      aria-selected={isActive}
      aria-disabled={entry.refusal !== undefined}
      draggable={entry.refusal === undefined}
      onDragStart={(event) => {
        drag(event, entry);
      }}
      // The focus stays in the search.
      onMouseDown={onActivate}
      onDoubleClick={() => {
        add(entry);
      }}
    >
      <EntryWords entry={entry} />
    </li>
  );
}

interface SectionProps {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
  readonly empty?: string;
}

/** What a section lists before one asks for the rest. */
const fewestOfSection = 8;

function Section({ title, entries, empty }: SectionProps) {
  const t = useTranslate();
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole || entries.length <= fewestOfSection + 1 ? entries : entries.slice(0, fewestOfSection);
  if (entries.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title}>
      <h2 className="palette-heading">{title}</h2>
      {entries.length === 0 ? <p className="hint palette-none">{empty}</p> : null}
      <ul>
        {listed.map((entry) => (
          <li key={itemKey(entry.item)}>
            <EntryButton entry={entry} kind="row" />
          </li>
        ))}
      </ul>
      {listed.length < entries.length ? (
        <button
          type="button"
          className="button found-more"
          data-variant="link"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t({ en: '{count} more', ja: 'ほか {count} 件' }, { count: entries.length - listed.length })}
        </button>
      ) : null}
    </section>
  );
}
