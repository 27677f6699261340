import { X } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { ListField } from '../../../model/fields.js';
import { studio, useTranslate } from '../../studio/studio.js';
import type { ControlProps } from './control.js';

const maxItems = 500;
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n\r,、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The list with the item moved to another place. */
function moved(values: readonly string[], from: number, to: number): readonly string[] {
  const item = values[from];
  if (item === undefined || to < 0 || to >= values.length) return values;
  const rest = values.filter((_, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * A list of texts as chips: Enter or a comma adds, several lines are pasted as several items. On a chip, Enter takes it
 * back into the field, Delete removes it, Alt with an arrow moves it; chips can be dragged as well.
 */
export function ListControl(props: ControlProps<ListField>) {
  const { id, field, given, resolved, mixed = false, invalid, describedBy, onChange } = props;
  const t = useTranslate();
  const values = mixed ? [] : textsOf(given ?? resolved);
  const [text, setText] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const dragged = useRef<number>(undefined);
  const set = (next: readonly string[]): void => {
    onChange(next.length === 0 ? undefined : next.slice(0, maxItems));
    studio.getState().editor.endGesture();
  };
  const add = (added: readonly string[]): void => {
    setText('');
    if (added.length > 0) set([...values, ...added]);
  };
  const focus = (at: number): void => {
    requestAnimationFrame(() => {
      const chips = root.current?.querySelectorAll<HTMLElement>('.list-chip-text');
      (chips?.[at] ?? root.current?.querySelector('input'))?.focus();
    });
  };
  const remove = (at: number): void => {
    set(values.filter((_, index) => index !== at));
    focus(at);
  };
  const chipKey = (event: KeyboardEvent, at: number): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0) {
      event.preventDefault();
      event.stopPropagation();
      if (event.altKey) set(moved(values, at, at + step));
      focus(Math.max(0, event.altKey ? Math.min(values.length - 1, at + step) : at + step));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      event.stopPropagation();
      remove(at);
    }
  };
  const edit = (at: number): void => {
    const value = values[at] ?? '';
    set(values.filter((_, index) => index !== at));
    setText(value);
    focus(values.length);
  };
  const list = field.suggestions === undefined ? undefined : `${id}-suggestions`;
  const input = {
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>): void => {
      if (event.nativeEvent.isComposing) return;
      if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
        event.preventDefault();
        add(linesOf(text));
      } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
        event.preventDefault();
        edit(values.length - 1);
      } else if (event.key === 'ArrowLeft' && text === '' && values.length > 0) focus(values.length - 1);
    },
    onPaste: (event: ClipboardEvent<HTMLInputElement>): void => {
      const lines = linesOf(event.clipboardData.getData('text/plain'));
      if (lines.length < 2) return;
      event.preventDefault();
      add([...linesOf(text), ...lines]);
    },
  };
  return (
    <div className="list-field input" role="group" aria-labelledby={`${id}-label`} aria-invalid={invalid} ref={root}>
      {values.map((value, at) => (
        <span
          key={`${String(at)} ${value}`}
          className="list-chip"
          draggable
          onDragStart={() => {
            dragged.current = at;
          }}
          onDragOver={(event) => {
            if (dragged.current !== undefined) event.preventDefault();
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged.current !== undefined) set(moved(values, dragged.current, at));
            dragged.current = undefined;
          }}
        >
          <button
            type="button"
            className="list-chip-text mono"
            title={value}
            aria-label={t(
              { en: '{value}, {at} of {count}', ja: '{value}、{count} 件中 {at} 件目' },
              { value, at: at + 1, count: values.length },
            )}
            onKeyDown={(event) => {
              chipKey(event, at);
            }}
            onClick={() => {
              edit(at);
            }}
          >
            {value}
          </button>
          <button
            type="button"
            className="list-chip-remove"
            tabIndex={-1}
            aria-label={t({ en: 'Remove {value}', ja: '{value} を削除' }, { value })}
            onClick={() => {
              remove(at);
            }}
          >
            <X size={12} />
          </button>
        </span>
      ))}
      <input
        id={id}
        value={text}
        aria-describedby={describedBy}
        placeholder={values.length === 0 ? (field.suggestions?.[0] ?? t({ en: 'Add…', ja: '追加…' })) : ''}
        spellCheck={false}
        autoComplete="off"
        list={list}
        {...input}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={() => {
          add(linesOf(text));
        }}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {field.suggestions
            ?.filter((value) => !values.includes(value))
            .map((value) => (
              <option key={value} value={value} />
            ))}
        </datalist>
      )}
    </div>
  );
}
