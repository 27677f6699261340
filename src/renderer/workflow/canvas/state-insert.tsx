import { useMemo, useState } from 'react';
import { useTranslate } from '../../studio/studio.js';
import { Floating } from '../../canvas/floating.js';
import { report } from '../../studio/report.js';
import { flowEntries, type PaletteEntry } from '../palette/entries.js';
import { EntryWords } from '../palette/entry-row.js';
import { insertStateAt } from '../palette/insert.js';
import { itemKey } from '../palette/item.js';
import { useFound } from '../palette/use-entries.js';
import { closeFloating, useWorkflowCanvas, type WorkflowCanvasState } from './canvas-state.js';
import { ChoiceList } from './choice-list.js';
import { texts } from './texts.js';

/** So many are listed: more than anybody reads, few enough to be drawn at every keystroke. */
const listed = 40;

/** Search for a state or an action, put where one asked for it. */
export function StateInsert() {
  const insert = useWorkflowCanvas((state) => state.insert);
  return insert === undefined ? null : (
    <Insert key={`${String(insert.screen.x)} ${String(insert.screen.y)}`} {...insert} />
  );
}

function Insert({ place, screen }: NonNullable<WorkflowCanvasState['insert']>) {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const found = useFound(query);
  const entries: readonly PaletteEntry[] = query.trim() === '' ? flowEntries : found.entries.slice(0, listed);
  const choices = useMemo(
    () =>
      entries.map((entry) => ({
        id: itemKey(entry.item),
        content: <EntryWords entry={entry} />,
        isRefused: entry.refusal !== undefined,
      })),
    [entries],
  );
  return (
    <Floating at={screen} label={t(texts.insertTitle)} className="search-popover" onClose={closeFloating}>
      <ChoiceList
        placeholder={t(texts.search)}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onChoose={(id) => {
          const entry = entries.find(({ item }) => itemKey(item) === id);
          closeFloating();
          if (entry !== undefined) report(insertStateAt(place, entry.item));
        }}
      />
    </Floating>
  );
}
