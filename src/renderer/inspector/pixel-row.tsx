import { useId } from 'react';
import { useTranslate } from '../studio/studio.js';
import { useChecked } from './fields/draft.js';

interface PixelRowProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

const largest = 4000;
const step = 20;

/** A length on the canvas; arrow keys go one grid step. */
export function PixelRow({ label, value, min, disabled, onChange }: PixelRowProps) {
  const t = useTranslate();
  const id = useId();
  const draft = useChecked(String(Math.round(value)), (text) => {
    const number = Number(text.normalize('NFKC').replaceAll(',', '').trim());
    if (text.trim() === '' || !Number.isFinite(number) || number < min || number > largest) return true;
    onChange(Math.round(number));
    return undefined;
  });
  return (
    <div className="field" data-narrow="true">
      <label className="secondary" htmlFor={id}>
        {label}
      </label>
      <span className="input">
        <input
          {...draft.props}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          aria-invalid={draft.problem !== undefined}
          onKeyDown={(event) => {
            const sign = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
            if (sign === 0 || event.nativeEvent.isComposing) return;
            event.preventDefault();
            draft.type(String(Math.min(largest, Math.max(min, Math.round(value) + sign * step))));
          }}
        />
        <span className="input-unit">px</span>
      </span>
      {draft.problem === undefined ? null : (
        <p className="field-error" role="alert">
          {t(
            { en: 'Enter a value between {min} and {max}.', ja: '入力できる範囲: {min}～{max}' },
            { min, max: largest },
          )}
        </p>
      )}
    </div>
  );
}
