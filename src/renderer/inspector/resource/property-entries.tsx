import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PropertyType } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Button } from '../../ui/button.js';
import { emptyValue, withEntry, type JsonMap } from './model.js';
import { PropertyRow } from './property-row.js';

interface PropertyEntriesProps {
  readonly name: string;
  readonly element: PropertyType;
  readonly given: JsonMap;
  readonly onChange: (value: JsonMap | undefined) => void;
}

/** The entries of a map whose values are more than texts, each under its key. */
export function PropertyEntries({ name, element, given, onChange }: PropertyEntriesProps) {
  const t = useTranslate();
  const [key, setKey] = useState('');
  const set = (entry: string, value: Json | undefined): void => {
    const next = withEntry(given, entry, value);
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  const isFree = key !== '' && !Object.hasOwn(given, key);
  const add = (): void => {
    if (!isFree) return;
    set(key, emptyValue(element));
    setKey('');
    studio.getState().editor.endGesture();
  };
  return (
    <div className="properties">
      {Object.entries(given).map(([entry, value]) => (
        <PropertyRow
          key={entry}
          name={entry}
          property={{ name: entry, type: element, required: false, replaces: false }}
          value={value}
          onSet={set}
          onRemove={(gone) => {
            set(gone, undefined);
            studio.getState().editor.endGesture();
          }}
        />
      ))}
      <div className="property-new">
        <input
          className="input mono"
          value={key}
          aria-label={t({ en: 'New key of {name}', ja: '{name} の新しいキー' }, { name })}
          placeholder={t({ en: 'Key', ja: 'キー' })}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setKey(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <Button disabled={!isFree} onClick={add}>
          <Plus size={14} />
          {t({ en: 'Add', ja: '追加' })}
        </Button>
      </div>
    </div>
  );
}
