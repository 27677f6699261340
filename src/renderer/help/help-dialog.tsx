import { ChevronLeft, GraduationCap, Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { rank } from '../../model/fold.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { unreachable } from '../../model/invariant.js';
import { closeDialog, useStudio, useTranslate } from '../studio/studio.js';
import { startTour } from '../tour/tour-state.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Keys } from '../ui/keys.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { SourceLink } from '../ui/source-link.js';
import { helpGroups, type HelpBlock, type HelpGroup, type HelpPage } from './define.js';
import { helpPages } from './generated.js';
import './help.css';

/** The help: pages on the left, found in either language, the page on the right. Works without a network. */
export function HelpDialog({ page: first }: { readonly page: string | undefined }) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const [query, setQuery] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([first ?? 'first-steps']);
  const shown = helpPages.find(({ id }) => id === trail.at(-1)) ?? helpPages[0];
  const found = useMemo(() => search(query, language), [query, language]);
  const body = useRef<HTMLElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
    pages.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const open = (id: string): void => {
    setTrail((before) => (before.at(-1) === id ? before : [...before, id]));
  };
  return (
    <Dialog title={t({ en: 'Help', ja: 'ヘルプ' })} width={920} onClose={closeDialog}>
      <div className="help-view">
        <nav className="help-nav" aria-label={t({ en: 'Pages', ja: 'ページ' })} onKeyDown={arrows}>
          <label className="input palette-search">
            <Search size={16} />
            <span className="visually-hidden">{t({ en: 'Search the help', ja: 'ヘルプを検索' })}</span>
            <input
              type="text"
              role="searchbox"
              autoFocus
              value={query}
              placeholder={t({ en: 'Search', ja: '検索' })}
              onChange={(event) => {
                setQuery(event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                const [best] = found;
                if (best !== undefined) open(best.id);
              }}
            />
          </label>
          <div className="help-pages" ref={pages}>
            <PageList pages={found} current={shown?.id} isSearch={query.trim() !== ''} onOpen={open} />
          </div>
          <Button
            variant="quiet"
            onClick={() => {
              closeDialog();
              startTour();
            }}
          >
            <GraduationCap size={14} />
            {t({ en: 'Take the tour', ja: 'ツアーを開始' })}
          </Button>
        </nav>
        {shown === undefined ? null : (
          <article className="help-page" ref={body} tabIndex={0} aria-label={t(shown.title)}>
            {trail.length < 2 ? null : (
              <Button
                variant="link"
                onClick={() => {
                  setTrail((before) => before.slice(0, -1));
                }}
              >
                <ChevronLeft size={14} />
                {t({ en: 'Back', ja: '戻る' })}
              </Button>
            )}
            <h2>
              {shown.icon === undefined ? null : <ServiceIcon icon={shown.icon} size={28} />}
              {t(shown.title)}
            </h2>
            {shown.blocks.map((block, index) => (
              <Block key={`${shown.id} ${String(index)}`} block={block} />
            ))}
          </article>
        )}
      </div>
    </Dialog>
  );
}

function arrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.help-pages button')];
  rows[Math.max(0, rows.findIndex((row) => row === document.activeElement) + step)]?.focus();
}

const textsOf = (block: HelpBlock): readonly Localized[] => {
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'source':
      return [block.text];
    case 'steps':
    case 'list':
      return block.items;
    case 'keys':
      return block.items.map(({ text }) => text);
    case 'fields':
      return block.items.flatMap(({ label, text }) => (text === undefined ? [label] : [label, text]));
    default:
      return unreachable(block);
  }
};

/** Pages that answer a query in either language, best first; all of them without one. */
function search(query: string, language: Language): readonly HelpPage[] {
  if (query.trim() === '') return helpPages;
  const other = language === 'en' ? 'ja' : 'en';
  return helpPages
    .flatMap((page) => {
      const texts = page.blocks.flatMap(textsOf);
      const score = rank(query, [
        translate(page.title, language),
        translate(page.title, other),
        (page.keywords ?? []).join(' '),
        texts.map((text) => translate(text, language)).join(' '),
        texts.map((text) => translate(text, other)).join(' '),
      ]);
      return score === undefined ? [] : [{ page, score }];
    })
    .sort((a, b) => a.score - b.score)
    .map(({ page }) => page);
}

interface PageListProps {
  readonly pages: readonly HelpPage[];
  readonly current: string | undefined;
  readonly isSearch: boolean;
  readonly onOpen: (id: string) => void;
}

function PageList({ pages, current, isSearch, onOpen }: PageListProps) {
  const t = useTranslate();
  if (pages.length === 0) return <p className="hint">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</p>;
  const rows = (list: readonly HelpPage[]) => (
    <ul>
      {list.map((page) => (
        <li key={page.id}>
          <button
            type="button"
            className="help-row"
            aria-current={page.id === current ? 'page' : undefined}
            onClick={() => {
              onOpen(page.id);
            }}
          >
            {page.icon === undefined ? null : <ServiceIcon icon={page.icon} size={16} />}
            <span>{t(page.title)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  if (isSearch) return rows(pages);
  const groups = Object.keys(helpGroups).filter((key): key is HelpGroup => Object.hasOwn(helpGroups, key));
  return groups.map((group) => (
    <section key={group} aria-label={t(helpGroups[group])}>
      <h3>{t(helpGroups[group])}</h3>
      {rows(pages.filter((page) => page.group === group))}
    </section>
  ));
}

function Block({ block }: { readonly block: HelpBlock }) {
  const t = useTranslate();
  switch (block.kind) {
    case 'text':
      return <p>{t(block.text)}</p>;
    case 'heading':
      return <h3>{t(block.text)}</h3>;
    case 'steps':
      return (
        <ol>
          {block.items.map((item, index) => (
            <li key={index}>{t(item)}</li>
          ))}
        </ol>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{t(item)}</li>
          ))}
        </ul>
      );
    case 'keys':
      return (
        <dl className="help-keys">
          {block.items.map(({ keys, text }, index) => (
            <div key={index}>
              <dt>{t(text)}</dt>
              <dd>
                {keys.map((combination) => (
                  <Keys key={combination} combination={combination} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'fields':
      return (
        <dl className="help-fields">
          {block.items.map(({ label, text, limit, source }, index) => (
            <div key={index}>
              <dt>
                {t(label)}
                {limit === undefined ? null : <span className="hint">{t(limit)}</span>}
              </dt>
              <dd>
                {text === undefined ? null : <p>{t(text)}</p>}
                {source === undefined ? null : <SourceLink url={source} title={t({ en: 'Source', ja: '出典' })} />}
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'source':
      return (
        <p>
          <SourceLink url={block.url} title={t(block.text)} />
        </p>
      );
    default:
      return unreachable(block);
  }
}
