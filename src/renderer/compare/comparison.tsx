import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { union } from '../../layout/geometry.js';
import { compareDesigns, type DesignChange } from '../../model/compare.js';
import type { Box, Design, Point } from '../../model/design.js';
import { renamesBetween, withRenames } from '../../model/renames.js';
import { nodeFields } from '../../system/node-fields.js';
import { useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { ChangeList } from './change-list.js';
import { boundsOf, boxOfThing, Drawing, markKey, type Marks } from './drawing.js';
import './compare.css';

interface ComparisonProps {
  readonly before: Design;
  readonly after: Design;
  readonly beforeName: string;
  readonly afterName: string;
}

/** What both drawings show: the middle of each, and one zoom for both. */
interface View {
  readonly before: Point;
  readonly after: Point;
  readonly zoom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const zoomLimits = { least: 0.08, most: 2 };
const zoomStep = 1.25;
const panStep = 60;

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const limited = (zoom: number): number => Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));

function fitted(box: Box, { width, height }: Size): View {
  const centre = middleOf(box);
  return { before: centre, after: centre, zoom: limited(Math.min(1, width / box.width, height / box.height)) };
}

/** Two versions side by side in one scale, moved together, and what differs in words. */
export function Comparison({ before: given, after, beforeName, afterName }: ComparisonProps) {
  const t = useTranslate();
  const before = useMemo(() => withRenames(given, renamesBetween(given, after), nodeFields), [given, after]);
  const changes = useMemo(() => compareDesigns(before, after), [before, after]);
  const all = useMemo(() => union([boundsOf(before), boundsOf(after)]), [before, after]);
  const [size, setSize] = useState<Size>({ width: 400, height: 400 });
  const [moved, setMoved] = useState<View>();
  const [selected, setSelected] = useState<DesignChange>();
  useEffect(() => {
    setMoved(undefined);
    setSelected(undefined);
  }, [before, after]);
  const view = moved ?? fitted(all, size);
  const marks = useMemo(() => ({ before: marksOf(changes, 'added'), after: marksOf(changes, 'removed') }), [changes]);

  const pan = (dx: number, dy: number): void => {
    const shift = ({ x, y }: Point): Point => ({ x: x + dx / view.zoom, y: y + dy / view.zoom });
    setMoved({ ...view, before: shift(view.before), after: shift(view.after) });
  };
  const zoom = (factor: number): void => {
    setMoved({ ...view, zoom: limited(view.zoom * factor) });
  };
  const show = (change: DesignChange): void => {
    setSelected(change);
    const [old, now] = [boxOfThing(before, change.kind, change.id), boxOfThing(after, change.kind, change.id)];
    const box = now ?? old;
    if (box === undefined) return;
    // What is there on one side only is shown at that place on both.
    setMoved({
      before: middleOf(old ?? box),
      after: middleOf(now ?? box),
      zoom: limited(Math.min(Math.max(view.zoom, 0.8), size.width / (box.width + 80), size.height / (box.height + 80))),
    });
  };
  const side = (which: 'before' | 'after', design: Design, name: string) => (
    <VersionView
      name={name}
      design={design}
      marks={marks[which]}
      centre={view[which]}
      zoom={view.zoom}
      size={size}
      onPan={pan}
      onZoom={zoom}
      onFit={() => {
        setMoved(undefined);
      }}
      {...(which === 'before' ? { onSize: setSize } : {})}
    />
  );
  return (
    <div className="comparison">
      {side('before', before, beforeName)}
      {side('after', after, afterName)}
      <div className="comparison-changes">
        <div className="comparison-bar">
          <span>
            {t(
              { en: { one: '{count} change', other: '{count} changes' }, ja: '変更 {count} 件' },
              { count: changes.length },
            )}
          </span>
          <IconButton
            label={t({ en: 'Zoom out', ja: '縮小' })}
            onClick={() => {
              zoom(1 / zoomStep);
            }}
          >
            <ZoomOut size={16} />
          </IconButton>
          <IconButton
            label={t({ en: 'Zoom in', ja: '拡大' })}
            onClick={() => {
              zoom(zoomStep);
            }}
          >
            <ZoomIn size={16} />
          </IconButton>
          <IconButton
            label={t({ en: 'Zoom to fit', ja: '全体を表示' })}
            onClick={() => {
              setMoved(undefined);
            }}
          >
            <Maximize size={16} />
          </IconButton>
        </div>
        <ChangeList before={before} after={after} changes={changes} selected={selected} onSelect={show} />
      </div>
    </div>
  );
}

/** What one side marks: not what only the other side has. */
const marksOf = (changes: readonly DesignChange[], without: DesignChange['change']): Marks =>
  new Map(
    changes.flatMap(({ kind, id, change }) => (change === without ? [] : [[markKey(kind, id), change] as const])),
  );

interface VersionViewProps {
  readonly name: string;
  readonly design: Design;
  readonly marks: Marks;
  readonly centre: Point;
  readonly zoom: number;
  readonly size: Size;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onSize?: (size: Size) => void;
}

function VersionView({ name, design, marks, centre, zoom, size, onPan, onZoom, onFit, onSize }: VersionViewProps) {
  const t = useTranslate();
  const svg = useRef<SVGSVGElement>(null);
  const last = useRef<Point | undefined>(undefined);
  const handlers = useRef({ onPan, onZoom });
  useEffect(() => {
    handlers.current = { onPan, onZoom };
  });
  useEffect(() => {
    const element = svg.current;
    if (element === null) return undefined;
    // Not by React: it listens passively, and the page would zoom.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) handlers.current.onZoom(Math.exp(-event.deltaY / 300));
      else handlers.current.onPan(event.deltaX, event.deltaY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) onSize?.({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    if (onSize !== undefined) observer.observe(element);
    return () => {
      element.removeEventListener('wheel', wheel);
      observer.disconnect();
    };
  }, [onSize]);
  const move = (event: PointerEvent): void => {
    if (last.current === undefined) return;
    onPan(last.current.x - event.clientX, last.current.y - event.clientY);
    last.current = { x: event.clientX, y: event.clientY };
  };
  const key = (event: KeyboardEvent): void => {
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (arrow !== undefined) onPan((arrow[0] ?? 0) * panStep, (arrow[1] ?? 0) * panStep);
    else if (event.key === '+') onZoom(zoomStep);
    else if (event.key === '-') onZoom(1 / zoomStep);
    else if (event.key === '0') onFit();
    else return;
    event.preventDefault();
  };
  const [width, height] = [size.width / zoom, size.height / zoom];
  return (
    <figure className="comparison-side">
      <figcaption className="ellipsis" title={name}>
        {name}
      </figcaption>
      <svg
        ref={svg}
        role="img"
        tabIndex={0}
        aria-label={t({ en: 'Drawing: {name}', ja: '図: {name}' }, { name })}
        viewBox={`${centre.x - width / 2} ${centre.y - height / 2} ${width} ${height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          last.current = undefined;
        }}
        onKeyDown={key}
      >
        <Drawing design={design} marks={marks} />
      </svg>
    </figure>
  );
}
