import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../../model/design.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { CodeEditor } from '../../ui/code-editor.js';

interface JsonValueProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

const textOf = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** Any value as JSON. A text that is none stays on screen, and the design keeps the value before. */
export function JsonValue({ id, label, describedBy, value, onChange }: JsonValueProps) {
  const t = useTranslate();
  const [text, setText] = useState(() => textOf(value));
  const [isWrong, setWrong] = useState(false);
  const committed = useRef(textOf(value));
  useEffect(() => {
    const outside = textOf(value);
    if (outside === committed.current) return;
    committed.current = outside;
    setText(outside);
    setWrong(false);
  }, [value]);
  const change = (typed: string): void => {
    setText(typed);
    const read = typed.trim() === '' ? { value: undefined } : parsed(typed);
    setWrong(read === undefined);
    if (read === undefined) return;
    committed.current = textOf(read.value);
    onChange(read.value);
  };
  return (
    <>
      <CodeEditor
        id={id}
        label={label}
        describedBy={describedBy}
        text={text}
        kind="json"
        placeholder="{ }"
        small
        onChange={change}
        onBlur={() => {
          studio.getState().editor.endGesture();
        }}
      />
      {isWrong ? (
        <p className="field-error" role="alert">
          {t({ en: 'This is not valid JSON.', ja: 'JSON の構文が無効です。' })}
        </p>
      ) : null}
    </>
  );
}

function parsed(text: string): { readonly value: Json } | undefined {
  try {
    // What JSON.parse gives is JSON.
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}
