import { useLayoutEffect, useState, type ReactNode, type RefObject } from 'react';

interface VirtualRowsProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  readonly render: (index: number) => ReactNode;
}

/** Rows drawn beyond what is in sight, so that scrolling shows no gap. */
const spare = 8;

/** Of many rows of one height, draws those in sight. */
export function VirtualRows({ scroller, count, rowHeight, render }: VirtualRowsProps) {
  const [range, setRange] = useState({ first: 0, last: 60 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight, count]);
  const first = Math.min(range.first, Math.max(0, count - 1));
  const rows: ReactNode[] = [];
  for (let index = first; index < Math.min(count, range.last); index++) rows.push(render(index));
  return (
    <div role="presentation" style={{ height: count * rowHeight }}>
      <div role="presentation" style={{ transform: `translateY(${String(first * rowHeight)}px)` }}>
        {rows}
      </div>
    </div>
  );
}
