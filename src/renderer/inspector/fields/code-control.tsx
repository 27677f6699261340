import { Maximize2, WandSparkles } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '../../../model/design.js';
import type { CodeField, CodeLanguage, JsonField } from '../../../model/fields.js';
import { checkCode, placeInText, type CodeProblem } from '../../code/check-code.js';
import { CodeDialog } from '../../code/code-dialog.js';
import { PatternTester } from '../../code/pattern-tester.js';
import { SampleResults } from '../../code/sample-results.js';
import { studio, useTranslate, type Translate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import { CodeEditor, type CodeKind } from '../../ui/code-editor.js';
import type { ControlProps } from './control.js';
import { mixedText } from './texts.js';

const kinds: Readonly<Record<CodeLanguage, CodeKind>> = {
  json: 'json',
  'event-pattern': 'json',
  'input-template': 'plain',
  vtl: 'plain',
  jsonata: 'plain',
  'asl-value': 'json',
  yaml: 'yaml',
  javascript: 'plain',
  graphql: 'plain',
};

const textOf = (field: CodeField | JsonField, value: Json | undefined): string => {
  if (value === undefined) return '';
  return field.kind === 'json' || typeof value !== 'string' ? JSON.stringify(value, null, 2) : value;
};

type Parsed = { readonly value: Json | undefined } | { readonly problem: CodeProblem };

/** A map of JSON; a text that is none yet gives the reason. */
function parseMap(text: string): Parsed {
  if (text.trim() === '') return { value: undefined };
  const [problem] = checkCode('json', text);
  if (problem !== undefined) return { problem };
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // What JSON.parse gives is JSON.
      { value: value as Readonly<Record<string, Json>> }
    : {
        problem: {
          start: 0,
          end: text.length,
          words: { en: 'a map { } is expected', ja: '{ } のマップが必要です。' },
          facts: {},
        },
      };
}

const problemWords = (text: string, { start, words, facts }: CodeProblem, t: Translate): string => {
  const { line, column } = placeInText(text, start);
  return t(
    { en: 'Line {line}, column {column}: {words}', ja: '{line} 行目、{column} 文字目: {words}' },
    { line, column, words: t(words, facts) },
  );
};

/** JSON with its usual indentation; undefined where it cannot be read. */
function formatted(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // What is wrong is said below the field.
    return undefined;
  }
}

/**
 * Code in a small editor, or in a large one over the app. A field of JSON takes over what is a map, and keeps the rest on
 * screen with its reason.
 */
export function CodeControl(props: ControlProps<CodeField | JsonField>) {
  const { id, field, given, mixed = false, describedBy, onChange, onProblem } = props;
  const t = useTranslate();
  const value = mixed ? '' : textOf(field, given);
  const [shown, setShown] = useState(value);
  const [isLarge, setLarge] = useState(false);
  const committed = useRef(value);
  useEffect(() => {
    if (value !== committed.current) setShown(value);
    committed.current = value;
  }, [value]);
  const language = field.kind === 'json' ? 'json' : field.language;
  const problem = useMemo(() => {
    if (field.kind === 'code') return checkCode(field.language, shown)[0];
    const parsed = parseMap(shown);
    return 'problem' in parsed ? parsed.problem : undefined;
  }, [field, shown]);
  const words = problem === undefined ? undefined : problemWords(shown, problem, t);
  useEffect(() => {
    onProblem(words);
  }, [words, onProblem]);
  const change = (text: string): void => {
    setShown(text);
    if (field.kind === 'code') {
      committed.current = text;
      onChange(text === '' ? undefined : text);
      return;
    }
    const parsed = parseMap(text);
    if ('problem' in parsed) return;
    committed.current = textOf(field, parsed.value);
    onChange(parsed.value);
  };
  const isJson = kinds[language] === 'json';
  const tidy = isJson ? formatted(shown) : undefined;
  const format =
    tidy === undefined || tidy === shown
      ? undefined
      : () => {
          change(tidy);
        };
  const finish = (): void => {
    studio.getState().editor.endGesture();
  };
  // A filter of a pipe or a mapping sees records, not events: samples of events say nothing of it.
  const hasSamples = field.kind === 'code' && field.language === 'event-pattern' && field.default !== undefined;
  const pattern = shown === '' && field.kind === 'code' ? (field.default ?? '') : shown;
  const editor = {
    label: t(field.label),
    text: shown,
    kind: kinds[language],
    language,
    placeholder: mixed ? t(mixedText) : field.kind === 'code' ? (field.default ?? '') : '',
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
      {hasSamples ? (
        <SampleResults
          pattern={pattern}
          onOpen={() => {
            setLarge(true);
          }}
        />
      ) : null}
      {isLarge ? (
        <CodeDialog
          title={t(field.label)}
          problem={words}
          editor={editor}
          aside={hasSamples ? <PatternTester pattern={pattern} /> : undefined}
          footer={
            isJson ? (
              <Button disabled={format === undefined} onClick={format}>
                <WandSparkles size={14} />
                {t({ en: 'Format', ja: '整形' })}
              </Button>
            ) : undefined
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
