import { Search } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
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

  const focusRow = (step: number): void => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  };
  const arrows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    focusRow(event.key === 'ArrowDown' ? 1 : -1);
  };
  const submit = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const [first] = found;
    if (event.key === 'Enter' && isSearching && first !== undefined) add(first);
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
          <Rows services={found} />
        ) : (
          categoryOrder.map((category) => {
            const members = found.filter((service) => service.category === category);
            return members.length === 0 ? null : (
              <section key={category} aria-label={t(categories[category])}>
                <h2 className="palette-heading">{t(categories[category])}</h2>
                <Rows services={members} />
              </section>
            );
          })
        )}
        {found.length === 0 ? (
          <p className="hint palette-empty">{t({ en: 'No service found.', ja: 'サービスが見つかりませんでした。' })}</p>
        ) : null}
      </div>
    </div>
  );
}

function Rows({ services }: { readonly services: readonly ServiceDefinition[] }) {
  return (
    <ul>
      {services.map((service) => (
        <li key={service.type}>
          <Row service={service} />
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

function Row({ service }: { readonly service: ServiceDefinition }) {
  const t = useTranslate();
  return (
    <Tip label={`${t(service.label)}: ${t(service.description)}`}>
      <button
        type="button"
        className="palette-row"
        draggable
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
}
