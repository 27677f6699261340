import { ChevronDown } from 'lucide-react';

interface SelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  /** Ids of the words that describe it. */
  readonly describedBy?: string | undefined;
  /** Nothing was chosen: what is shown is the default. */
  readonly isDefault?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several, in the system's own list: quick, and right for keyboards and screen readers. */
export function Select({ id, label, value, describedBy, isDefault = false, options, onChange }: SelectProps) {
  return (
    <span className="select" data-default={isDefault}>
      <select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} />
    </span>
  );
}
