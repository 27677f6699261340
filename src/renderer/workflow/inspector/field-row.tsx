import { useCallback, useState } from 'react';
import type { Path } from '../../../asl/document.js';
import { checkField, type Field } from '../../../model/fields.js';
import type { Json } from '../../../model/design.js';
import { FieldControl } from '../../inspector/fields/control.js';
import { problemText } from '../../inspector/fields/problem-text.js';
import { useTranslate } from '../../studio/studio.js';
import { useFormField } from './form-context.js';
import { RowFrame } from './row-frame.js';

interface FieldRowProps {
  readonly path: Path;
  readonly field: Field;
  /** Whether the field cannot be left out: what is emptied holds an empty value, a default is written down. */
  readonly explicit?: boolean;
  /** Instead of setting the field alone. */
  readonly onChange?: (value: Json | undefined) => void;
}

/** A field that holds a plain value of one kind. */
export function FieldRow({ path, field, explicit = false, onChange }: FieldRowProps) {
  const t = useTranslate();
  const { value, problems, set } = useFormField(path);
  const [typed, setTyped] = useState<string>();
  const report = useCallback((words: string | undefined) => {
    setTyped(words);
  }, []);
  const change =
    onChange ??
    ((next) => {
      set(next ?? (explicit ? emptyValue(field) : undefined));
    });
  const found = checkField(field, value);
  const words = typed ?? (found === undefined || problems.length > 0 ? undefined : problemText(found, t));
  return (
    <RowFrame
      field={field}
      name={path.join('.')}
      typed={words}
      problems={problems}
      isChanged={value !== undefined}
      onReset={
        hasDefault(field) && !explicit
          ? () => {
              change(undefined);
            }
          : undefined
      }
      narrow={field.kind === 'number'}
    >
      {({ id, describedBy }) => (
        <FieldControl
          id={id}
          field={field}
          given={value}
          resolved={value ?? ('default' in field ? field.default : undefined)}
          invalid={found !== undefined || problems.length > 0}
          describedBy={describedBy}
          onChange={change}
          onProblem={report}
        />
      )}
    </RowFrame>
  );
}

const hasDefault = (field: Field): boolean => !('required' in field && field.required);

/** What stands in a field that is there but says nothing; undefined: the field cannot. */
export function emptyValue(field: Field): Json | undefined {
  const byDefault = 'default' in field ? field.default : undefined;
  if (byDefault !== undefined) return byDefault;
  return field.kind === 'text' || field.kind === 'code' ? '' : undefined;
}
