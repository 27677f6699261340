import { nodeId } from '../../model/design.js';
import { rank } from '../../model/fold.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { useCanvas, type CanvasState } from './canvas-state.js';
import { endConnecting } from './connecting.js';
import { Floating } from './floating.js';
import { SearchList, type SearchItem } from './search-list.js';
import { texts } from './texts.js';

/** The other end of a connection, chosen by keyboard: every node that a connection can end at. */
export function TargetPicker() {
  const picker = useCanvas((state) => state.picker);
  return picker === undefined ? null : <Picker key={picker.from} {...picker} />;
}

function Picker({ from, ends, at }: NonNullable<CanvasState['picker']>) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const title = t(texts.insertAfter, { from: system.node(from)?.label ?? '' });
  const items = (query: string): readonly SearchItem[] =>
    [...ends]
      .flatMap(([id, end]) => {
        const node = system.node(id);
        if (node === undefined || id === from || 'refusal' in end) return [];
        const score = query.trim() === '' ? 0 : rank(query, [node.label, t(node.service.label)]);
        if (score === undefined) return [];
        const detail = end.direct && end.ways === 1 ? t(texts.direct) : t(texts.ways, { count: end.ways });
        return [{ score, item: { id, icon: node.service.icon, label: node.label, detail } }];
      })
      .sort((a, b) => a.score - b.score)
      .map(({ item }) => item);
  return (
    <Floating at={at} label={title} className="search-popover">
      <h2 className="search-title">{title}</h2>
      <SearchList
        placeholder={t(texts.searchNodes)}
        items={items}
        empty={t(texts.noTarget)}
        onChoose={(id) => {
          endConnecting(from, nodeId(id), at);
        }}
      />
    </Floating>
  );
}
