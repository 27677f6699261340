import { isMap } from '../../../cfn/check.js';
import type { PropertyType } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import { resolveProps } from '../../../model/fields.js';
import { unreachable } from '../../../model/invariant.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Select } from '../../ui/select.js';
import { FieldControl } from '../fields/control.js';
import { JsonValue } from './json-value.js';
import { editingOf } from './model.js';
import { PropertyEntries } from './property-entries.js';
import { PropertyItems } from './property-items.js';
import { PropertyList } from './property-list.js';

export interface ValueProps {
  readonly id: string;
  readonly name: string;
  readonly type: PropertyType;
  readonly value: Json | undefined;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  /** As text, whatever the type. */
  readonly asJson: boolean;
  readonly onChange: (value: Json | undefined) => void;
  readonly onProblem: (words: string | undefined) => void;
}

/** The control of one value, by the type that the schema gives it. */
export function PropertyValue(props: ValueProps) {
  const { id, name, type, value, invalid, describedBy, asJson, onChange, onProblem } = props;
  const editing = asJson ? ({ as: 'json' } as const) : editingOf(name, type, value);
  switch (editing.as) {
    case 'field':
      return (
        <FieldControl
          id={id}
          field={editing.field}
          given={value}
          resolved={resolveProps({ value: editing.field }, { value })['value']}
          invalid={invalid}
          describedBy={describedBy}
          onChange={onChange}
          onProblem={onProblem}
        />
      );
    case 'choice':
    case 'switch':
      return (
        <Choice
          id={id}
          value={value}
          describedBy={describedBy}
          options={editing.as === 'switch' ? ['true', 'false'] : editing.options}
          onChange={(chosen) => {
            onChange(chosen === '' ? undefined : editing.as === 'switch' ? chosen === 'true' : chosen);
          }}
        />
      );
    case 'structure':
      return <PropertyList properties={editing.properties} given={isMap(value) ? value : {}} onChange={onChange} />;
    case 'items':
      return (
        <PropertyItems
          name={name}
          element={editing.element}
          items={Array.isArray(value) ? (value as readonly Json[]) : []}
          onChange={onChange}
        />
      );
    case 'entries':
      return (
        <PropertyEntries name={name} element={editing.element} given={isMap(value) ? value : {}} onChange={onChange} />
      );
    case 'json':
      return <JsonValue id={id} label={name} describedBy={describedBy} value={value} onChange={onChange} />;
    default:
      return unreachable(editing);
  }
}

interface ChoiceProps {
  readonly id: string;
  readonly value: Json | undefined;
  readonly describedBy: string | undefined;
  readonly options: readonly string[];
  readonly onChange: (chosen: string) => void;
}

/** One of the allowed values, or none; a value that is not among them stays. */
function Choice({ id, value, describedBy, options, onChange }: ChoiceProps) {
  const t = useTranslate();
  const current = value === undefined || value === null || typeof value === 'object' ? '' : String(value);
  const others = current === '' || options.includes(current) ? [] : [current];
  return (
    <Select
      id={id}
      value={current}
      describedBy={describedBy}
      isDefault={current === ''}
      options={[
        { value: '', label: t({ en: 'Not set', ja: '未設定' }) },
        ...[...options, ...others].map((option) => ({ value: option, label: option })),
      ]}
      onChange={(chosen) => {
        onChange(chosen);
        studio.getState().editor.endGesture();
      }}
    />
  );
}
