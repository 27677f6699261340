import { useMemo } from 'react';
import { machineAt } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { useTranslate } from '../../studio/studio.js';
import { Select } from '../../ui/select.js';
import { useForm } from './form-context.js';

interface TargetSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** The state whose machine the target belongs to. */
  readonly state: Path;
  readonly value: string;
  /** Offered beside the states. */
  readonly extra?: { readonly value: string; readonly label: string };
  readonly onChange: (target: string) => void;
}

/** A state of the same level to go to. */
export function TargetSelect({ id, label, describedBy, state, value, extra, onChange }: TargetSelectProps) {
  const t = useTranslate();
  const { view } = useForm();
  const names = useMemo(() => [...(machineAt(view.tree, state.slice(0, -2))?.states.keys() ?? [])], [view.tree, state]);
  const isMissing = !names.includes(value) && value !== extra?.value;
  const options = [
    // A state that is not there any more stays visible until another is chosen.
    ...(isMissing
      ? [
          {
            value,
            label: value === '' ? t({ en: 'Choose a state', ja: 'ステートを選択' }) : value,
          },
        ]
      : []),
    ...(extra === undefined ? [] : [extra]),
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      value={value}
      describedBy={describedBy}
      options={options}
      onChange={onChange}
    />
  );
}
