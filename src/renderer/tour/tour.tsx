import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Keys } from '../ui/keys.js';
import { steps, type TourStep } from './steps.js';
import { endTour, tourState, useTourStep } from './tour-state.js';
import './tour.css';

const gap = 12;
const margin = 12;
const cardWidth = 320;
/** Panels come and go while the tour runs: the card looks again where its target is. */
const lookMilliseconds = 250;

/** The tour: a card beside what it speaks of. Everything stays usable; Escape ends it. */
export function Tour() {
  const index = useTourStep();
  const step = index === undefined ? undefined : steps[index];
  return index === undefined || step === undefined ? null : <TourCard key={index} index={index} step={step} />;
}

function TourCard({ index, step }: { readonly index: number; readonly step: TourStep }) {
  const t = useTranslate();
  const card = useRef<HTMLDivElement>(null);
  const target = useBox(step.target);
  const place = placeOf(step, target, card.current?.offsetHeight ?? 180);
  const isLast = index === steps.length - 1;
  useEffect(() => {
    card.current?.focus();
  }, []);
  const go = (to: number): void => {
    if (to >= steps.length) endTour();
    else tourState.setState({ step: Math.max(0, to) });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') endTour();
    else if (event.key === 'ArrowRight') go(Math.min(steps.length - 1, index + 1));
    else if (event.key === 'ArrowLeft') go(index - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {target === undefined ? null : (
        <div
          className="tour-ring"
          aria-hidden="true"
          style={{ left: target.left, top: target.top, width: target.width, height: target.height }}
        />
      )}
      <div
        ref={card}
        className="popover tour-card"
        role="dialog"
        aria-modal="false"
        aria-label={t({ en: 'Tour', ja: 'ツアー' })}
        tabIndex={-1}
        style={{ ...place, width: cardWidth }}
        onKeyDown={key}
      >
        <h2 className="section-heading">{t(step.title)}</h2>
        <p>{t(step.text)}</p>
        {step.keys === undefined ? null : (
          <p className="tour-keys">
            {step.keys.map((combination) => (
              <Keys key={combination} combination={combination} />
            ))}
          </p>
        )}
        <div className="tour-foot">
          <span className="hint">
            {t({ en: '{step} of {total}', ja: '{step}/{total}' }, { step: index + 1, total: steps.length })}
          </span>
          {isLast ? null : (
            <Button variant="quiet" onClick={endTour}>
              {t({ en: 'Skip', ja: 'スキップ' })}
            </Button>
          )}
          {index === 0 ? null : (
            <Button
              onClick={() => {
                go(index - 1);
              }}
            >
              {t({ en: 'Back', ja: '戻る' })}
            </Button>
          )}
          <Button
            variant="primary"
            onClick={() => {
              go(index + 1);
            }}
          >
            {isLast ? t({ en: 'Done', ja: '完了' }) : t({ en: 'Next', ja: '次へ' })}
          </Button>
        </div>
      </div>
    </>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the first element that answers a selector is, as long as it is on screen. */
function useBox(selector: string): Box | undefined {
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const look = (): void => {
      const found = document.querySelector(selector)?.getBoundingClientRect();
      setBox((before) => {
        if (found === undefined || found.width === 0) return undefined;
        const { left, top, width, height } = found;
        const isSame =
          before?.left === left && before.top === top && before.width === width && before.height === height;
        return isSame ? before : { left, top, width, height };
      });
    };
    look();
    const timer = setInterval(look, lookMilliseconds);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [selector]);
  return box;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Beside the target, inside the window; in the middle where there is none. Large targets take the card in. */
function placeOf({ side }: TourStep, target: Box | undefined, height: number): { left: number; top: number } {
  const right = window.innerWidth - cardWidth - margin;
  const bottom = window.innerHeight - height - margin;
  if (target === undefined) return { left: right / 2, top: bottom / 2 };
  const isLarge = target.width > window.innerWidth / 2 || (side === 'right' && target.left + target.width > right);
  if (isLarge)
    return {
      left: clamp(target.left + (target.width - cardWidth) / 2, margin, right),
      top: clamp(target.top + target.height / 3, margin, bottom),
    };
  const centre = target.left + (target.width - cardWidth) / 2;
  const places = {
    right: { left: target.left + target.width + gap, top: target.top + 48 },
    left: { left: target.left - cardWidth - gap, top: target.top + 48 },
    below: { left: centre, top: target.top + target.height + gap },
    above: { left: centre, top: target.top - height - gap },
  };
  const { left, top } = places[side];
  return { left: clamp(left, margin, right), top: clamp(top, margin, bottom) };
}
