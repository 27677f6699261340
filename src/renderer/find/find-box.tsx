import { ArrowDown, ArrowUp, CaseSensitive, ChevronRight, Replace, ReplaceAll, WholeWord, X } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { replace } from '../../editor/commands/replace.js';
import { findInDesign, findScopes, type FindMatch, type FindScope } from '../../editor/find.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button, IconButton } from '../ui/button.js';
import { VirtualRows } from '../ui/virtual-rows.js';
import { excerptOf, goToMatch, ownerOf } from './find-places.js';
import { closeFind, findState, useFind } from './find-state.js';
import './find.css';

const rowHeight = 44;
const scopeNames = Object.keys(findScopes).filter((name): name is FindScope => Object.hasOwn(findScopes, name));

/** Find and replace: what is searched for, where, and the matches with their places. */
export function FindBox() {
  const t = useTranslate();
  const state = useFind((all) => all);
  const { replacing, query, replacement, caseSensitive, wholeWord, scopes, calls, steps } = state;
  const matches = useMatches();
  const current = matches.length === 0 ? 0 : Math.min(state.current, matches.length - 1);
  const input = useRef<HTMLInputElement>(null);
  const stepsDone = useRef(steps);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [calls]);
  const go = (to: number): void => {
    if (matches.length === 0) return;
    const next = (to + matches.length) % matches.length;
    findState.setState({ current: next });
    const match = matches[next];
    if (match !== undefined) goToMatch(match, false);
  };
  useEffect(() => {
    const by = steps - stepsDone.current;
    stepsDone.current = steps;
    if (by !== 0) go(current + by);
  });

  const replaceThese = (these: readonly FindMatch[]): void => {
    const { editor } = studio.getState();
    editor.run(replace, { matches: these.filter(({ isReplaceable }) => isReplaceable), replacement });
    editor.endGesture();
    // The button may have nothing left to do: the focus stays where one goes on from.
    input.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    // Enter and Escape belong to the input method while it converts.
    if (event.nativeEvent.isComposing) return;
    const inField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') closeFind();
    else if (event.key === 'F3') go(current + (event.shiftKey ? -1 : 1));
    else if (inField && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const match = matches[current];
      if (match !== undefined) goToMatch(match, true);
    } else if (event.target === input.current && event.key === 'Enter') go(current + (event.shiftKey ? -1 : 1));
    else if (inField && event.key === 'ArrowDown') go(current + 1);
    else if (inField && event.key === 'ArrowUp') go(current - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const present = matches[current];
  const replaceable = matches.filter(({ isReplaceable }) => isReplaceable).length;
  const count =
    query === ''
      ? ''
      : matches.length === 0
        ? t({ en: 'No matches', ja: '一致なし' })
        : t({ en: '{at} of {count}', ja: '{at}/{count} 件' }, { at: current + 1, count: matches.length });
  return (
    <section
      className="popover find-panel"
      role="search"
      aria-label={t({ en: 'Find and replace', ja: '検索と置換' })}
      onKeyDown={key}
    >
      <div className="find-row">
        <IconButton
          label={replacing ? t({ en: 'Find only', ja: '検索のみ' }) : t({ en: 'Replace too', ja: '置換も表示' })}
          aria-expanded={replacing}
          onClick={() => {
            findState.setState({ replacing: !replacing });
          }}
        >
          <ChevronRight size={14} className="find-expand" data-open={replacing} />
        </IconButton>
        <span className="input">
          <input
            ref={input}
            type="text"
            role="searchbox"
            aria-label={t({ en: 'Find', ja: '検索' })}
            placeholder={t({ en: 'Find in the design', ja: '設計内を検索' })}
            value={query}
            spellCheck={false}
            maxLength={1000}
            onChange={(event) => {
              findState.setState({ query: event.target.value, current: 0 });
            }}
          />
          <Option
            label={t({ en: 'Match case', ja: '大文字と小文字を区別' })}
            on={caseSensitive}
            onChange={(on) => {
              findState.setState({ caseSensitive: on, current: 0 });
            }}
          >
            <CaseSensitive size={16} />
          </Option>
          <Option
            label={t({ en: 'Whole words', ja: '単語単位' })}
            on={wholeWord}
            onChange={(on) => {
              findState.setState({ wholeWord: on, current: 0 });
            }}
          >
            <WholeWord size={16} />
          </Option>
        </span>
        <span className="find-count" role="status">
          {count}
        </span>
        <IconButton
          label={t({ en: 'Previous match', ja: '前の一致' })}
          keys="Shift+F3"
          onClick={() => {
            go(current - 1);
          }}
        >
          <ArrowUp size={14} />
        </IconButton>
        <IconButton
          label={t({ en: 'Next match', ja: '次の一致' })}
          keys="F3"
          onClick={() => {
            go(current + 1);
          }}
        >
          <ArrowDown size={14} />
        </IconButton>
        <IconButton label={t({ en: 'Close', ja: '閉じる' })} keys="Escape" onClick={closeFind}>
          <X size={14} />
        </IconButton>
      </div>
      {replacing ? (
        <div className="find-row find-replace">
          <span className="input">
            <input
              type="text"
              aria-label={t({ en: 'Replacement', ja: '置換後の文字列' })}
              placeholder={t({ en: 'Replace with', ja: '置換後の文字列' })}
              value={replacement}
              spellCheck={false}
              maxLength={1000}
              onChange={(event) => {
                findState.setState({ replacement: event.target.value });
              }}
            />
          </span>
          <Button
            disabled={present?.isReplaceable !== true}
            onClick={() => {
              if (present !== undefined) replaceThese([present]);
            }}
          >
            <Replace size={14} />
            {t({ en: 'Replace', ja: '置換' })}
          </Button>
          <Button
            disabled={replaceable === 0}
            onClick={() => {
              replaceThese(matches);
            }}
          >
            <ReplaceAll size={14} />
            {t({ en: 'All ({count})', ja: 'すべて ({count})' }, { count: replaceable })}
          </Button>
        </div>
      ) : null}
      <div className="find-scopes" role="group" aria-label={t({ en: 'Where', ja: '検索範囲' })}>
        {scopeNames.map((scope) => (
          <button
            key={scope}
            type="button"
            className="chip"
            aria-pressed={scopes.includes(scope)}
            onClick={() => {
              findState.setState({
                scopes: scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope],
                current: 0,
              });
            }}
          >
            {t(findScopes[scope])}
          </button>
        ))}
      </div>
      {matches.length === 0 ? null : <Matches matches={matches} current={current} onGo={go} />}
    </section>
  );
}

/** What the search finds in the design as it is; typing is not held up by it. */
function useMatches(): readonly FindMatch[] {
  const design = useDeferredValue(useStudio((state) => state.design));
  const query = useDeferredValue(useFind((state) => state.query));
  const caseSensitive = useFind((state) => state.caseSensitive);
  const wholeWord = useFind((state) => state.wholeWord);
  const scopes = useFind((state) => state.scopes);
  return useMemo(
    () =>
      findInDesign(design, query, {
        caseSensitive,
        wholeWord,
        ...(scopes.length === 0 ? {} : { scopes }),
      }),
    [design, query, caseSensitive, wholeWord, scopes],
  );
}

interface OptionProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: React.ReactNode;
}

function Option({ label, on, onChange, children }: OptionProps) {
  return (
    <button
      type="button"
      className="find-option"
      aria-label={label}
      title={label}
      aria-pressed={on}
      onClick={() => {
        onChange(!on);
      }}
    >
      {children}
    </button>
  );
}

interface MatchesProps {
  readonly matches: readonly FindMatch[];
  readonly current: number;
  readonly onGo: (index: number) => void;
}

function Matches({ matches, current, onGo }: MatchesProps) {
  const t = useTranslate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useInSight(list, current);
  const key = (event: KeyboardEvent): void => {
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: matches.length - 1 }[event.key];
    if (event.key === 'Enter') {
      const match = matches[current];
      if (match !== undefined) goToMatch(match, true);
    } else if (next === undefined) return;
    else onGo(Math.max(0, Math.min(matches.length - 1, next)));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      className="find-matches"
      role="listbox"
      tabIndex={0}
      aria-label={t({ en: 'Matches', ja: '一致' })}
      aria-activedescendant={`${id}-${String(current)}`}
      style={{ height: Math.min(6, matches.length) * rowHeight }}
      onKeyDown={key}
    >
      <VirtualRows
        scroller={list}
        count={matches.length}
        rowHeight={rowHeight}
        render={(index) => {
          const match = matches[index];
          return match === undefined ? null : (
            <MatchRow
              key={index}
              id={`${id}-${String(index)}`}
              match={match}
              isCurrent={index === current}
              onChoose={() => {
                onGo(index);
              }}
            />
          );
        }}
      />
    </div>
  );
}

function useInSight(list: RefObject<HTMLElement | null>, current: number): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const top = current * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
  }, [list, current]);
}

interface MatchRowProps {
  readonly id: string;
  readonly match: FindMatch;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function MatchRow({ id, match, isCurrent, onChoose }: MatchRowProps) {
  const t = useTranslate();
  const owner = useStudio(({ system }) => ownerOf(match, system));
  const replacement = useFind((state) => (state.replacing && match.isReplaceable ? state.replacement : undefined));
  const { before, found, after } = excerptOf(match);
  const state = match.state?.at(-1);
  const place = [owner, match.label === undefined ? t(findScopes[match.scope]) : t(match.label), state];
  return (
    <div id={id} role="option" aria-selected={isCurrent} className="find-match" onClick={onChoose}>
      <span className="ellipsis">
        {before}
        {replacement === undefined ? (
          <mark>{found}</mark>
        ) : (
          <>
            <del>{found}</del>
            <ins>{replacement}</ins>
          </>
        )}
        {after}
      </span>
      <small className="ellipsis">{place.filter((part) => part !== undefined && part !== '').join(' › ')}</small>
    </div>
  );
}
