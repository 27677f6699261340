import { useEffect, useRef } from 'react';
import type { BooleanField } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import type { ControlProps } from './control.js';

/** On or off, with its label beside it. */
export function BooleanControl(props: ControlProps<BooleanField>) {
  const { id, field, resolved, mixed = false, describedBy, onChange } = props;
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="checkbox"
        checked={resolved === true}
        aria-describedby={describedBy}
        onChange={(event) => {
          const { checked } = event.target;
          onChange(field.default === checked ? undefined : checked);
        }}
      />
      <label htmlFor={id}>{t(field.label)}</label>
    </>
  );
}
