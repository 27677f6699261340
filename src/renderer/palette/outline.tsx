import { ChevronRight, Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { fold } from '../../model/fold.js';
import { revealState } from '../studio/reveal.js';
import { revealInCanvas, useStudio, useTranslate, type StudioState } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { VirtualRows } from '../ui/virtual-rows.js';
import { highlight } from './highlight.js';
import { outlineOf, rowsOf, type OutlineItem, type OutlineRow, type OutlineTarget } from './outline-items.js';

const rowHeight = 26;
/** Letters typed within this time are one beginning of a name. */
const typeAheadMilliseconds = 600;

/** Contexts are open until they are closed, nodes closed until they are opened. */
const isOpenAtFirst = ({ target }: OutlineItem): boolean => target.kind === 'context';

function goTo(target: OutlineTarget): void {
  switch (target.kind) {
    case 'context':
      revealInCanvas({ contexts: new Set([target.id]) });
      return;
    case 'node':
      revealInCanvas({ nodes: new Set([target.id]) });
      return;
    case 'connection':
      revealInCanvas({ connections: new Set([target.id]) });
      return;
    case 'note':
      revealInCanvas({ notes: new Set([target.id]) });
      return;
    case 'state':
      revealState(target.id, target.path);
  }
}

function isSelected({ kind, id }: OutlineTarget, selection: StudioState['selection']): boolean {
  if (kind === 'node') return selection.nodes.has(id);
  if (kind === 'connection') return selection.connections.has(id);
  if (kind === 'context') return selection.contexts.has(id);
  return kind === 'note' && selection.notes.has(id);
}

/** Everything in the design as a tree, with a search over names, states, notes and texts. */
export function Outline() {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const language = useStudio((state) => state.language);
  const [query, setQuery] = useState('');
  const items = useMemo(() => outlineOf(system, language), [system, language]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => rowsOf(items, query, (item) => toggled.has(item.key) !== isOpenAtFirst(item)),
    [items, query, toggled],
  );
  const tree = useRef<HTMLDivElement>(null);
  if (items.length === 0)
    return <p className="hint palette-empty">{t({ en: 'Nothing is drawn yet.', ja: 'まだ何も描かれていません。' })}</p>;
  const label = t({ en: 'Find in the outline', ja: 'アウトラインを検索' });
  return (
    <div className="outline-panel">
      <label className="input palette-search">
        <Search size={16} />
        <span className="visually-hidden">{label}</span>
        <input
          type="text"
          role="searchbox"
          value={query}
          placeholder={t({ en: 'Find', ja: '検索' })}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') setQuery('');
            else if (event.key === 'ArrowDown') tree.current?.focus();
            else if (event.key === 'Enter') {
              const first =
                rows.find(({ item, found }) => found !== undefined || item.children.length === 0) ?? rows[0];
              if (first !== undefined) goTo(first.item.target);
            } else return;
            event.preventDefault();
          }}
        />
      </label>
      {rows.length === 0 ? (
        <p className="hint palette-empty">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</p>
      ) : (
        <OutlineTree
          ref={tree}
          rows={rows}
          query={query}
          onToggle={(key) => {
            setToggled((before) => {
              const after = new Set(before);
              if (!after.delete(key)) after.add(key);
              return after;
            });
          }}
        />
      )}
    </div>
  );
}

interface OutlineTreeProps {
  readonly ref: React.RefObject<HTMLDivElement | null>;
  readonly rows: readonly OutlineRow[];
  readonly query: string;
  readonly onToggle: (key: string) => void;
}

function OutlineTree({ ref, rows, query, onToggle }: OutlineTreeProps) {
  const t = useTranslate();
  const id = useId();
  const selection = useStudio((state) => state.selection);
  const [activeKey, setActiveKey] = useState<string>();
  const typed = useRef({ text: '', at: 0 });
  const found = rows.findIndex(({ item }) => item.key === activeKey);
  const active = found === -1 ? 0 : found;

  useEffect(() => {
    const element = ref.current;
    if (element === null || found === -1) return;
    const top = found * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
  }, [ref, found]);

  const move = (index: number): void => {
    setActiveKey(rows[Math.max(0, Math.min(rows.length - 1, index))]?.item.key);
  };
  const typeAhead = (letter: string): void => {
    const now = performance.now();
    const { text, at } = typed.current;
    typed.current = { text: now - at < typeAheadMilliseconds ? text + letter : letter, at: now };
    const start = fold(typed.current.text);
    const from = typed.current.text.length > 1 ? active : active + 1;
    const order = [...rows.slice(from), ...rows.slice(0, from)];
    const hit = order.find(({ item }) => fold(item.label.replace(/^→ /, '')).startsWith(start));
    if (hit !== undefined) setActiveKey(hit.item.key);
  };
  const key = (event: KeyboardEvent): void => {
    const row = rows[active];
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || row === undefined) return;
    switch (event.key) {
      case 'ArrowDown':
        move(active + 1);
        break;
      case 'ArrowUp':
        move(active - 1);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(rows.length - 1);
        break;
      case 'ArrowRight':
        if (row.expanded === false) onToggle(row.item.key);
        else if (row.expanded === true) move(active + 1);
        break;
      case 'ArrowLeft':
        if (row.expanded === true && query.trim() === '') onToggle(row.item.key);
        else move(rows.findLastIndex(({ level }, index) => index < active && level < row.level));
        break;
      case 'Enter':
        goTo(row.item.target);
        break;
      default:
        if (event.key.length !== 1 || event.key === ' ') return;
        typeAhead(event.key);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={ref}
      className="palette-list outline"
      role="tree"
      tabIndex={0}
      aria-label={t({ en: 'Outline', ja: 'アウトライン' })}
      aria-activedescendant={`${id}-${String(active)}`}
      onKeyDown={key}
    >
      <VirtualRows
        scroller={ref}
        count={rows.length}
        rowHeight={rowHeight}
        render={(index) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Row
              key={row.item.key}
              id={`${id}-${String(index)}`}
              row={row}
              query={query}
              isActive={index === active}
              isSelected={isSelected(row.item.target, selection)}
              onToggle={onToggle}
              onChoose={() => {
                setActiveKey(row.item.key);
                goTo(row.item.target);
              }}
            />
          );
        }}
      />
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: OutlineRow;
  readonly query: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onToggle: (key: string) => void;
  readonly onChoose: () => void;
}

function Row({ id, row, query, isActive, isSelected: selected, onToggle, onChoose }: RowProps) {
  const { item, level, expanded, position, siblings, found } = row;
  return (
    <div
      id={id}
      role="treeitem"
      className="outline-row"
      data-kind={item.target.kind}
      data-active={isActive}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      title={[item.label, item.detail].filter((text) => text !== '').join('\n')}
      style={{ paddingLeft: 4 + (level - 1) * 14 }}
      onClick={onChoose}
    >
      <span
        className="outline-toggle"
        data-open={expanded ?? false}
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          onToggle(item.key);
        }}
      >
        {expanded === undefined ? null : <ChevronRight size={12} />}
      </span>
      {item.icon === undefined ? null : <ServiceIcon icon={item.icon} size={16} />}
      <span className="outline-label ellipsis">
        <Marked text={item.label} query={query} />
      </span>
      <small className="ellipsis">
        <Marked text={found === undefined ? item.detail : excerpt(found, query)} query={query} />
      </small>
    </div>
  );
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  return highlight(text, query).map(({ text: piece, isMatch }, index) =>
    isMatch ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
  );
}

const excerptLength = 60;

/** The part of a long text that a search found. */
function excerpt(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const [before = { text: '' }] = highlight(line, query);
  const start = Math.max(0, before.text.length - 12);
  return `${start > 0 ? '…' : ''}${line.slice(start, start + excerptLength)}`;
}
