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
  const isOwnChange = useRef(false);
  const known = useRef(value);
  useEffect(() => {
    // What was typed stays as typed, though the design may hold it in another form: `1.` is 1, and 1.5 in a moment.
    if (value !== known.current && !isOwnChange.current && !composing.current) setText(value);
    known.current = value;
    isOwnChange.current = false;
  });
  const take = (next: string): void => {
    setText(next);
    if (composing.current) return;
    isOwnChange.current = true;
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
      // Back to what the design holds where the text was not taken over, such as an empty name.
      setText(value);
      studio.getState().editor.endGesture();
    },
  };
}
