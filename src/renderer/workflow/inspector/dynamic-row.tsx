import { SquareFunction } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { isObject } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { flowKey } from '../../../asl/flow-key.js';
import { valueAt } from '../../../asl/json-value.js';
import { checkField, type Field } from '../../../model/fields.js';
import { FieldControl } from '../../inspector/fields/control.js';
import { useDraft } from '../../inspector/fields/draft.js';
import { problemText } from '../../inspector/fields/problem-text.js';
import { useTranslate } from '../../studio/studio.js';
import { Tip } from '../../ui/button.js';
import { emptyValue } from './field-row.js';
import { changesFor, pathFieldOf, readDynamic, templateKeyOf, type Dynamic } from './dynamic-value.js';
import { useChange, useFormField, useOwner } from './form-context.js';
import { RowFrame } from './row-frame.js';

interface DynamicRowProps {
  readonly path: Path;
  readonly field: Field;
  /** Whether the field cannot be left out. */
  readonly explicit?: boolean;
  /** A key of a template: its path stands under `Name.$` instead of `NamePath`. */
  readonly inTemplate?: boolean;
  /** Instead of the control of the field, for values of any shape. */
  readonly literal?: (parts: LiteralParts) => ReactNode;
  /** Beside the label. */
  readonly aside?: ReactNode;
}

export interface LiteralParts {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly onProblem: (words: string | undefined) => void;
}

/** A field that holds a value, or an expression (JSONata) or a path (JSONPath) that gives it at run time. */
export function DynamicRow(props: DynamicRowProps) {
  const { path, field, explicit = false, inTemplate = false, literal: literalControl, aside } = props;
  const t = useTranslate();
  const { queryLanguage, fields, path: ownerPath } = useOwner();
  const change = useChange();
  const pathKey = inTemplate ? templateKeyOf : pathFieldOf;
  const byPath = useMemo(() => [...path.slice(0, -1), pathKey(path.at(-1) ?? '')], [path, pathKey]);
  const literal = useFormField(path);
  const dynamic = useFormField(byPath);
  const parent = valueAt(fields, path.slice(0, -1));
  // A text is none of its values, so that one stands for a value that is known later.
  const hasNoText = field.kind === 'number' || field.kind === 'boolean';
  const current = readDynamic(isObject(parent) ? parent : {}, path.at(-1) ?? '', queryLanguage, hasNoText, pathKey);
  const [chosen, setChosen] = useState<Dynamic['mode']>();
  const isEmpty = current.mode === 'literal' && current.value === undefined;
  // An expression that is typed as a text stays in the field where it is typed.
  const isTypedAsText = chosen === 'literal' && field.kind === 'text' && typeof literal.value === 'string';
  const mode = isEmpty ? (chosen ?? 'literal') : isTypedAsText ? 'literal' : current.mode;
  const [typed, setTyped] = useState<string>();
  const report = useCallback((words: string | undefined) => {
    setTyped(words);
  }, []);
  const set = (next: Dynamic): void => {
    change(changesFor(path, queryLanguage, next, pathKey), `field:${flowKey([...ownerPath, ...path])}`);
  };
  const value = mode === 'literal' ? literal.value : undefined;
  const found = mode === 'literal' && literalControl === undefined ? checkField(field, value) : undefined;
  const problems = useMemo(() => [...literal.problems, ...dynamic.problems], [literal.problems, dynamic.problems]);
  const words = mode === 'literal' ? typed : undefined;
  const toggle = (): void => {
    const next = mode === 'literal' ? 'expression' : 'literal';
    setChosen(next);
    if (next === 'literal' && !isEmpty)
      set({ mode: 'literal', value: explicit ? (emptyValue(field) ?? 0) : undefined });
    else if (next === 'expression' && value !== undefined && queryLanguage === 'JSONata')
      set({ mode: 'expression', text: JSON.stringify(value) });
    else if (next === 'expression' && value !== undefined) set({ mode: 'expression', text: '' });
  };
  const inline = field.kind === 'boolean' && mode === 'literal';
  return (
    <RowFrame
      field={field}
      name={path.join('.')}
      typed={words ?? (found === undefined || problems.length > 0 ? undefined : problemText(found, t))}
      problems={problems}
      isChanged={!isEmpty}
      narrow={field.kind === 'number'}
      inline={inline}
      onReset={
        explicit || ('required' in field && field.required)
          ? undefined
          : () => {
              setChosen(undefined);
              set({ mode: 'literal', value: undefined });
            }
      }
      aside={aside}
    >
      {({ id, describedBy }) => (
        <div className="dynamic-control" data-inline={inline}>
          <div className="dynamic-value">
            {mode === 'expression' ? (
              <ExpressionInput
                id={id}
                describedBy={describedBy}
                invalid={problems.length > 0}
                text={current.mode === 'expression' ? current.text : ''}
                placeholder={queryLanguage === 'JSONata' ? '{% $states.input.value %}' : '$.value'}
                onChange={(text) => {
                  // Emptied while typing: the field goes on as an expression.
                  setChosen('expression');
                  set({ mode: 'expression', text });
                }}
              />
            ) : literalControl !== undefined ? (
              literalControl({ id, describedBy, onProblem: report })
            ) : (
              <FieldControl
                id={id}
                field={field}
                given={value}
                resolved={value ?? ('default' in field ? field.default : undefined)}
                invalid={found !== undefined || problems.length > 0}
                describedBy={describedBy}
                onChange={(next) => {
                  setChosen('literal');
                  set({ mode: 'literal', value: next ?? (explicit ? emptyValue(field) : undefined) });
                }}
                onProblem={report}
              />
            )}
          </div>
          <ModeButton isExpression={mode === 'expression'} isJsonata={queryLanguage === 'JSONata'} onToggle={toggle} />
        </div>
      )}
    </RowFrame>
  );
}

interface ExpressionInputProps {
  readonly id: string;
  /** Where no label is beside it. */
  readonly label?: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly text: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}

/** One line of an expression or a path. */
export function ExpressionInput(props: ExpressionInputProps) {
  const { id, label, describedBy, invalid, text, placeholder, onChange } = props;
  const draft = useDraft(text, onChange);
  return (
    <span className="input">
      <input
        {...draft}
        id={id}
        aria-label={label}
        className="mono"
        placeholder={placeholder}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        spellCheck={false}
        autoComplete="off"
      />
    </span>
  );
}

interface ModeButtonProps {
  readonly isExpression: boolean;
  readonly isJsonata: boolean;
  readonly onToggle: () => void;
}

function ModeButton({ isExpression, isJsonata, onToggle }: ModeButtonProps) {
  const t = useTranslate();
  const label = isJsonata
    ? t({ en: 'JSONata expression', ja: 'JSONata 式' })
    : t({ en: 'Path of the value (JSONPath)', ja: '値のパス (JSONPath)' });
  return (
    <Tip label={label}>
      <button type="button" className="mode-button" aria-pressed={isExpression} aria-label={label} onClick={onToggle}>
        <SquareFunction size={14} />
      </button>
    </Tip>
  );
}
