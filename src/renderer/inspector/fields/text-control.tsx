import { useEffect } from 'react';
import { checkField, type TextField } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import type { ControlProps } from './control.js';
import { useChecked } from './draft.js';
import { problemText } from './problem-text.js';
import { mixedText } from './texts.js';

/** A line of text. What does not fit the pattern of the field stays a draft. */
export function TextControl(props: ControlProps<TextField>) {
  const { id, field, given, mixed = false, invalid, describedBy, onChange, onProblem } = props;
  const t = useTranslate();
  const draft = useChecked(typeof given === 'string' ? given : '', (text) => {
    const value = text === '' ? undefined : text;
    const problem = checkField(field, value);
    if (problem === undefined) onChange(value);
    return problem === undefined ? undefined : problemText(problem, t);
  });
  useEffect(() => {
    onProblem(draft.problem);
  }, [draft.problem, onProblem]);
  const { placeholder = '' } = field;
  const list = field.suggestions === undefined ? undefined : `${id}-suggestions`;
  return (
    <>
      <span className="input">
        <input
          {...draft.props}
          id={id}
          className={field.code === true ? 'mono' : ''}
          placeholder={
            mixed ? t(mixedText) : (field.default ?? (typeof placeholder === 'string' ? placeholder : t(placeholder)))
          }
          aria-invalid={invalid || draft.problem !== undefined}
          aria-describedby={describedBy}
          spellCheck={field.code !== true}
          autoComplete="off"
          list={list}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing || draft.problem === undefined) return;
            event.stopPropagation();
            draft.restore();
          }}
        />
        {field.default !== undefined && draft.text === '' && !mixed ? (
          <span className="input-unit">{t({ en: 'default', ja: 'デフォルト' })}</span>
        ) : null}
      </span>
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
