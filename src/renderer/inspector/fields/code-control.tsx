import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import type { Json } from '../../../model/design.js';
import type { CodeField, JsonField } from '../../../model/fields.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { CodeEditor, type CodeKind } from '../../ui/code-editor.js';
import type { ControlProps } from './control.js';

const kinds: Readonly<Record<CodeField['language'], CodeKind>> = {
  json: 'json',
  'event-pattern': 'json',
  'input-template': 'plain',
  vtl: 'plain',
  jsonata: 'plain',
  yaml: 'yaml',
};

const textOf = (field: CodeField | JsonField, value: Json | undefined): string => {
  if (value === undefined) return '';
  return field.kind === 'json' || typeof value !== 'string' ? JSON.stringify(value, null, 2) : value;
};

type Parsed = { readonly value: Json | undefined } | { readonly detail: string };

const jsonMap = z.record(z.string(), z.json());

/** A map of JSON; a text that is none yet gives the reason. */
function parseMap(text: string): Parsed {
  if (text.trim() === '') return { value: undefined };
  try {
    const parsed = jsonMap.safeParse(JSON.parse(text));
    return parsed.success ? { value: parsed.data } : { detail: '{ }' };
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Code in a small editor. A field of JSON takes over what parses, and keeps the rest on screen with its reason. */
export function CodeControl({ id, field, given, describedBy, onChange }: ControlProps<CodeField | JsonField>) {
  const t = useTranslate();
  const value = textOf(field, given);
  const [shown, setShown] = useState(value);
  const [detail, setDetail] = useState<string>();
  const committed = useRef(value);
  useEffect(() => {
    if (value !== committed.current) setShown(value);
    committed.current = value;
  }, [value]);
  const change = (text: string): void => {
    setShown(text);
    if (field.kind === 'code') {
      committed.current = text;
      onChange(text === '' ? undefined : text);
      return;
    }
    const parsed = parseMap(text);
    setDetail('detail' in parsed ? parsed.detail : undefined);
    if ('detail' in parsed) return;
    committed.current = textOf(field, parsed.value);
    onChange(parsed.value);
  };
  return (
    <>
      <CodeEditor
        id={id}
        label={t(field.label)}
        describedBy={describedBy}
        text={shown}
        kind={field.kind === 'json' ? 'json' : kinds[field.language]}
        placeholder={field.kind === 'code' ? (field.default ?? '') : ''}
        small
        onChange={change}
        onBlur={() => {
          studio.getState().editor.endGesture();
        }}
      />
      {detail === undefined ? null : (
        <p className="field-error" role="alert">
          {t({ en: 'This is not a valid JSON map: {detail}', ja: 'JSON のマップとして無効です: {detail}' }, { detail })}
        </p>
      )}
    </>
  );
}
