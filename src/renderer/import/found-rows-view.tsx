import { useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { ServiceIcon } from '../ui/service-icon.js';
import type { FoundGroup, FoundItem } from './found-rows.js';
import type { FoundPlace } from './import-protocol.js';

/** Rows shown at first; the filter finds the others. */
const firstRows = 300;

interface FoundRowsProps {
  readonly groups: readonly FoundGroup[];
  readonly selected: FoundPlace | undefined;
  readonly onPlace: (place: FoundPlace) => void;
}

/** Groups of what was found; a row that knows its place shows it. Arrows move between those. */
export function FoundRows({ groups, selected, onPlace }: FoundRowsProps) {
  const t = useTranslate();
  const [limit, setLimit] = useState(firstRows);
  const arrows = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button.import-row')];
    const at = rows.findIndex((row) => row === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    rows[at + step]?.focus();
  };
  let room = limit;
  const shown = groups.flatMap((group) => {
    const items = group.items.slice(0, Math.max(0, room));
    room -= items.length;
    return items.length === 0 ? [] : [{ ...group, shown: items }];
  });
  const left = groups.reduce((sum, { items }) => sum + items.length, 0) - limit;
  return (
    <div onKeyDown={arrows}>
      {shown.map(({ key, heading, icon, items, shown: rows }) => (
        <section key={key} className="import-group">
          {heading === '' ? null : (
            <h3>
              {icon === undefined ? null : <ServiceIcon icon={icon} size={20} />}
              <span className="ellipsis">{heading}</span>
              <span className="count">{items.length}</span>
            </h3>
          )}
          <ul>
            {rows.map((item) => (
              <li key={item.key}>
                <Row item={item} selected={selected} onPlace={onPlace} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {left > 0 ? (
        <Button
          variant="link"
          className="import-all"
          onClick={() => {
            setLimit(Infinity);
          }}
        >
          {t({ en: 'Show {count} more', ja: '残り {count} 件を表示' }, { count: left })}
        </Button>
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly item: FoundItem;
  readonly selected: FoundPlace | undefined;
  readonly onPlace: (place: FoundPlace) => void;
}

function Row({ item, selected, onPlace }: RowProps) {
  const { title, detail, chip, place } = item;
  const where = place === undefined ? '' : `${place.file}:${String(place.line)}`;
  const content = (
    <>
      <span className="import-row-words">
        <span className="import-title">{title}</span>
        {detail === '' ? null : <span className="hint import-detail">{detail}</span>}
      </span>
      {where === '' ? null : (
        <code className="hint import-place" title={where}>
          {shortened(where)}
        </code>
      )}
      {chip === undefined ? null : (
        <span className="chip" data-tone={chip.tone}>
          {chip.words}
        </span>
      )}
    </>
  );
  return place === undefined ? (
    <div className="import-row">{content}</div>
  ) : (
    <button
      type="button"
      className="import-row"
      aria-pressed={selected?.file === place.file && selected.line === place.line}
      onClick={() => {
        onPlace(place);
      }}
    >
      {content}
    </button>
  );
}

/** The end of a path says most: the file, its folder and the line. */
const shortened = (where: string): string => {
  const steps = where.split('/');
  return steps.length > 2 ? `…/${steps.slice(-2).join('/')}` : where;
};
