import { useLayoutEffect, useRef, useState, type ChangeEvent, type CompositionEvent } from 'react';
import { studio } from '../../studio/studio.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * The text of a field while a person types. The design follows each keystroke, but not while an input method composes;
 * a change from elsewhere (undo) shows in the field.
 */
export function useDraft(value: string, commit: (text: string) => void, finish?: (text: string) => void) {
  const draft = useTyping(value, commit);
  return {
    ...draft.props,
    onBlur: () => {
      finish?.(draft.text);
      // Back to what the design holds where the text was not taken over, such as an empty name.
      draft.show(value);
      studio.getState().editor.endGesture();
    },
  };
}

/**
 * The same for a field whose text may be wrong: `take` gives back what is wrong with it, or takes it over. A wrong text
 * stays on screen, also when the field is left, until it is right or the design changes; the design keeps the last right
 * value.
 */
export function useChecked<Problem>(value: string, take: (text: string) => Problem | undefined) {
  const [problem, setProblem] = useState<Problem>();
  const draft = useTyping(
    value,
    (text) => {
      const found = take(text);
      setProblem(() => found);
    },
    () => {
      setProblem(undefined);
    },
  );
  return {
    problem,
    text: draft.text,
    /** As if typed: for arrow keys and suggestions. */
    type: draft.type,
    /** Back to what the design holds. */
    restore: () => {
      setProblem(undefined);
      draft.show(value);
    },
    props: {
      ...draft.props,
      onBlur: () => {
        if (problem === undefined) draft.show(value);
        studio.getState().editor.endGesture();
      },
    },
  };
}

function useTyping(value: string, commit: (text: string) => void, replaced?: () => void) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const isOwnChange = useRef(false);
  const known = useRef(value);
  // At once: an effect that waits could follow the next keystroke, and take it for a change from elsewhere.
  useLayoutEffect(() => {
    // What was typed stays as typed, though the design may hold it in another form: `1.` is 1, and 1.5 in a moment.
    if (value !== known.current && !isOwnChange.current && !composing.current) {
      setText(value);
      replaced?.();
    }
    known.current = value;
    isOwnChange.current = false;
  });
  const type = (next: string): void => {
    setText(next);
    if (composing.current) return;
    isOwnChange.current = true;
    commit(next);
  };
  return {
    text,
    type,
    show: setText,
    props: {
      value: text,
      onChange: (event: ChangeEvent<Field>) => {
        type(event.target.value);
      },
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionEnd: (event: CompositionEvent<Field>) => {
        composing.current = false;
        type(event.currentTarget.value);
      },
    },
  };
}
