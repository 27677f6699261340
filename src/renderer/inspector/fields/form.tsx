import { ChevronRight, RotateCcw } from 'lucide-react';
import { memo, useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import { lookup, type Json } from '../../../model/design.js';
import { checkField, isFieldVisible, type Field, type Fields } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import { FieldControl, type FieldOwner } from './control.js';
import { Help } from './help.js';
import { problemText } from './problem-text.js';
import './form.css';

export interface FormProps {
  readonly fields: Fields;
  /** As written in the design: an absent one has its default. */
  readonly given: Readonly<Record<string, Json>>;
  /** With defaults filled in. */
  readonly resolved: Readonly<Record<string, unknown>>;
  /** Names of fields whose values differ between the things that the form is of. */
  readonly mixed?: ReadonlySet<string>;
  /** Whose form it is, where it is that of one thing. */
  readonly owner?: Omit<FieldOwner, 'field'>;
  /** Values to set, in one step; undefined: back to the default. */
  readonly onChange: (changes: Readonly<Record<string, Json | undefined>>) => void;
}

/** The form of a service or a connection kind, made from its fields; the rarer ones behind a fold. */
export function FieldsForm({ fields, given, resolved, mixed, owner, onChange }: FormProps) {
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
          mixed={mixed?.has(name) ?? false}
          of={owner}
          onSet={onChange}
        />
      ));
  const advanced = rows(true);
  const isChanged = ([name]: readonly [string, Field]): boolean =>
    Object.hasOwn(given, name) || (mixed?.has(name) ?? false);
  const changed = visible.filter(isChanged);
  const changedAdvanced = changed.filter(([, field]) => field.advanced === true).length;
  const resettable = changed.filter(([, field]) => hasDefault(field));
  return (
    <>
      <div className="form">{rows(false)}</div>
      {advanced.length === 0 ? null : (
        <Fold
          title={t({ en: 'More settings', ja: 'その他の設定' })}
          hint={
            changedAdvanced === 0
              ? undefined
              : t({ en: '{count} set', ja: '設定済み {count} 件' }, { count: changedAdvanced })
          }
        >
          <div className="form">{advanced}</div>
        </Fold>
      )}
      {resettable.length < 2 ? null : (
        <Button
          variant="link"
          className="reset-all"
          onClick={() => {
            onChange(Object.fromEntries(resettable.map(([name]) => [name, undefined])));
          }}
        >
          <RotateCcw size={12} />
          {t(
            { en: 'Reset {count} settings to their defaults', ja: '{count} 件の設定をデフォルトに戻す' },
            { count: resettable.length },
          )}
        </Button>
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
  readonly mixed: boolean;
  readonly of: FormProps['owner'];
  readonly onSet: FormProps['onChange'];
}

const isNarrow = (field: Field): boolean => field.kind === 'number';
/** Whether an absent value means something. */
const hasDefault = (field: Field): boolean => field.kind === 'list' || field.kind === 'map' || 'default' in field;

/** A keystroke in one field leaves the other rows as they are. */
const FieldRow = memo(function FieldRow({ name, field, given, resolved, mixed, of, onSet }: RowProps) {
  const t = useTranslate();
  const id = useId();
  const owner = useMemo<FieldOwner | undefined>(
    () => (of === undefined ? undefined : { ...of, field: name }),
    [of, name],
  );
  const onChange = useCallback(
    (value: Json | undefined) => {
      onSet({ [name]: value });
    },
    [onSet, name],
  );
  const [typed, setTyped] = useState<string>();
  const onProblem = useCallback((words: string | undefined) => {
    setTyped(words);
  }, []);
  const found = mixed ? undefined : checkField(field, given);
  const problem = typed ?? (found === undefined ? undefined : problemText(found, t));
  const isChanged = given !== undefined || mixed;
  const describedBy = [
    ...(problem === undefined ? [] : [`${id}-error`]),
    ...(field.help === undefined ? [] : [`${id}-help`]),
    ...(isChanged && hasDefault(field) ? [`${id}-changed`] : []),
  ];
  const control = (
    <FieldControl
      id={id}
      field={field}
      given={given}
      resolved={resolved}
      mixed={mixed}
      invalid={found !== undefined}
      describedBy={describedBy.length === 0 ? undefined : describedBy.join(' ')}
      owner={owner}
      onChange={onChange}
      onProblem={onProblem}
    />
  );
  const signs = (
    <>
      <Help id={id} field={field} />
      {isChanged && hasDefault(field) ? (
        <>
          <span className="changed-dot" aria-hidden="true" />
          <span className="visually-hidden" id={`${id}-changed`}>
            {t({ en: 'Changed from the default', ja: 'デフォルトから変更済み' })}
          </span>
          <IconButton
            label={t({ en: 'Back to the default', ja: 'デフォルトに戻す' })}
            onClick={() => {
              onChange(undefined);
            }}
          >
            <RotateCcw size={12} />
          </IconButton>
        </>
      ) : null}
    </>
  );
  return (
    <div className="field" data-narrow={isNarrow(field)} data-kind={field.kind} data-field={name}>
      {field.kind === 'boolean' ? (
        <div className="checkbox field-label">
          {control}
          {signs}
        </div>
      ) : (
        <>
          <div className="field-label">
            <label htmlFor={id} id={`${id}-label`} className="secondary">
              {t(field.label)}
            </label>
            {signs}
          </div>
          {control}
        </>
      )}
      {problem === undefined ? null : (
        <p className="field-error" id={`${id}-error`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
});
