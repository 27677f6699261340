import { loadLater } from '../ui/load-later.js';
import { useFind } from './find-state.js';

const FindBox = loadLater(async () => (await import('./find-box.js')).FindBox);

/** The search over the canvas, while it is open. */
export function FindPanel() {
  const open = useFind((state) => state.open);
  return open ? <FindBox /> : null;
}
