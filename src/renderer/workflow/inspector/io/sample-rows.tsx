import { useId, useState } from 'react';
import type { State } from '../../../../asl/definition.js';
import { flowKey } from '../../../../asl/flow-key.js';
import type { Json } from '../../../../model/design.js';
import type { Localized } from '../../../../model/localized.js';
import { useTranslate } from '../../../studio/studio.js';
import { useForm } from '../form-context.js';
import { ValueEditor } from '../value-row.js';
import { setSamplePart, useStateSample, type SamplePart } from './sample.js';

/** Values to try the expressions of a state with; saved in the design. */
export function SampleRows({ state }: { readonly state: State }) {
  const t = useTranslate();
  const hasResult = ['Task', 'Map', 'Parallel'].includes(state.type);
  const hasCatch = Object.hasOwn(state.fields, 'Catch');
  return (
    <section className="inspector-section sample-rows">
      <h3 className="inspector-section-title">
        {t({ en: 'Sample', ja: 'サンプル' })}
        <span className="hint">{t({ en: 'Kept in the design', ja: '設計に保存' })}</span>
      </h3>
      <p className="hint">
        {t({
          en: 'The expressions of the state are evaluated with these values as you type.',
          ja: '入力中の式は、これらの値で評価されます。',
        })}
      </p>
      <div className="form">
        <SampleRow state={state} part="input" label={labels.input} placeholder={'{ "id": "A-1" }'} />
        {hasResult ? <SampleRow state={state} part="result" label={labels.result} placeholder="{ }" /> : null}
        {hasCatch ? (
          <SampleRow
            state={state}
            part="errorOutput"
            label={labels.errorOutput}
            placeholder={'{ "Error": "States.Timeout", "Cause": "" }'}
          />
        ) : null}
        <SampleRow state={state} part="variables" label={labels.variables} placeholder={'{ "total": 120 }'} />
      </div>
    </section>
  );
}

const labels = {
  input: { en: '$states.input', ja: '$states.input' },
  result: { en: '$states.result', ja: '$states.result' },
  errorOutput: { en: '$states.errorOutput', ja: '$states.errorOutput' },
  variables: { en: 'Variables, by name', ja: '変数 (名前ごと)' },
} as const satisfies Record<string, Localized>;

interface SampleRowProps {
  readonly state: State;
  readonly part: SamplePart;
  readonly label: Localized;
  readonly placeholder: string;
}

function SampleRow({ state, part, label, placeholder }: SampleRowProps) {
  const t = useTranslate();
  const id = useId();
  const { view } = useForm();
  const sample = useStateSample();
  const [typed, setTyped] = useState<string>();
  const change = (value: Json | undefined): void => {
    setSamplePart(view.node, flowKey(state.path), part, value);
  };
  return (
    <div className="field" data-field={`sample.${part}`}>
      <label className="secondary" htmlFor={id}>
        {t(label)}
      </label>
      <ValueEditor
        id={id}
        describedBy={typed === undefined ? undefined : `${id}-error`}
        label={label}
        value={sample?.[part]}
        placeholder={placeholder}
        onChange={change}
        onProblem={setTyped}
      />
      {typed === undefined ? null : (
        <p className="field-error" id={`${id}-error`} role="alert">
          {typed}
        </p>
      )}
    </div>
  );
}
