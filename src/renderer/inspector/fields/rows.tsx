import { Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Json } from '../../../model/design.js';
import type { ListField, MapField } from '../../../model/fields.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import type { ControlProps } from './control.js';
import { useDraft } from './draft.js';

/** A list of texts, one row each; an empty row is a text still to come. */
export function ListControl({ id, field, given, resolved, onChange }: ControlProps<ListField>) {
  const t = useTranslate();
  const values = textsOf(given ?? (Array.isArray(resolved) ? resolved : []));
  const set = (next: readonly string[]): void => {
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="rows" role="group" aria-labelledby={`${id}-label`} id={id}>
      {values.map((value, index) => (
        <div className="list-row" key={index}>
          <DraftInput
            label={t({ en: 'Value {count}', ja: '値 {count}' }, { count: index + 1 })}
            value={value}
            suggestions={field.suggestions}
            onChange={(text) => {
              set(values.map((old, at) => (at === index ? text : old)));
            }}
          />
          <IconButton
            label={t({ en: 'Remove', ja: '削除' })}
            onClick={() => {
              set(values.filter((_, at) => at !== index));
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <AddRow
        onAdd={() => {
          set([...values, '']);
        }}
      />
    </div>
  );
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

type Row = readonly [key: string, value: string];

const rowsOf = (value: Json | undefined): readonly Row[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([key, entry]): Row => [key, typeof entry === 'string' ? entry : JSON.stringify(entry)])
    : [];

const recordOf = (rows: readonly Row[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.filter(([key]) => key !== ''));

const sameRecord = (a: Json | undefined, b: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(a ?? {}) === JSON.stringify(b);

/** Keys with texts. Rows live here while a key is empty or double; the design holds what is a map. */
export function MapControl({ id, field, given, onChange }: ControlProps<MapField>) {
  const t = useTranslate();
  const [rows, setRows] = useState(() => rowsOf(given));
  useEffect(() => {
    setRows((shown) => (sameRecord(given, recordOf(shown)) ? shown : rowsOf(given)));
  }, [given]);
  const set = (next: readonly Row[]): void => {
    setRows(next);
    const record = recordOf(next);
    if (!sameRecord(given, record)) onChange(Object.keys(record).length === 0 ? undefined : record);
  };
  return (
    <div className="rows" role="group" aria-labelledby={`${id}-label`} id={id}>
      {rows.map(([key, value], index) => (
        <div className="map-row" key={index}>
          <DraftInput
            label={t(field.keyLabel)}
            value={key}
            onChange={(text) => {
              set(rows.map((row, at) => (at === index ? [text, row[1]] : row)));
            }}
          />
          <DraftInput
            label={t(field.valueLabel)}
            value={value}
            onChange={(text) => {
              set(rows.map((row, at) => (at === index ? [row[0], text] : row)));
            }}
          />
          <IconButton
            label={t({ en: 'Remove', ja: '削除' })}
            onClick={() => {
              set(rows.filter((_, at) => at !== index));
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <AddRow
        onAdd={() => {
          setRows([...rows, ['', '']]);
        }}
      />
    </div>
  );
}

function AddRow({ onAdd }: { readonly onAdd: () => void }) {
  const t = useTranslate();
  return (
    <Button
      variant="link"
      onClick={() => {
        onAdd();
        studio.getState().editor.endGesture();
      }}
    >
      <Plus size={14} />
      {t({ en: 'Add', ja: '追加' })}
    </Button>
  );
}

interface DraftInputProps {
  readonly label: string;
  readonly value: string;
  readonly suggestions?: readonly string[] | undefined;
  readonly onChange: (text: string) => void;
}

function DraftInput({ label, value, suggestions, onChange }: DraftInputProps) {
  const draft = useDraft(value, onChange);
  return (
    <input
      {...draft}
      className="input mono"
      aria-label={label}
      placeholder={suggestions?.[0] ?? label}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
