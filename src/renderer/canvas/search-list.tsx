import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { texts } from './texts.js';

export interface SearchItem {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
  /** A second line: why it is offered. */
  readonly note?: string;
  readonly tone?: 'warn';
}

interface SearchListProps {
  readonly placeholder: string;
  readonly items: (query: string) => readonly SearchItem[];
  readonly empty: string;
  readonly onChoose: (id: string) => void;
}

/** A search field with its results below: arrows choose, Enter takes. */
export function SearchList({ placeholder, items, empty, onChoose }: SearchListProps) {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = items(query);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
      if (found.length > 0) setCurrent((index) => (index + step) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = found[current];
      if (item !== undefined) onChoose(item.id);
    }
  };
  return (
    <>
      <label className="input search-input">
        <Search size={16} />
        <span className="visually-hidden">{placeholder}</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found[current] === undefined ? undefined : `${listId}-${String(current)}`}
          value={query}
          placeholder={placeholder}
          onChange={(event) => {
            setQuery(event.target.value);
            setCurrent(0);
          }}
          onKeyDown={keys}
        />
      </label>
      <div ref={list} id={listId} className="search-list" role="listbox" aria-label={placeholder}>
        {found.map((item, index) => (
          <div
            key={item.id}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === current}
            className="search-item"
            data-noted={item.note !== undefined}
            onPointerMove={() => {
              setCurrent(index);
            }}
            onClick={() => {
              onChoose(item.id);
            }}
          >
            <ServiceIcon icon={item.icon} size={20} />
            <span className="search-words">
              <span className="ellipsis">{item.label}</span>
              {item.note === undefined ? null : <span className="search-note ellipsis">{item.note}</span>}
            </span>
            <span className="search-detail" data-tone={item.tone}>
              {item.detail}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="search-empty">{query === '' ? empty : t(texts.nothingFound)}</p> : null}
    </>
  );
}
