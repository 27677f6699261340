import { useId } from 'react';
import { useDraft } from './fields/draft.js';

interface AreaRowProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}

/** A labelled text of several lines: notes, comments. */
export function AreaRow({ label, value, rows = 3, placeholder, onChange }: AreaRowProps) {
  const id = useId();
  const draft = useDraft(value, onChange);
  return (
    <div className="field">
      <label className="secondary" htmlFor={id}>
        {label}
      </label>
      <textarea {...draft} id={id} className="input" rows={rows} placeholder={placeholder} />
    </div>
  );
}
