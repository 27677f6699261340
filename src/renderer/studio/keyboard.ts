/** Key combinations such as `Mod+Shift+Z`, `/`, `Shift+Digit1`; `Mod` is Cmd on macOS and Ctrl elsewhere. */

type Keystroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Whether an event is a combination. Letters and signs go by what the key types, so that other layouts work; digits
 * go by the key itself, because Shift and JIS keyboards change what it types.
 */
export function isCombination(event: Keystroke, combination: string, mac: boolean): boolean {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || other || event.altKey !== wants('Alt')) return false;
  if (/^(Digit|Key|Numpad)/.test(key)) return event.shiftKey === wants('Shift') && event.code === key;
  // Which signs need Shift depends on the keyboard.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && event.shiftKey !== wants('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** Whether a key typed here belongs to what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

const editing = ['a', 'c', 'v', 'x', 'z', 'y'];

/** Whether a combination means something to a text field: then the field gets it, not the app. */
export function belongsToText(combination: string): boolean {
  const parts = combination.split('+');
  if (!parts.includes('Mod') && !parts.includes('Alt')) return true;
  return editing.includes((parts.at(-1) ?? '').toLowerCase().replace(/^key/, ''));
}
