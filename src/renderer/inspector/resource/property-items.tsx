import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { PropertyType } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import { emptyValue, itemWords } from './model.js';
import { PropertyFold } from './property-fold.js';
import { PropertyValue } from './property-value.js';

interface PropertyItemsProps {
  readonly name: string;
  readonly element: PropertyType;
  readonly items: readonly Json[];
  readonly onChange: (items: readonly Json[] | undefined) => void;
}

/** More are edited as JSON. */
const mostShown = 100;

/** The items of a list, each with the control of its type. */
export function PropertyItems({ name, element, items, onChange }: PropertyItemsProps) {
  const t = useTranslate();
  const [newest, setNewest] = useState(-1);
  const set = (next: readonly Json[]): void => {
    onChange(next.length === 0 ? undefined : next);
  };
  const finish = (): void => {
    studio.getState().editor.endGesture();
  };
  return (
    <div className="properties">
      {items.slice(0, mostShown).map((item, index) => (
        <Item
          key={index}
          name={`${name}[${String(index)}]`}
          element={element}
          item={item}
          opened={index === newest}
          onChange={(value) => {
            set(items.map((old, at) => (at === index ? (value ?? emptyValue(element)) : old)));
          }}
          onRemove={() => {
            setNewest(-1);
            set(items.filter((_, at) => at !== index));
            finish();
          }}
        />
      ))}
      {items.length > mostShown ? (
        <p className="hint">{t({ en: '{count} more', ja: 'ほか {count} 件' }, { count: items.length - mostShown })}</p>
      ) : null}
      <Button
        variant="link"
        onClick={() => {
          setNewest(items.length);
          set([...items, emptyValue(element)]);
          finish();
        }}
      >
        <Plus size={14} />
        {t({ en: 'Add to {name}', ja: '{name} に追加' }, { name })}
      </Button>
    </div>
  );
}

interface ItemProps {
  readonly name: string;
  readonly element: PropertyType;
  readonly item: Json;
  readonly opened: boolean;
  readonly onChange: (value: Json | undefined) => void;
  readonly onRemove: () => void;
}

function Item({ name, element, item, opened, onChange, onRemove }: ItemProps) {
  const t = useTranslate();
  const id = useId();
  const words = itemWords(item);
  return (
    <PropertyFold
      title={words === '' ? name : `${name.slice(name.lastIndexOf('['))} ${words}`}
      value={item}
      opened={opened}
      actions={
        <span className="property-actions">
          <IconButton label={t({ en: 'Remove {name}', ja: '{name} を削除' }, { name })} onClick={onRemove}>
            <X size={12} />
          </IconButton>
        </span>
      }
    >
      <PropertyValue
        id={id}
        name={name}
        type={element}
        value={item}
        invalid={false}
        describedBy={undefined}
        asJson={false}
        onChange={onChange}
        onProblem={ignore}
      />
    </PropertyFold>
  );
}

const ignore = (): void => undefined;
