import { Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MapField } from '../../../model/fields.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import type { ControlProps } from './control.js';
import { useDraft } from './draft.js';
import { mapRowsOf, recordOf, rowsOf, sameRecord, type Row } from './map-rows.js';

/** Keys with texts. Rows live here while a key is empty or double; the design holds what is a map. */
export function MapControl(props: Omit<ControlProps<MapField>, 'onProblem' | 'describedBy'>) {
  const { id, field, given, onChange } = props;
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
  const isDouble = (key: string, index: number): boolean =>
    key !== '' && rows.findIndex(([other]) => other === key) < index;
  const hasDouble = rows.some(([key], index) => isDouble(key, index));
  const paste = (text: string, index: number): boolean => {
    const pasted = mapRowsOf(text);
    if (pasted === undefined) return false;
    set([...rows.slice(0, index), ...pasted, ...rows.slice(index + 1).filter(([key]) => key !== '')]);
    studio.getState().editor.endGesture();
    return true;
  };
  return (
    <div className="rows" role="group" aria-labelledby={`${id}-label`} id={id}>
      {rows.map(([key, value], index) => (
        <div className="map-row" key={index}>
          <RowInput
            label={t(field.keyLabel)}
            value={key}
            invalid={isDouble(key, index)}
            onPaste={(text) => paste(text, index)}
            onChange={(text) => {
              set(rows.map((row, at) => (at === index ? [text, row[1]] : row)));
            }}
          />
          <RowInput
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
              studio.getState().editor.endGesture();
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {hasDouble ? (
        <p className="field-error" role="alert">
          {t({
            en: 'The same key appears twice; the first one counts.',
            ja: 'キーが重複しています。最初の値が使用されます。',
          })}
        </p>
      ) : null}
      <Button
        variant="link"
        onClick={() => {
          setRows([...rows, ['', '']]);
          studio.getState().editor.endGesture();
        }}
      >
        <Plus size={14} />
        {t({ en: 'Add', ja: '追加' })}
      </Button>
    </div>
  );
}

interface RowInputProps {
  readonly label: string;
  readonly value: string;
  readonly invalid?: boolean;
  /** Whether it took the pasted text over. */
  readonly onPaste?: (text: string) => boolean;
  readonly onChange: (text: string) => void;
}

function RowInput({ label, value, invalid = false, onPaste, onChange }: RowInputProps) {
  const draft = useDraft(value, onChange);
  return (
    <input
      {...draft}
      className="input mono"
      aria-label={label}
      aria-invalid={invalid}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      onPaste={(event) => {
        if (onPaste?.(event.clipboardData.getData('text/plain')) === true) event.preventDefault();
      }}
    />
  );
}
