import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Floating } from '../../canvas/floating.js';
import { useTranslate } from '../../studio/studio.js';
import { closeFloating, useWorkflowCanvas, type WorkflowCanvasState } from './canvas-state.js';
import { connectDefault, connectRule, hasDefault } from './edits.js';
import { texts } from './texts.js';

/** How a Choice leads to a state that a line was drawn to: by a new rule, or where no rule fits. */
export function WaysOfChoice() {
  const ways = useWorkflowCanvas((state) => state.ways);
  return ways === undefined ? null : <Ways key={ways.from + ways.to} {...ways} />;
}

function Ways({ from, to, screen }: NonNullable<WorkflowCanvasState['ways']>) {
  const t = useTranslate();
  const choose = (connect: typeof connectRule) => () => {
    closeFloating();
    connect(from, to);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + 1) % buttons.length]?.focus();
  };
  const rule = (
    <button key="rule" type="button" className="menu-item" onClick={choose(connectRule)}>
      {t(texts.newRule)}
    </button>
  );
  const otherwise = (
    <button key="default" type="button" className="menu-item" onClick={choose(connectDefault)}>
      {t(texts.otherwise)}
    </button>
  );
  return (
    <Floating
      at={screen}
      label={t(texts.ways)}
      className="menu ways-of-choice"
      onClose={closeFloating}
      onKeyDown={walk}
    >
      <FocusFirst>{hasDefault(from) ? [rule, otherwise] : [otherwise, rule]}</FocusFirst>
    </Floating>
  );
}

/** Takes the focus to the first button inside. */
function FocusFirst({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return <div ref={element}>{children}</div>;
}
