import { useEffect, useRef, useState, type ChangeEvent, type CompositionEvent } from 'react';
import { studio } from '../../studio/studio.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * The text of a field while a person types. The design follows each keystroke, but not while an input method composes;
 * a change from elsewhere (undo) shows in the field.
 */
export function useDraft(value: string, commit: (text: string) => void, finish?: (text: string) => void) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const committed = useRef(value);
  useEffect(() => {
    if (value !== committed.current && !composing.current) setText(value);
    committed.current = value;
  }, [value]);
  const take = (next: string): void => {
    setText(next);
    if (composing.current) return;
    committed.current = next;
    commit(next);
  };
  return {
    value: text,
    onChange: (event: ChangeEvent<Field>) => {
      take(event.target.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Field>) => {
      composing.current = false;
      take(event.currentTarget.value);
    },
    onBlur: () => {
      finish?.(text);
      studio.getState().editor.endGesture();
    },
  };
}
