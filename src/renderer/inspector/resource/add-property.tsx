import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useMemo, useState } from 'react';
import { useTranslate } from '../../studio/studio.js';
import { findNames } from './find-names.js';
import { NameList } from './name-list.js';
import { useNameChoice } from './use-name-choice.js';

interface AddPropertyProps {
  readonly names: readonly string[];
  readonly onAdd: (name: string) => void;
}

const mostShown = 100;

/** A search among the properties that are not in the form yet. */
export function AddProperty({ names, onAdd }: AddPropertyProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="button add-property" data-variant="link">
          <Plus size={14} />
          {t({ en: 'Add property… ({count})', ja: 'プロパティを追加… ({count} 件)' }, { count: names.length })}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover name-popover"
          aria-label={t({ en: 'Search properties', ja: 'プロパティを検索' })}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // The new property has the focus.
            event.preventDefault();
          }}
        >
          <Search
            names={names}
            onChoose={(name) => {
              setOpen(false);
              onAdd(name);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Search({ names, onChoose }: { readonly names: readonly string[]; readonly onChoose: (name: string) => void }) {
  const t = useTranslate();
  const id = useId();
  const [query, setQuery] = useState('');
  const found = useMemo(() => findNames(names, query, mostShown), [names, query]);
  const choice = useNameChoice(found, onChoose);
  const label = t({ en: 'Search properties', ja: 'プロパティを検索' });
  return (
    <>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${String(choice.current)}`}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          choice.point(0);
        }}
        onKeyDown={choice.key}
      />
      <NameList
        id={id}
        label={label}
        names={found}
        current={choice.current}
        onPoint={choice.point}
        onChoose={onChoose}
      />
      {found.length === 0 ? <p className="hint">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</p> : null}
    </>
  );
}
