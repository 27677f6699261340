import { Maximize2, WandSparkles } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Path } from '../../../asl/document.js';
import { field as fieldOf } from '../../../model/fields.js';
import type { Json } from '../../../model/design.js';
import type { Localized } from '../../../model/localized.js';
import { placeInText } from '../../code/check-code.js';
import { CodeDialog } from '../../code/code-dialog.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import { CodeEditor } from '../../ui/code-editor.js';
import { useFormField } from './form-context.js';
import { RowFrame } from './row-frame.js';
import { formattedValue, parseValue, textOfValue } from './value-text.js';

export interface ValueRowProps {
  readonly path: Path;
  readonly label: Localized;
  readonly help?: Localized;
  readonly source?: string;
  /** What holds where it is empty. */
  readonly placeholder: string;
  /** Whether it cannot be left out. */
  readonly required?: boolean;
  /** Beside the text in the large editor, and below it in the form. */
  readonly result?: (value: Json | undefined) => ReactNode;
  readonly onChange?: (value: Json | undefined) => void;
  /** Beside the label. */
  readonly aside?: ReactNode;
}

/** A value of any shape as code: an expression in `{% %}`, or JSON with expressions or paths inside. */
export function ValueRow(props: ValueRowProps) {
  const { path, label, help, source, placeholder, required = false, result, onChange, aside } = props;
  const { value, problems, set } = useFormField(path);
  const change = onChange ?? set;
  const field = useMemo(
    () =>
      fieldOf.code({
        label,
        language: 'asl-value',
        ...(help === undefined ? {} : { help }),
        ...(source === undefined ? {} : { source }),
      }),
    [label, help, source],
  );
  const [typed, setTyped] = useState<string>();
  return (
    <RowFrame
      field={field}
      name={path.join('.')}
      typed={typed}
      problems={problems}
      isChanged={value !== undefined}
      aside={aside}
      onReset={
        required
          ? undefined
          : () => {
              change(undefined);
            }
      }
    >
      {({ id, describedBy }) => (
        <>
          <ValueEditor
            id={id}
            describedBy={describedBy}
            label={label}
            value={value}
            placeholder={placeholder}
            result={result}
            onChange={change}
            onProblem={setTyped}
          />
          {result?.(value)}
        </>
      )}
    </RowFrame>
  );
}

export interface ValueEditorProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly label: Localized;
  readonly value: Json | undefined;
  readonly placeholder: string;
  readonly result?: ((value: Json | undefined) => ReactNode) | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly onProblem: (words: string | undefined) => void;
}

/** A text that is taken over while it is right; what is wrong stays on screen with its place. */
export function ValueEditor(props: ValueEditorProps) {
  const { id, describedBy, label, value, placeholder, result, onChange, onProblem } = props;
  const t = useTranslate();
  const written = textOfValue(value);
  const [shown, setShown] = useState(written);
  const [isLarge, setLarge] = useState(false);
  const committed = useRef(written);
  useEffect(() => {
    if (written !== committed.current) setShown(written);
    committed.current = written;
  }, [written]);
  const parsed = useMemo(() => parseValue(shown), [shown]);
  const problem = 'problem' in parsed ? parsed.problem : undefined;
  const words =
    problem === undefined
      ? undefined
      : t(
          { en: 'Line {line}, column {column}: {words}', ja: '{line} 行目、{column} 文字目: {words}' },
          { ...placeInText(shown, problem.start), words: t(problem.words, problem.facts) },
        );
  useEffect(() => {
    onProblem(words);
  }, [words, onProblem]);
  const change = (text: string): void => {
    setShown(text);
    const next = parseValue(text);
    if ('problem' in next) return;
    committed.current = textOfValue(next.value);
    onChange(next.value);
  };
  const finish = (): void => {
    studio.getState().editor.endGesture();
  };
  const tidy = formattedValue(shown);
  const format =
    tidy === undefined
      ? undefined
      : () => {
          change(tidy);
        };
  const editor = {
    label: t(label),
    text: shown,
    kind: 'json' as const,
    language: 'asl-value' as const,
    placeholder,
    onChange: change,
    onBlur: finish,
  };
  return (
    <>
      <div className="code-field">
        <CodeEditor {...editor} id={id} describedBy={describedBy} small />
        <div className="code-field-actions">
          {format === undefined ? null : (
            <IconButton label={t({ en: 'Format', ja: '整形' })} onClick={format}>
              <WandSparkles size={12} />
            </IconButton>
          )}
          <IconButton
            label={t({ en: 'Open in a large editor', ja: '大きなエディタで開く' })}
            onClick={() => {
              setLarge(true);
            }}
          >
            <Maximize2 size={12} />
          </IconButton>
        </div>
      </div>
      {isLarge ? (
        <CodeDialog
          title={t(label)}
          problem={words}
          editor={editor}
          aside={result === undefined ? undefined : <div className="value-result">{result(value)}</div>}
          footer={
            <Button disabled={format === undefined} onClick={format}>
              <WandSparkles size={14} />
              {t({ en: 'Format', ja: '整形' })}
            </Button>
          }
          onClose={() => {
            setLarge(false);
            finish();
          }}
        />
      ) : null}
    </>
  );
}
