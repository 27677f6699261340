/** A pointer is held down on something that follows it: until it is let go, keys belong to that gesture alone. */
let held = 0;

/** Begins a gesture; what it gives ends it. */
export function holdPointer(): () => void {
  let isHeld = true;
  held += 1;
  return () => {
    if (isHeld) held -= 1;
    isHeld = false;
  };
}

export const isPointerHeld = (): boolean => held > 0;
