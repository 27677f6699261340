import { useId } from 'react';
import { useTranslate } from '../studio/studio.js';
import { useDraft } from './fields/draft.js';

interface TextRowProps {
  readonly label: string;
  readonly value: string;
  /** Of the field, to find it by. */
  readonly name?: string;
  readonly placeholder?: string;
  readonly help?: string;
  readonly code?: boolean;
  readonly required?: boolean;
  readonly suggestions?: readonly string[];
  readonly onChange: (text: string) => void;
  /** Leaving the field, or Enter. */
  readonly onFinish?: (text: string) => void;
}

/** A labelled text outside of the catalog's fields: names, regions, teams. */
export function TextRow(props: TextRowProps) {
  const { label, value, name, placeholder, help, code, required, suggestions, onChange, onFinish } = props;
  const t = useTranslate();
  const id = useId();
  const draft = useDraft(value, onChange, onFinish);
  const isMissing = required === true && draft.value.trim() === '';
  return (
    <div className="field">
      <label className="secondary" htmlFor={id}>
        {label}
      </label>
      <input
        {...draft}
        id={id}
        name={name}
        className={code === true ? 'input mono' : 'input'}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isMissing}
        list={suggestions === undefined ? undefined : `${id}-list`}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onFinish?.(draft.value);
        }}
      />
      {suggestions === undefined ? null : (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {isMissing ? (
        <p className="field-error" role="alert">
          {t({ en: 'Enter a value.', ja: '値を入力してください。' })}
        </p>
      ) : null}
      {help === undefined ? null : <p className="hint">{help}</p>}
    </div>
  );
}
