import { Search } from 'lucide-react';
import { memo, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { categories, type Category, type ServiceDefinition } from '../../catalog/define.js';
import { addNode } from '../../editor/commands/add-node.js';
import { searchServices } from '../search/services.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { columnsOf } from '../ui/columns.js';
import { Tip } from '../ui/button.js';
import { serviceDragType } from './service-drag.js';
import { ServiceIcon } from '../ui/service-icon.js';

const isCategory = (key: string): key is Category => Object.hasOwn(categories, key);
const categoryOrder = Object.keys(categories).filter(isCategory);

function add(service: ServiceDefinition): void {
  const { editor, view, language } = studio.getState();
  editor.run(addNode, {
    service: service.type,
    placement: { at: view?.centre() ?? { x: 0, y: 0 } },
    language,
  });
}

/** The services of the catalog by category, with a search; dragged onto the canvas, or added to its middle. */
export function Services() {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchServices(query, language), [query, language]);
  const isSearching = query.trim() !== '';
  const sections = categoryOrder
    .map((category) => ({ category, members: found.filter((service) => service.category === category) }))
    .filter(({ members }) => members.length > 0);
  // Tab comes to one row, arrows go on from there: past a hundred services nobody would get to the canvas.
  const [visited, setVisited] = useState<string>();
  const first = isSearching ? found[0] : sections[0]?.members[0];
  const stop = found.some(({ type }) => type === visited) ? visited : first?.type;

  const focusRow = (step: number): void => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    // From the search field to where Tab would come to.
    const next = at < 0 ? rows.findIndex((row) => row.tabIndex === 0) : at + step;
    rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
  };
  const arrows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    focusRow(event.key === 'ArrowDown' ? 1 : -1);
  };
  const submit = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const [best] = found;
    if (event.key === 'Enter' && isSearching && best !== undefined) add(best);
    else if (event.key === 'Escape') setQuery('');
  };

  return (
    <div className="services" onKeyDown={arrows}>
      <label className="input palette-search">
        <Search size={16} />
        <span className="visually-hidden">{t({ en: 'Find a service', ja: 'サービスを検索' })}</span>
        <input
          type="text"
          role="searchbox"
          value={query}
          placeholder={t({ en: 'Find a service', ja: 'サービスを検索' })}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
          onKeyDown={submit}
        />
      </label>
      <div className="palette-list" ref={list}>
        {isSearching ? (
          <Rows services={found} stop={stop} onVisit={setVisited} />
        ) : (
          sections.map(({ category, members }) => (
            <section key={category} aria-label={t(categories[category])}>
              <h2 className="palette-heading">{t(categories[category])}</h2>
              <Rows services={members} stop={stop} onVisit={setVisited} />
            </section>
          ))
        )}
        {found.length === 0 ? (
          <p className="hint palette-empty">{t({ en: 'No service found.', ja: 'サービスが見つかりませんでした。' })}</p>
        ) : null}
      </div>
    </div>
  );
}

interface RowsProps {
  readonly services: readonly ServiceDefinition[];
  /** The service whose row Tab comes to. */
  readonly stop: string | undefined;
  readonly onVisit: (service: string) => void;
}

function Rows({ services, stop, onVisit }: RowsProps) {
  return (
    <ul>
      {services.map((service) => (
        <li key={service.type}>
          <Row service={service} isStop={service.type === stop} onVisit={onVisit} />
        </li>
      ))}
    </ul>
  );
}

const rowColumns = 20;

/** A name that fits into a row: without the brand where it is too long, since category and icon say it as well. */
function rowWords(label: string): string {
  if (columnsOf(label) <= rowColumns) return label;
  const words = label.replace(/^(EventBridge|Step Functions|CloudFormation) /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface RowProps {
  readonly service: ServiceDefinition;
  readonly isStop: boolean;
  readonly onVisit: (service: string) => void;
}

const Row = memo(function Row({ service, isStop, onVisit }: RowProps) {
  const t = useTranslate();
  return (
    <Tip label={`${t(service.label)}: ${t(service.description)}`}>
      <button
        type="button"
        className="palette-row"
        tabIndex={isStop ? 0 : -1}
        draggable
        onFocus={() => {
          onVisit(service.type);
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData(serviceDragType, service.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => {
          add(service);
        }}
      >
        <ServiceIcon icon={service.icon} size={20} />
        <span className="ellipsis">{rowWords(t(service.label))}</span>
      </button>
    </Tip>
  );
});
