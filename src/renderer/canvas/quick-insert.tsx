import { useMemo } from 'react';
import { categories } from '../../catalog/define.js';
import { containsPoint } from '../../layout/geometry.js';
import { shownOf } from '../../layout/shown.js';
import { entries, lookup, type Design, type Point } from '../../model/design.js';
import { searchServices } from '../search/services.js';
import { useStudio, studio, useTranslate } from '../studio/studio.js';
import { useCanvas, type CanvasState } from './canvas-state.js';
import { insertService } from './connecting.js';
import { Floating } from './floating.js';
import { nextServices } from './next-services.js';
import { SearchList, type SearchItem } from './search-list.js';
import { texts } from './texts.js';

/** Search for a service and put it where one asked for it; after a port, only what can be connected. */
export function QuickInsert() {
  const insert = useCanvas((state) => state.insert);
  return insert === undefined ? null : <Insert key={`${String(insert.at.x)} ${String(insert.at.y)}`} {...insert} />;
}

function Insert({ at, screen, from }: NonNullable<CanvasState['insert']>) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const fromLabel = useStudio(({ design }) => (from === undefined ? '' : (lookup(design.nodes, from)?.label ?? '')));
  const system = useStudio((state) => state.system);
  const next = useMemo(
    () => (from === undefined ? undefined : nextServices(system, from, language)),
    [from, system, language],
  );
  const items = (query: string): readonly SearchItem[] => {
    const found = searchServices(query, language);
    if (next === undefined)
      return found.map((service) => ({
        id: service.type,
        icon: service.icon,
        label: t(service.label),
        detail: t(categories[service.category]),
      }));
    const offered =
      query.trim() === ''
        ? next
        : found.flatMap((service) => next.find((candidate) => candidate.service === service) ?? []);
    return offered.map(({ service, best, ways, used }) => ({
      id: service.type,
      icon: service.icon,
      label: t(service.label),
      detail: best.kind === 'direct' && ways === 1 ? t(texts.direct) : t(texts.ways, { count: ways }),
      note: [t(best.title), ...(used > 0 ? [t(texts.usedHere, { count: used })] : [])].join(' · '),
    }));
  };
  const title = from === undefined ? t(texts.insertTitle) : t(texts.insertAfter, { from: fromLabel });
  return (
    <Floating at={screen} label={title} className="search-popover">
      {from === undefined ? null : <h2 className="search-title">{title}</h2>}
      <SearchList
        placeholder={t(texts.search)}
        items={items}
        empty={t(texts.nothingFound)}
        onChoose={(service) => {
          insertService(service, at, contextAt(studio.getState().design, at), from);
        }}
      />
    </Floating>
  );
}

/** The context whose area lies at a point. */
export function contextAt(design: Design, point: Point): string | undefined {
  const { areas } = shownOf(design);
  return entries(design.contexts)
    .map(([id]) => id as string)
    .filter((id) => {
      const box = areas.get(id);
      return box !== undefined && containsPoint(box, point);
    })
    .at(-1);
}
