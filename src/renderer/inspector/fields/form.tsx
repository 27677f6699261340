import { ChevronRight, RotateCcw } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { lookup, type Json } from '../../../model/design.js';
import { checkField, isFieldVisible, type Field, type FieldProblem, type Fields } from '../../../model/fields.js';
import type { Localized } from '../../../model/localized.js';
import { useTranslate } from '../../studio/studio.js';
import { IconButton } from '../../ui/button.js';
import { FieldControl } from './control.js';
import { Help } from './help.js';
import './form.css';

export interface FormProps {
  readonly fields: Fields;
  /** As written in the design: an absent one has its default. */
  readonly given: Readonly<Record<string, Json>>;
  /** With defaults filled in. */
  readonly resolved: Readonly<Record<string, unknown>>;
  /** Undefined: back to the default. */
  readonly onChange: (name: string, value: Json | undefined) => void;
}

const errorTexts = {
  'field-required': { en: 'Enter a value.', ja: '値を入力してください。' },
  'field-wrong-type': { en: 'Enter {expected}.', ja: '入力できる値: {expected}' },
  'field-out-of-range': {
    en: 'Enter a value between {min} and {max}{unit}.',
    ja: '入力できる範囲: {min}～{max}{unit}',
  },
  'field-pattern': { en: '{hint}', ja: '{hint}' },
} as const satisfies Record<FieldProblem['code'], Localized>;

/** The form of a service or a connection kind, made from its fields; the rarer ones behind a fold. */
export function FieldsForm({ fields, given, resolved, onChange }: FormProps) {
  const t = useTranslate();
  const visible = Object.entries(fields).filter(([, field]) => isFieldVisible(field, resolved));
  const rows = (advanced: boolean): ReactNode[] =>
    visible
      .filter(([, field]) => (field.advanced ?? false) === advanced)
      .map(([name, field]) => (
        <FieldRow
          key={name}
          name={name}
          field={field}
          given={lookup(given, name)}
          resolved={lookup(resolved, name)}
          onChange={onChange}
        />
      ));
  const advanced = rows(true);
  const changed = visible.filter(([name, field]) => field.advanced === true && Object.hasOwn(given, name)).length;
  return (
    <>
      <div className="form">{rows(false)}</div>
      {advanced.length === 0 ? null : (
        <Fold
          title={t({ en: 'More settings', ja: 'その他の設定' })}
          hint={changed === 0 ? undefined : t({ en: '{count} set', ja: '設定済み {count} 件' }, { count: changed })}
        >
          <div className="form">{advanced}</div>
        </Fold>
      )}
    </>
  );
}

/** A part of a form that is closed at first. */
export function Fold({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <details className="fold">
      <summary>
        <ChevronRight size={14} />
        <span>{title}</span>
        {hint === undefined ? null : <span className="chip">{hint}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

interface RowProps {
  readonly name: string;
  readonly field: Field;
  readonly given: Json | undefined;
  readonly resolved: unknown;
  readonly onChange: (name: string, value: Json | undefined) => void;
}

const isNarrow = (field: Field): boolean => field.kind === 'number';
const hasDefault = (field: Field): boolean => 'default' in field;

function FieldRow({ name, field, given, resolved, onChange }: RowProps) {
  const t = useTranslate();
  const id = useId();
  const found = checkField(field, given);
  const change = (value: Json | undefined): void => {
    onChange(name, value);
  };
  const canReset = given !== undefined && hasDefault(field);
  return (
    <div className="field" data-field={name} data-narrow={isNarrow(field)} data-kind={field.kind}>
      {field.kind === 'boolean' ? null : (
        <div className="field-label">
          <label htmlFor={id} id={`${id}-label`} className="secondary">
            {t(field.label)}
          </label>
          <Help id={id} field={field} />
          {canReset ? (
            <IconButton
              label={t({ en: 'Back to the default', ja: 'デフォルトに戻す' })}
              onClick={() => {
                change(undefined);
              }}
            >
              <RotateCcw size={12} />
            </IconButton>
          ) : null}
        </div>
      )}
      <FieldControl
        id={id}
        field={field}
        given={given}
        resolved={resolved}
        invalid={found !== undefined}
        onChange={change}
      />
      {found === undefined ? null : (
        <p className="field-error" id={`${id}-error`} role="alert">
          {t(errorTexts[found.code], found.facts)}
        </p>
      )}
    </div>
  );
}
