import { X } from 'lucide-react';
import { useId, useMemo } from 'react';
import { lookup, type Json } from '../../../../model/design.js';
import { field as fieldOf, type Field } from '../../../../model/fields.js';
import { isObject, type State } from '../../../../asl/definition.js';
import type { Path } from '../../../../asl/document.js';
import { flowKey } from '../../../../asl/flow-key.js';
import type { ParameterType } from '../../../../sdk/lookup.js';
import { argumentSkeleton } from '../../../../sdk/arguments.js';
import { useTranslate } from '../../../studio/studio.js';
import { IconButton } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { argumentForm, isPlain, type ArgumentRow } from '../argument-form.js';
import { DynamicRow } from '../dynamic-row.js';
import { useChange, useFormField, useOwner } from '../form-context.js';
import { evaluated, labelOf } from '../io/data-rows.js';
import type { TaskInfo } from '../task-info.js';
import { ValueEditor, ValueRow } from '../value-row.js';

interface ArgumentRowsProps {
  readonly state: State;
  readonly info: TaskInfo;
  /** The parameter that has a row elsewhere: the drawn resource. */
  readonly without: Path | undefined;
}

/** The parameters of the action: required ones first, then those that are given; others can be added. */
export function ArgumentRows({ state, info, without }: ArgumentRowsProps) {
  const t = useTranslate();
  const change = useChange();
  const key = state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const written = lookup(state.fields, key);
  const given = isObject(written) ? written : undefined;
  const form = useMemo(() => argumentForm(info, given ?? {}), [info, given]);
  const elsewhere = without?.length === 2 && without[0] === key ? without[1] : undefined;
  const title = (
    <h3 className="inspector-section-title">
      {t({ en: 'Parameters', ja: 'パラメータ' })}
      <span className="hint">{state.queryLanguage}</span>
    </h3>
  );
  if (written !== undefined && given === undefined)
    return (
      <section className="inspector-section">
        {title}
        <div className="form">
          <ValueRow path={[key]} label={labelOf(key)} placeholder="{% $states.input %}" result={evaluated} />
        </div>
      </section>
    );
  if (form.rows.length === 0 && form.others.length === 0 && info.resource.kind === 'unknown') return null;
  return (
    <section className="inspector-section" data-section="parameters">
      {title}
      <div className="form">
        {form.rows
          .filter(({ name }) => name !== elsewhere)
          .map((row) => (
            <Argument
              key={row.name}
              row={row}
              parent={key}
              isGiven={given !== undefined && (Object.hasOwn(given, row.name) || Object.hasOwn(given, `${row.name}.$`))}
            />
          ))}
      </div>
      {form.others.length === 0 ? null : (
        <Select
          label={t({ en: 'Add a parameter', ja: 'パラメータを追加' })}
          value=""
          options={[
            {
              value: '',
              label: t(
                { en: 'Add a parameter ({count})', ja: 'パラメータを追加 ({count} 件)' },
                { count: form.others.length },
              ),
            },
            ...form.others.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(name) => {
            const chosen = form.others.find((parameter) => parameter.name === name);
            if (chosen === undefined) return;
            const empty = argumentSkeleton([chosen])[name] as Json;
            change([given === undefined ? [[key], { [name]: empty }] : [[key, name], empty]]);
          }}
        />
      )}
    </section>
  );
}

interface ArgumentProps {
  readonly row: ArgumentRow;
  readonly parent: string;
  readonly isGiven: boolean;
}

function Argument({ row, parent, isGiven }: ArgumentProps) {
  const t = useTranslate();
  const change = useChange();
  const { queryLanguage, path: owner } = useOwner();
  const id = useId();
  const { name, type, isRequired, isUnknown } = row;
  const path = useMemo<Path>(() => [parent, name], [parent, name]);
  const { value } = useFormField(path);
  const field = useMemo(() => fieldFor(name, type, isRequired), [name, type, isRequired]);
  const remove =
    isGiven && !isRequired ? (
      <IconButton
        label={t({ en: 'Remove {name}', ja: '{name} を削除' }, { name })}
        onClick={() => {
          change([
            [path, undefined],
            [[parent, `${name}.$`], undefined],
          ]);
        }}
      >
        <X size={12} />
      </IconButton>
    ) : null;
  const mark = isUnknown ? (
    <span className="chip" data-tone="warn">
      {t({ en: 'unknown', ja: '不明' })}
    </span>
  ) : isRequired ? (
    <span className="hint" id={id}>
      {t({ en: 'required', ja: '必須' })}
    </span>
  ) : null;
  const aside = (
    <>
      {mark}
      {remove}
    </>
  );
  // A value of another type than the action takes is shown as it is.
  const isSimple = isPlain(type) && (value === undefined || typeof value !== 'object');
  if (!isSimple && queryLanguage === 'JSONata')
    return <ValueRow path={path} label={labelOf(name)} placeholder={placeholders[type.kind]} required aside={aside} />;
  if (!isSimple)
    return (
      <DynamicRow
        path={path}
        field={field}
        explicit
        inTemplate
        aside={aside}
        literal={({ id: inputId, describedBy, onProblem }) => (
          <ValueEditor
            id={inputId}
            describedBy={describedBy}
            label={labelOf(name)}
            value={value}
            placeholder={placeholders[type.kind]}
            onChange={(next) => {
              change([[path, next]], `field:${flowKey([...owner, ...path])}`);
            }}
            onProblem={onProblem}
          />
        )}
      />
    );
  return <DynamicRow path={path} field={field} explicit inTemplate aside={aside} />;
}

function fieldFor(name: string, type: ParameterType, required: boolean): Field {
  const label = labelOf(name);
  switch (type.kind) {
    case 'number':
      return fieldOf.number({
        label,
        min: Number.MIN_SAFE_INTEGER,
        max: Number.MAX_SAFE_INTEGER,
        required,
      });
    case 'boolean':
      return fieldOf.boolean({ label, default: false });
    default:
      return fieldOf.text({ label, code: true });
  }
}

const placeholders: Readonly<Record<ParameterType['kind'], string>> = {
  string: '',
  number: '0',
  boolean: 'false',
  timestamp: '2030-01-01T00:00:00Z',
  binary: '',
  list: '[ ]',
  map: '{ }',
  structure: '{ }',
  any: '{ }',
};
