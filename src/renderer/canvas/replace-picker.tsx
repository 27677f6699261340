import { useMemo } from 'react';
import { replaceService } from '../../editor/commands/replace-service.js';
import { replacementsFor } from '../../editor/replacement.js';
import { lookup } from '../../model/design.js';
import { searchServices } from '../search/services.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { closeFloating, useCanvas, type CanvasState } from './canvas-state.js';
import { Floating } from './floating.js';
import { SearchList, type SearchItem } from './search-list.js';
import { texts } from './texts.js';

/** Another service in place of a node: those that keep all connections first, the others say what would be lost. */
export function ReplacePicker() {
  const replacing = useCanvas((state) => state.replacing);
  return replacing === undefined ? null : <Picker key={replacing.node} {...replacing} />;
}

/** Names of so many lost connections are said; of more only the count. */
const named = 2;

function Picker({ node, at }: NonNullable<CanvasState['replacing']>) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const system = useStudio((state) => state.system);
  const from = lookup(system.design.nodes, node)?.label ?? '';
  const replacements = useMemo(() => replacementsFor(system, node), [system, node]);
  const items = (query: string): readonly SearchItem[] => {
    const found =
      query.trim() === ''
        ? replacements
        : searchServices(query, language).flatMap(
            (service) => replacements.find((candidate) => candidate.service === service) ?? [],
          );
    return found.map(({ service, keeps, loses }): SearchItem => {
      const item = { id: service.type, icon: service.icon, label: t(service.label) };
      if (loses.length === 0) return { ...item, detail: keeps === 0 ? '' : t(texts.keepsAll) };
      const names = loses.map((connection) => {
        const other = connection.from === node ? connection.to : connection.from;
        return system.node(other)?.label ?? other;
      });
      return {
        ...item,
        detail: t(texts.loses, { count: loses.length }),
        tone: 'warn',
        ...(loses.length <= named ? { note: t(texts.without, { names: names.join(t(texts.listSeparator)) }) } : {}),
      };
    });
  };
  const title = t(texts.replaceTitle, { from });
  return (
    <Floating at={at} label={title} className="search-popover">
      <h2 className="search-title">{title}</h2>
      <SearchList
        placeholder={t(texts.search)}
        items={items}
        empty={t(texts.nothingFound)}
        onChoose={(service) => {
          closeFloating();
          studio.getState().editor.run(replaceService, { node, service });
        }}
      />
    </Floating>
  );
}
