import type { Json } from '../../../model/design.js';
import type { Field, ListField, MapField, NodeField, NumberField, TextField } from '../../../model/fields.js';
import { unreachable } from '../../../model/invariant.js';
import { useStudio, useTranslate, type Translate } from '../../studio/studio.js';
import { columnsOf } from '../../ui/columns.js';
import { Segmented } from '../../ui/segmented.js';
import { Select } from '../../ui/select.js';
import { CodeControl } from './code-control.js';
import { Help } from './help.js';
import { useDraft } from './draft.js';
import { ListControl, MapControl } from './rows.js';

export interface ControlProps<F extends Field = Field> {
  readonly id: string;
  readonly field: F;
  readonly given: Json | undefined;
  readonly resolved: unknown;
  readonly invalid: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

/** Ids of the words below a field, for screen readers. */
export const describedBy = (id: string, field: Field, invalid: boolean): string | undefined => {
  const ids = [...(invalid ? [`${id}-error`] : []), ...(field.help === undefined ? [] : [`${id}-help`])];
  return ids.length === 0 ? undefined : ids.join(' ');
};

/** The control of a field, by its kind. */
export function FieldControl({ field, ...rest }: ControlProps) {
  switch (field.kind) {
    case 'text':
      return <TextControl field={field} {...rest} />;
    case 'number':
      return <NumberControl field={field} {...rest} />;
    case 'boolean':
      return <BooleanControl field={field} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} {...rest} />;
    case 'node':
      return <NodeControl field={field} {...rest} />;
    case 'code':
    case 'json':
      return <CodeControl field={field} {...rest} />;
    case 'list':
      return <ListControl field={field satisfies ListField} {...rest} />;
    case 'map':
      return <MapControl field={field satisfies MapField} {...rest} />;
    default:
      return unreachable(field);
  }
}

function TextControl({ id, field, given, invalid, onChange }: ControlProps<TextField>) {
  const t = useTranslate();
  const draft = useDraft(typeof given === 'string' ? given : '', (text) => {
    onChange(text === '' ? undefined : text);
  });
  const { placeholder = '' } = field;
  const list = field.suggestions === undefined ? undefined : `${id}-suggestions`;
  return (
    <>
      <input
        {...draft}
        id={id}
        className={field.code === true ? 'input mono' : 'input'}
        placeholder={field.default ?? (typeof placeholder === 'string' ? placeholder : t(placeholder))}
        aria-invalid={invalid}
        aria-describedby={describedBy(id, field, invalid)}
        spellCheck={field.code !== true}
        autoComplete="off"
        list={list}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {field.suggestions?.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

const unitOf = (unit: NumberField['unit'], t: Translate): string =>
  unit === 'seconds' ? t({ en: 's', ja: '秒' }) : unit === 'megabytes' ? 'MB' : '';

const numberText = (given: Json | undefined): string =>
  given === undefined ? '' : typeof given === 'string' ? given : JSON.stringify(given);

function NumberControl({ id, field, given, invalid, onChange }: ControlProps<NumberField>) {
  const t = useTranslate();
  const draft = useDraft(numberText(given), (text) => {
    const trimmed = text.normalize('NFKC').replaceAll(',', '').trim();
    const number = Number(trimmed);
    // What is no number is kept as typed, so that the field can say so.
    onChange(trimmed === '' ? undefined : Number.isFinite(number) ? number : text);
  });
  const unit = unitOf(field.unit, t);
  return (
    <span className="input">
      <input
        {...draft}
        id={id}
        inputMode="decimal"
        placeholder={field.default === undefined ? '' : String(field.default)}
        aria-invalid={invalid}
        aria-describedby={describedBy(id, field, invalid)}
        autoComplete="off"
      />
      {unit === '' ? null : <span className="input-unit">{unit}</span>}
    </span>
  );
}

function BooleanControl({ id, field, resolved, invalid, onChange }: ControlProps) {
  const t = useTranslate();
  return (
    <span className="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={resolved === true}
        aria-describedby={describedBy(id, field, invalid)}
        onChange={(event) => {
          const { checked } = event.target;
          onChange('default' in field && field.default === checked ? undefined : checked);
        }}
      />
      <label htmlFor={id}>{t(field.label)}</label>
      <Help id={id} field={field} />
    </span>
  );
}

/** As wide as this a word still fits into half of the inspector. */
const segmentColumns = 15;

function ChoiceControl({
  id,
  field,
  resolved,
  onChange,
}: ControlProps & { readonly field: Extract<Field, { kind: 'choice' }> }) {
  const t = useTranslate();
  const options = Object.entries(field.options).map(([value, label]) => ({ value, label: t(label) }));
  const value = typeof resolved === 'string' ? resolved : field.default;
  const change = (next: string): void => {
    onChange(next === field.default ? undefined : next);
  };
  const help = field.optionHelp?.[value];
  return (
    <>
      {options.length === 2 && options.every(({ label }) => columnsOf(label) <= segmentColumns) ? (
        <Segmented id={id} label={t(field.label)} options={options} value={value} onChange={change} />
      ) : (
        <Select id={id} value={value} options={options} onChange={change} />
      )}
      {help === undefined ? null : <p className="hint">{t(help)}</p>}
    </>
  );
}

function NodeControl({ id, field, given, onChange }: ControlProps<NodeField>) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const options = [...system.nodes.values()]
    .filter((node) => field.services.includes(node.service.type))
    .map((node) => ({ value: node.id, label: node.label }));
  const value = typeof given === 'string' ? given : '';
  // A node that is not there any more stays visible until another is chosen.
  const missing = value !== '' && options.every((option) => option.value !== value) ? [{ value, label: value }] : [];
  return (
    <Select
      id={id}
      value={value}
      options={[{ value: '', label: t({ en: 'None', ja: 'なし' }) }, ...missing, ...options]}
      onChange={(next) => {
        onChange(next === '' ? undefined : next);
      }}
    />
  );
}
