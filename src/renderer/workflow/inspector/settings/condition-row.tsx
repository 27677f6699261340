import { useState } from 'react';
import { field } from '../../../../model/fields.js';
import type { Path } from '../../../../asl/document.js';
import { asText } from '../../../../asl/definition.js';
import { studio, useTranslate } from '../../../studio/studio.js';
import { CodeEditor } from '../../../ui/code-editor.js';
import { asExpression } from '../dynamic-value.js';
import { useFormField } from '../form-context.js';
import { Evaluated } from '../io/evaluated.js';
import { RowFrame } from '../row-frame.js';

const conditionField = field.code({
  label: { en: 'Condition', ja: '条件' },
  help: {
    en: 'A JSONata expression that gives true or false.',
    ja: 'true または false になる JSONata 式。',
  },
  language: 'jsonata',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
});

/** The condition of a rule in JSONata, with what it gives for the sample. */
export function ConditionRow({ path }: { readonly path: Path }) {
  const t = useTranslate();
  const { value, problems, set } = useFormField(path);
  // While one types, the signs around the expression are not put in under the cursor.
  const [typed, setTyped] = useState<string>();
  const written = asText(value) ?? (value === undefined ? '' : JSON.stringify(value));
  const isTyped = typed !== undefined && asExpression(typed.trim()) === written;
  return (
    <RowFrame field={conditionField} name={path.join('.')} problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <>
          <div className="code-field">
            <CodeEditor
              id={id}
              describedBy={describedBy}
              label={t(conditionField.label)}
              text={isTyped ? typed : written}
              kind="plain"
              language="jsonata"
              placeholder="{% $states.input.total > 100 %}"
              small
              onChange={(text) => {
                setTyped(text);
                set(text.trim() === '' ? '' : asExpression(text.trim()));
              }}
              onBlur={() => {
                setTyped(undefined);
                studio.getState().editor.endGesture();
              }}
            />
          </div>
          <Evaluated value={value} />
        </>
      )}
    </RowFrame>
  );
}
