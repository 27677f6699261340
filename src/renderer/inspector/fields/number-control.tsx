import { useEffect } from 'react';
import type { Json } from '../../../model/design.js';
import { checkField, type NumberField } from '../../../model/fields.js';
import { parseQuantity, quantityWords, stepOf } from '../../../model/quantities.js';
import { useTranslate, type Translate } from '../../studio/studio.js';
import type { ControlProps } from './control.js';
import { useChecked } from './draft.js';
import { problemText } from './problem-text.js';
import { mixedText, rangeText } from './texts.js';

const numberText = (field: NumberField, value: Json | undefined, t: Translate): string => {
  if (typeof value === 'number') return t(quantityWords(field.unit, value));
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
};

const notANumber = (field: NumberField, t: Translate): string =>
  field.unit === 'seconds'
    ? t({ en: 'Enter a duration such as 90, 5m or 1h 30m.', ja: '90、5m、1h 30m のような時間を入力してください。' })
    : t({ en: 'Enter a number.', ja: '数値を入力してください。' });

/** A number with its unit: `90`, `5m` and `1h 30m` are understood; arrow keys step within the range. */
export function NumberControl(props: ControlProps<NumberField>) {
  const { id, field, given, mixed = false, invalid, describedBy, onChange, onProblem } = props;
  const t = useTranslate();
  const draft = useChecked(mixed ? '' : numberText(field, given, t), (text) => {
    const isEmpty = text.trim() === '';
    const value = isEmpty ? undefined : parseQuantity(field.unit, text);
    if (value === undefined && !isEmpty) return notANumber(field, t);
    const problem = checkField(field, value);
    if (problem === undefined) onChange(value);
    return problem === undefined ? undefined : problemText(problem, t);
  });
  useEffect(() => {
    onProblem(draft.problem);
  }, [draft.problem, onProblem]);
  const current = parseQuantity(field.unit, draft.text) ?? field.default ?? field.min;
  const step = (sign: 1 | -1, times: number): void => {
    const next = current + sign * times * stepOf(field, sign > 0 ? current : current - 1);
    draft.type(t(quantityWords(field.unit, Math.min(field.max, Math.max(field.min, next)))));
  };
  return (
    <>
      <span className="input">
        <input
          {...draft.props}
          id={id}
          role="spinbutton"
          aria-valuenow={current}
          aria-valuetext={draft.text === '' ? t({ en: 'default', ja: 'デフォルト' }) : draft.text}
          aria-valuemin={field.min}
          aria-valuemax={field.max}
          placeholder={mixed ? t(mixedText) : numberText(field, field.default, t)}
          aria-invalid={invalid || draft.problem !== undefined}
          aria-describedby={[describedBy, `${id}-range`].filter((part) => part !== undefined).join(' ')}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              step(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey ? 10 : 1);
            } else if (event.key === 'Escape' && draft.problem !== undefined) {
              event.stopPropagation();
              draft.restore();
            }
          }}
        />
        {field.default !== undefined && draft.text === '' && !mixed ? (
          <span className="input-unit">{t({ en: 'default', ja: 'デフォルト' })}</span>
        ) : null}
      </span>
      <span className="field-range" id={`${id}-range`}>
        {rangeText(field, t)}
      </span>
    </>
  );
}
