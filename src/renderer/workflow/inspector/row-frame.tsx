import { RotateCcw } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { aslSeverityOf, type AslProblem } from '../../../asl/problems.js';
import type { Field } from '../../../model/fields.js';
import { Help } from '../../inspector/fields/help.js';
import { useTranslate } from '../../studio/studio.js';
import { IconButton } from '../../ui/button.js';
import { problemWords } from './problems.js';

export interface FrameProps {
  /** Label, help, limits and source. */
  readonly field: Field;
  /** Name of the field in the page, to find it by. */
  readonly name: string;
  /** What is wrong with what was typed and not taken over. */
  readonly typed?: string | undefined;
  readonly problems?: readonly AslProblem[];
  /** Whether it differs from its default. */
  readonly isChanged: boolean;
  /** Back to the default; absent where there is none. */
  readonly onReset?: (() => void) | undefined;
  /** Beside the label, at the right. */
  readonly aside?: ReactNode;
  readonly narrow?: boolean;
  /** Whether the control stands before its own label: a checkbox. */
  readonly inline?: boolean;
  readonly children: (parts: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}

/** The frame of a field: its label with help, whether it was changed and the way back, what is wrong below. */
export function RowFrame(props: FrameProps) {
  const { field, name, typed, problems = [], isChanged, onReset, aside, narrow = false, children } = props;
  const inline = props.inline ?? field.kind === 'boolean';
  const t = useTranslate();
  const id = useId();
  const hasProblem = typed !== undefined || problems.length > 0;
  const describedBy = [
    ...(hasProblem ? [`${id}-error`] : []),
    ...(field.help === undefined ? [] : [`${id}-help`]),
    ...(isChanged && onReset !== undefined ? [`${id}-changed`] : []),
  ].join(' ');
  const control = children({ id, describedBy: describedBy === '' ? undefined : describedBy });
  const signs = (
    <>
      <Help id={id} field={field} />
      {isChanged && onReset !== undefined ? (
        <>
          <span className="changed-dot" aria-hidden="true" />
          <span className="visually-hidden" id={`${id}-changed`}>
            {t({ en: 'Changed from the default', ja: 'デフォルトから変更済み' })}
          </span>
          <IconButton label={t({ en: 'Back to the default', ja: 'デフォルトに戻す' })} onClick={onReset}>
            <RotateCcw size={12} />
          </IconButton>
        </>
      ) : null}
      {aside === undefined ? null : <span className="row-aside">{aside}</span>}
    </>
  );
  return (
    <div className="field" data-narrow={narrow} data-kind={field.kind} data-field={name}>
      {inline ? (
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
      {hasProblem ? <Problems id={`${id}-error`} typed={typed} problems={problems} /> : null}
    </div>
  );
}

interface ProblemsProps {
  readonly id?: string;
  readonly typed?: string | undefined;
  readonly problems: readonly AslProblem[];
}

/** More than these say the same again. */
const mostProblems = 3;

/** What is wrong at a place of the form: of what was typed first, else of what the definition holds. */
export function Problems({ id, typed, problems }: ProblemsProps) {
  const t = useTranslate();
  const errors = problems.filter((problem) => aslSeverityOf(problem) === 'error');
  const shown = (errors.length > 0 ? errors : problems).slice(0, mostProblems);
  return (
    <div id={id} role="alert">
      {typed === undefined ? (
        shown.map((problem, index) => (
          <p key={index} className="field-error" data-severity={aslSeverityOf(problem)}>
            {problemWords(problem, t)}
          </p>
        ))
      ) : (
        <p className="field-error">{typed}</p>
      )}
    </div>
  );
}
