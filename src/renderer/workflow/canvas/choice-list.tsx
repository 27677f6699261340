import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslate } from '../../studio/studio.js';
import { texts } from './texts.js';

export interface Choice {
  readonly id: string;
  readonly content: ReactNode;
  /** It is shown, with the reason, and cannot be chosen. */
  readonly isRefused?: boolean;
}

interface ChoiceListProps {
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

/** A search field with what it finds below: arrows choose, Enter takes. */
export function ChoiceList({ placeholder, query, onQuery, choices, onChoose }: ChoiceListProps) {
  const t = useTranslate();
  const [current, setCurrent] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const choose = (choice: Choice | undefined): void => {
    if (choice !== undefined && choice.isRefused !== true) onChoose(choice.id);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : choices.length - 1;
      if (choices.length > 0) setCurrent((index) => (index + step) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(choices[current]);
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
          aria-activedescendant={choices[current] === undefined ? undefined : `${listId}-${String(current)}`}
          value={query}
          placeholder={placeholder}
          onChange={(event) => {
            onQuery(event.target.value);
            setCurrent(0);
          }}
          onKeyDown={keys}
        />
      </label>
      <div ref={list} id={listId} className="search-list" role="listbox" aria-label={placeholder}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={choice.isRefused}
            className="search-item choice-item"
            onPointerMove={() => {
              setCurrent(index);
            }}
            onClick={() => {
              choose(choice);
            }}
          >
            {choice.content}
          </div>
        ))}
      </div>
      {choices.length === 0 ? <p className="search-empty">{t(texts.nothingFound)}</p> : null}
    </>
  );
}
