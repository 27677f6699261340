import { useState, type KeyboardEvent } from 'react';

/** The current one of a list of names, moved by the keys of the field above it. Enter takes it. */
export function useNameChoice(names: readonly string[], onChoose: (name: string) => void) {
  const [current, setCurrent] = useState(0);
  return {
    current: Math.min(current, Math.max(0, names.length - 1)),
    point: setCurrent,
    /** Whether the key was one of the list's. */
    key: (event: KeyboardEvent): boolean => {
      if (event.nativeEvent.isComposing || names.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : names.length - 1;
        setCurrent((index) => (Math.min(index, names.length - 1) + step) % names.length);
      } else if (event.key === 'Enter') {
        const name = names[Math.min(current, names.length - 1)];
        if (name !== undefined) onChoose(name);
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}
