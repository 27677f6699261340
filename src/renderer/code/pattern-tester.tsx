import { Check, Plus, Save, Trash2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { deleteSample } from '../../editor/commands/delete-sample.js';
import { setSample } from '../../editor/commands/set-sample.js';
import { matchEvent, type MatchResult } from '../../events/match.js';
import { sampleWithId } from '../../events/samples.js';
import type { Json } from '../../model/design.js';
import { studio, useStudio, useTranslate, type Translate } from '../studio/studio.js';
import { Button, IconButton } from '../ui/button.js';
import { CodeEditor } from '../ui/code-editor.js';
import { checkCode, placeInText } from './check-code.js';
import { newSample } from './new-sample.js';
import { patternOf, trySamples } from './try-samples.js';

type JsonObject = Readonly<Record<string, Json>>;

/** An event being looked at: one of the design's, or a new one. */
interface Shown {
  readonly id: string | undefined;
  readonly label: string;
  readonly text: string;
}

/** Tries a pattern with the design's sample events, with one made from what it names, or with a pasted one. */
export function PatternTester({ pattern: text }: { readonly pattern: string }) {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const [shown, setShown] = useState<Shown>();
  const pattern = useMemo(() => patternOf(text), [text]);
  const results = useMemo(() => (pattern === undefined ? [] : trySamples(design, pattern)), [design, pattern]);
  const create = async (): Promise<void> => {
    const made = await newSample(text);
    setShown({ id: undefined, label: made.label, text: JSON.stringify(made.event, null, 2) });
  };
  return (
    <section className="tester" aria-label={t({ en: 'Sample events', ja: 'サンプルイベント' })}>
      <header className="tester-header">
        <h3>{t({ en: 'Sample events', ja: 'サンプルイベント' })}</h3>
        <Button
          onClick={() => {
            void create();
          }}
        >
          <Plus size={14} />
          {t({ en: 'New sample', ja: 'サンプルを作成' })}
        </Button>
      </header>
      {pattern === undefined ? (
        <p className="hint">
          {t({
            en: 'The pattern cannot be read yet; correct it to try it.',
            ja: 'パターンがまだ有効ではありません。修正すると確認できます。',
          })}
        </p>
      ) : null}
      {results.length === 0 && shown === undefined && pattern !== undefined ? (
        <p className="hint">
          {t({
            en: 'No sample events yet. A new one is made from what the pattern names; an event can be pasted over it.',
            ja: 'サンプルイベントがありません。新しいサンプルはパターンの内容から作成され、イベントを貼り付けて置き換えられます。',
          })}
        </p>
      ) : null}
      <ul className="tester-list">
        {results.map(([sample, result]) => (
          <li key={sample.id} data-current={shown?.id === sample.id}>
            <button
              type="button"
              className="tester-row"
              aria-pressed={shown?.id === sample.id}
              onClick={() => {
                setShown({ id: sample.id, label: sample.label, text: JSON.stringify(sample.event, null, 2) });
              }}
            >
              <Verdict result={result} />
              <span>
                <span className="ellipsis">{sample.label}</span>
                {result.matches ? null : <small>{t(result.reason.words, result.reason.facts)}</small>}
              </span>
            </button>
            <IconButton
              label={t({ en: 'Delete "{name}"', ja: '「{name}」を削除' }, { name: sample.label })}
              onClick={() => {
                studio.getState().editor.run(deleteSample, { id: sample.id });
                if (shown?.id === sample.id) setShown(undefined);
              }}
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      {shown === undefined ? null : <Event shown={shown} pattern={pattern} onChange={setShown} />}
    </section>
  );
}

function Verdict({ result }: { readonly result: MatchResult }) {
  const t = useTranslate();
  const label = result.matches ? t({ en: 'Matches', ja: '一致' }) : t({ en: 'Does not match', ja: '不一致' });
  return (
    <span className="tester-verdict" data-matches={result.matches} role="img" aria-label={label} title={label}>
      {result.matches ? <Check size={12} /> : <X size={12} />}
    </span>
  );
}

interface EventProps {
  readonly shown: Shown;
  readonly pattern: ReturnType<typeof patternOf>;
  readonly onChange: (shown: Shown) => void;
}

/** One event with its text, what the pattern says to it, and the way into the design. */
function Event({ shown, pattern, onChange }: EventProps) {
  const t = useTranslate();
  const read = useMemo(() => eventOf(shown.text, t), [shown.text, t]);
  const result = 'event' in read && pattern !== undefined ? matchEvent(pattern, read.event) : undefined;
  const design = useStudio((state) => state.design);
  const saved = useMemo(
    () => (shown.id === undefined ? undefined : sampleWithId(design, shown.id)),
    [design, shown.id],
  );
  const isSaved =
    saved !== undefined &&
    'event' in read &&
    saved.label === shown.label &&
    JSON.stringify(saved.event) === JSON.stringify(read.event);
  const save = (): void => {
    if (!('event' in read)) return;
    const { editor } = studio.getState();
    const before = new Set(Object.keys(editor.getState().design.samples));
    editor.run(setSample, {
      ...(shown.id === undefined ? {} : { id: shown.id }),
      ...(saved?.node === undefined ? {} : { node: saved.node }),
      label: shown.label,
      event: read.event,
    });
    editor.endGesture();
    const id = shown.id ?? Object.keys(editor.getState().design.samples).find((key) => !before.has(key));
    onChange({ ...shown, id });
  };
  return (
    <div className="tester-event">
      <div className="tester-event-header">
        <input
          className="input"
          aria-label={t({ en: 'Name of the sample', ja: 'サンプルの名前' })}
          value={shown.label}
          autoComplete="off"
          onChange={(event) => {
            onChange({ ...shown, label: event.target.value });
          }}
        />
        <Button disabled={!('event' in read) || isSaved || shown.label.trim() === ''} onClick={save}>
          <Save size={14} />
          {isSaved ? t({ en: 'Saved', ja: '保存済み' }) : t({ en: 'Save', ja: '保存' })}
        </Button>
      </div>
      <div className="tester-text">
        <CodeEditor
          label={t({ en: 'Event', ja: 'イベント' })}
          text={shown.text}
          kind="json"
          language="json"
          onChange={(text) => {
            onChange({ ...shown, text });
          }}
        />
      </div>
      <p className="tester-result" data-matches={result?.matches} role="status">
        {'problem' in read
          ? read.problem
          : result === undefined
            ? ''
            : result.matches
              ? t({ en: 'Matches the pattern.', ja: 'パターンに一致します。' })
              : t(result.reason.words, result.reason.facts)}
      </p>
    </div>
  );
}

/** The event of a text, or what is wrong with it. */
function eventOf(text: string, t: Translate): { readonly event: JsonObject } | { readonly problem: string } {
  const [problem] = checkCode('json', text);
  if (problem !== undefined) {
    const { line, column } = placeInText(text, problem.start);
    return {
      problem: t(
        { en: 'Line {line}, column {column}: {words}', ja: '{line} 行目、{column} 文字目: {words}' },
        { line, column, words: t(problem.words, problem.facts) },
      ),
    };
  }
  const value: unknown = text.trim() === '' ? undefined : JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // What JSON.parse gives is JSON.
      { event: value as JsonObject }
    : { problem: t({ en: 'An event is a JSON object.', ja: 'イベントには JSON オブジェクトが必要です。' }) };
}
