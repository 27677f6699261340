import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Json } from '../../../../model/design.js';
import { field as fieldOf } from '../../../../model/fields.js';
import type { Path } from '../../../../asl/document.js';
import { Fold } from '../../../inspector/fields/form.js';
import { useTranslate } from '../../../studio/studio.js';
import { errorWords, type ErrorOption } from '../error-options.js';
import { FieldRow } from '../field-row.js';
import { useChange, useFormField } from '../form-context.js';

interface ErrorEqualsRowProps {
  /** Of the retrier or the catcher. */
  readonly base: Path;
  readonly options: readonly ErrorOption[];
}

/** The names of errors that an entry takes: typed, completed, or taken from those that are known. */
export function ErrorEqualsRow({ base, options }: ErrorEqualsRowProps) {
  const t = useTranslate();
  const path = useMemo(() => [...base, 'ErrorEquals'], [base]);
  const { value } = useFormField(path);
  const change = useChange();
  const names = (Array.isArray(value) ? (value as readonly Json[]) : []).map(String);
  const field = useMemo(
    () =>
      fieldOf.list({
        label: { en: 'Errors', ja: 'エラー名' },
        suggestions: options.map(({ name }) => name),
        source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      }),
    [options],
  );
  const set = (next: Json | undefined): void => {
    change([[path, next ?? []]]);
  };
  const add = (name: string): void => {
    // A name for all errors stands alone.
    set(name === 'States.ALL' ? [name] : [...names.filter((one) => one !== 'States.ALL'), name]);
  };
  const others = options.filter(({ name }) => !names.includes(name));
  return (
    <>
      <FieldRow path={path} field={field} explicit onChange={set} />
      {names.map((name) => {
        const words = errorWords(name);
        return words === undefined ? null : (
          <p className="hint error-hint" key={name}>
            <code>{name}</code> {t(words)}
          </p>
        );
      })}
      {others.length === 0 ? null : (
        <Fold
          title={t({ en: 'Known errors', ja: '既知のエラー' })}
          hint={t({ en: '{count}', ja: '{count} 件' }, { count: others.length })}
        >
          <ul className="error-options">
            {others.map(({ name, words }) => (
              <li key={name}>
                <button
                  type="button"
                  className="error-option"
                  onClick={() => {
                    add(name);
                  }}
                >
                  <Plus size={12} />
                  <code>{name}</code>
                  {words === undefined ? null : <span className="hint">{t(words)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}
