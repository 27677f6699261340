/** Modifier keys as they are now: what React Flow reports of a drag carries no event. */
export interface Modifiers {
  readonly alt: boolean;
  readonly shift: boolean;
  /** Cmd on macOS, Ctrl elsewhere. */
  readonly mod: boolean;
}

type WithModifiers = Pick<MouseEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export const modifiersOf = ({ altKey, shiftKey, ctrlKey, metaKey }: WithModifiers): Modifiers => ({
  alt: altKey,
  shift: shiftKey,
  mod: ctrlKey || metaKey,
});

export const noModifiers: Modifiers = { alt: false, shift: false, mod: false };
