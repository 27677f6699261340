import { ArrowRight, Info } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { serviceOf } from '../../catalog/index.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import type { Way } from '../../system/system.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { useCanvas, type CanvasState } from './canvas-state.js';
import { connectBy } from './connecting.js';
import { Floating } from './floating.js';
import { texts } from './texts.js';
import { costOf } from './way-costs.js';

/** The ways in which two services can meet, best first. */
export function WayChooser() {
  const chooser = useCanvas((state) => state.chooser);
  return chooser === undefined ? null : <Chooser key={`${chooser.from} ${chooser.to}`} {...chooser} />;
}

function Chooser({ from, to, ways, at }: NonNullable<CanvasState['chooser']>) {
  const t = useTranslate();
  const fromLabel = useStudio(({ system }) => system.node(from)?.label ?? '');
  const toLabel = useStudio(({ system }) => system.node(to)?.label ?? '');
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  const title = t(texts.chooserTitle, { from: fromLabel, to: toLabel });
  const count = ways.ways.length;
  const hasCosts = ways.ways.some(({ id }) => costOf(id) !== undefined);
  const choose = (index: number): void => {
    const way = ways.ways[index];
    if (way !== undefined) connectBy(from, to, way);
  };
  return (
    <Floating
      at={at}
      label={title}
      className="way-chooser"
      onKeyDown={(event) => {
        const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          setCurrent((index) => (index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          choose(current);
        } else if (digit !== undefined) {
          event.preventDefault();
          choose(Number(digit) - 1);
        }
      }}
    >
      <header className="popover-header">
        <h2>{title}</h2>
        <kbd className="kbd">{count === 1 ? '1' : `1–${String(Math.min(count, 9))}`}</kbd>
        <kbd className="kbd">Esc</kbd>
      </header>
      <div
        ref={list}
        className="way-list"
        role="listbox"
        aria-label={title}
        tabIndex={0}
        aria-activedescendant={`way-${String(current)}`}
      >
        {ways.ways.map((way, index) => (
          <div
            key={way.id}
            id={`way-${String(index)}`}
            role="option"
            aria-selected={index === current}
            className="way"
            onPointerMove={() => {
              setCurrent(index);
            }}
            onClick={() => {
              choose(index);
            }}
          >
            <span className="way-number">{index + 1}</span>
            <span className="way-words">
              <span className="way-title">
                {t(way.title)}
                {index === 0 && count > 1 ? (
                  <span className="chip" data-tone="ok">
                    {t(texts.best)}
                  </span>
                ) : null}
              </span>
              <span className="way-trade-off">{t(way.tradeOff)}</span>
              <Cost way={way.id} />
            </span>
            <Chain way={way} from={from} to={to} />
          </div>
        ))}
      </div>
      {ways.refusal === undefined && !hasCosts ? null : (
        <footer className="popover-footer">
          {ways.refusal === undefined ? null : (
            <>
              <Info size={14} />
              <span className="refusal-reason">{t(ways.refusal.reason)}</span>
            </>
          )}
          {hasCosts ? <span className="price-note">{t(texts.prices)}</span> : null}
        </footer>
      )}
    </Floating>
  );
}

function Cost({ way }: { readonly way: string }) {
  const t = useTranslate();
  const cost = costOf(way);
  return cost === undefined ? null : <span className="way-cost">{t(cost.words)}</span>;
}

/** The services that a way runs through, as a row of icons. */
function Chain({ way, from, to }: { readonly way: Way; readonly from: string; readonly to: string }) {
  const icons = useStudio(({ system }) => {
    const icon = (id: string): string | undefined =>
      [...system.nodes.values()].find((node) => node.id === id)?.service.icon;
    const between = way.steps.flatMap(({ service }) => (service === undefined ? [] : [serviceOf(service)?.icon]));
    return [icon(from), ...between, icon(to)].map((name) => name ?? '').join('\n');
  }).split('\n');
  return (
    <span className="way-chain" aria-hidden="true">
      {icons.map((icon, index) => (
        <span key={index}>
          {index === 0 ? null : <ArrowRight size={12} />}
          <ServiceIcon icon={icon} size={18} />
        </span>
      ))}
    </span>
  );
}
