import { Braces, X } from 'lucide-react';
import { memo, useCallback, useId, useState } from 'react';
import { checkValue, isIntrinsic } from '../../../cfn/check.js';
import type { Property, PropertyType } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import type { Facts, Localized } from '../../../model/localized.js';
import { useTranslate } from '../../studio/studio.js';
import { IconButton, Tip } from '../../ui/button.js';
import { editingOf } from './model.js';
import { PropertyFold } from './property-fold.js';
import { PropertyValue } from './property-value.js';

interface PropertyRowProps {
  readonly name: string;
  /** Undefined: the schema has none of this name. */
  readonly property: Property | undefined;
  readonly value: Json | undefined;
  readonly onSet: (name: string, value: Json | undefined) => void;
  readonly onRemove: (name: string) => void;
}

const anything: PropertyType = { kind: 'json' };
const nested: ReadonlySet<string> = new Set(['structure', 'items', 'entries']);

/** One property with its name, what the schema says of it, and its control. */
export const PropertyRow = memo(function PropertyRow({ name, property, value, onSet, onRemove }: PropertyRowProps) {
  const t = useTranslate();
  const id = useId();
  const [asJson, setAsJson] = useState(false);
  const [typed, setTyped] = useState<string>();
  const type = property?.type ?? anything;
  const inRow = (words: Localized, facts: Facts): string =>
    t({ en: 'It {words}.', ja: '{words}' }, { words: t(words, facts) });
  const change = useCallback(
    (next: Json | undefined) => {
      onSet(name, next);
    },
    [onSet, name],
  );
  const found = value === undefined ? undefined : checkValue(type, value);
  const problem = typed ?? (found === undefined ? undefined : inRow(found.words, found.facts));
  const editing = editingOf(name, type, value);
  const isNested = !asJson && nested.has(editing.as);
  const isOptional = property?.required !== true;
  const signs = (
    <>
      {property === undefined ? (
        <span className="chip" data-tone="warn">
          {t({ en: 'unknown', ja: '不明' })}
        </span>
      ) : null}
      {isOptional ? null : (
        <span className="chip" data-tone={value === undefined ? 'warn' : undefined}>
          {t({ en: 'required', ja: '必須' })}
        </span>
      )}
      {property?.replaces === true ? (
        <Tip
          label={t({
            en: 'A change of it replaces the resource.',
            ja: '変更すると、リソースが置き換えられます。',
          })}
        >
          <span className="chip">{t({ en: 'replaces', ja: '置換' })}</span>
        </Tip>
      ) : null}
    </>
  );
  const actions = (
    <span className="property-actions">
      {editing.as === 'json' && !asJson && !isIntrinsic(value) ? null : (
        <IconButton
          label={t({ en: '{name} as JSON', ja: '{name} を JSON で編集' }, { name })}
          aria-pressed={asJson || isIntrinsic(value)}
          disabled={isIntrinsic(value)}
          onClick={() => {
            setAsJson(!asJson);
          }}
        >
          <Braces size={12} />
        </IconButton>
      )}
      {isOptional || value !== undefined ? (
        <IconButton
          label={t({ en: 'Remove {name}', ja: '{name} を削除' }, { name })}
          onClick={() => {
            setAsJson(false);
            onRemove(name);
          }}
        >
          <X size={12} />
        </IconButton>
      ) : null}
    </span>
  );
  const control = (
    <PropertyValue
      id={id}
      name={name}
      type={type}
      value={value}
      invalid={found !== undefined}
      describedBy={problem === undefined ? undefined : `${id}-error`}
      asJson={asJson}
      onChange={change}
      onProblem={setTyped}
    />
  );
  return (
    <div className="property field" data-property={name}>
      {isNested ? (
        <PropertyFold title={name} value={value} signs={signs} actions={actions} opened={value === undefined}>
          {control}
        </PropertyFold>
      ) : (
        <>
          <div className="property-head">
            <label htmlFor={id} id={`${id}-label`} className="mono ellipsis" title={name}>
              {name}
            </label>
            {signs}
            {actions}
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
