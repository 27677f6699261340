import { useStore } from '@xyflow/react';
import { Ban } from 'lucide-react';
import { useStudio, useTranslate } from '../studio/studio.js';
import { useCanvas } from './canvas-state.js';
import { texts } from './texts.js';

/** Why a connection cannot end at the node under the pointer, and what could be done instead. */
export function RefusalCard() {
  const t = useTranslate();
  const connecting = useCanvas((state) => state.connecting);
  const over = connecting?.over;
  const system = useStudio((state) => state.system);
  const place = useStore((state) => {
    const node = over === undefined ? undefined : state.nodeLookup.get(over);
    if (node === undefined) return '';
    const [x, y, zoom] = state.transform;
    const { positionAbsolute } = node.internals;
    return `${String(positionAbsolute.x * zoom + x)} ${String((positionAbsolute.y + (node.measured.height ?? 0)) * zoom + y)}`;
  });
  if (connecting === undefined || over === undefined || place === '') return null;
  const node = [...system.nodes.values()].find(({ id }) => id === over);
  const end = node === undefined ? undefined : connecting.ends.get(node.id);
  if (end === undefined || !('refusal' in end)) return null;
  const [x, y] = place.split(' ').map(Number);
  return (
    <div className="refusal" role="status" style={{ left: x, top: (y ?? 0) + 6 }}>
      <Ban size={14} />
      <span>
        <b>{t(end.refusal.reason)}</b>
        <br />
        {t(texts.nearest, { way: end.refusal.nearest })}
      </span>
    </div>
  );
}
