import { asText, type State } from '../../../../asl/definition.js';
import type { Path } from '../../../../asl/document.js';
import { field } from '../../../../model/fields.js';
import { AssignRow, OutputRow } from '../io/data-rows.js';
import { PathRow } from '../io/path-row.js';
import type { ErrorOption } from '../error-options.js';
import { useChange, useFormField } from '../form-context.js';
import { RowFrame } from '../row-frame.js';
import { TargetSelect } from '../target-select.js';
import { ErrorEqualsRow } from './error-equals-row.js';

interface CatcherProps {
  readonly state: State;
  readonly path: Path;
  readonly options: readonly ErrorOption[];
}

const targetField = field.text({ label: { en: 'Goes to', ja: '次のステート' } });

/** An entry of Catch. */
export function Catcher({ state, path, options }: CatcherProps) {
  const next = [...path, 'Next'];
  const { value, problems } = useFormField(next);
  const change = useChange();
  return (
    <div className="form">
      <ErrorEqualsRow base={path} options={options} />
      <RowFrame field={targetField} name={next.join('.')} problems={problems} isChanged={false}>
        {({ id, describedBy }) => (
          <TargetSelect
            id={id}
            describedBy={describedBy}
            state={state.path}
            value={asText(value) ?? ''}
            onChange={(target) => {
              change([[next, target]]);
            }}
          />
        )}
      </RowFrame>
      {state.queryLanguage === 'JSONata' ? (
        <OutputRow base={path} byDefault="errorOutput" folded />
      ) : (
        <PathRow
          path={[...path, 'ResultPath']}
          help={resultHelp}
          source="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"
          discard={discard}
        />
      )}
      <AssignRow base={path} folded />
    </div>
  );
}

const resultHelp = {
  en: 'Where Error and Cause go in the input. $ replaces it.',
  ja: 'Error と Cause を入力のどこに入れるかを指定します。$ の場合、入力全体を置き換えます。',
};
const discard = { en: 'Error and Cause are discarded', ja: 'Error と Cause を破棄' };
