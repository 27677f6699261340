import { Handle, useStoreApi, type NodeProps } from '@xyflow/react';
import { Check, TriangleAlert } from 'lucide-react';
import { Fragment, memo, useLayoutEffect } from 'react';
import { nodeId } from '../../model/design.js';
import { showProblemsOf } from '../problems/problems-view.js';
import { openFinding, showBottomTab, studio, useTranslate, useStudio } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { useCanvas } from './canvas-state.js';
import { LockMark } from './lock-mark.js';
import { portSides, portsOf } from './ports.js';
import { texts } from './texts.js';
import { useIsTouched } from './touched-node.js';
import { isNodeId, type BusNode, type CardData, type CardNode } from './types.js';

/** A node: its icon, its name and the one line that matters. */
export const NodeCard = memo(function NodeCard({ id, data, selected }: NodeProps<CardNode>) {
  const end = useEnd(id);
  return (
    <div
      className="node-card"
      data-selected={selected}
      data-ghost={data.ghost}
      data-end={end?.kind}
      data-transport={data.isTransport}
    >
      <ServiceIcon icon={data.icon} size={36} />
      <Words data={data} isExisting={data.isExisting} />
      <Badges id={id} data={data} end={end} />
      <Ports id={id} selected={selected} isSource={end?.kind === 'source'} />
    </div>
  );
}, sameCard);

/** An event bus: a wide bar between the contexts that talk to it. */
export const BusBar = memo(function BusBar({ id, data, selected }: NodeProps<BusNode>) {
  const end = useEnd(id);
  return (
    <div className="node-card bus-bar" data-selected={selected} data-ghost={data.ghost} data-end={end?.kind}>
      <ServiceIcon icon={data.icon} size={32} />
      {/* The words below the name of a bus say already that it exists. */}
      <Words data={data} isExisting={false} />
      <span className="bus-note">{data.note}</span>
      <Badges id={id} data={data} end={end} />
      <Ports id={id} selected={selected} isSource={end?.kind === 'source'} />
    </div>
  );
}, sameCard);

/** A card looks the same wherever it stands: a move renders nothing of it. */
function sameCard(before: Shown, after: Shown): boolean {
  return before.id === after.id && before.data === after.data && before.selected === after.selected;
}
type Shown = Pick<NodeProps<CardNode | BusNode>, 'id' | 'data' | 'selected'>;

function Words({ data, isExisting }: { readonly data: CardData; readonly isExisting: boolean }) {
  const t = useTranslate();
  return (
    <span className="node-words">
      <span className="node-title">
        {/* ConvertShort breaks between its words where a title has two lines. */}
        {data.label.split(/(?<=[a-z0-9])(?=[A-Z])/).map((word, index) => (
          <Fragment key={index}>
            {index === 0 ? null : <wbr />}
            {word}
          </Fragment>
        ))}
      </span>
      <span className="node-subtitle">
        {isExisting ? <span className="node-chip">{t(texts.existing)}</span> : null}
        {data.subtitle}
      </span>
      {data.isLocked ? <LockMark /> : null}
    </span>
  );
}

type End = { readonly kind: 'source' | 'legal' | 'refused'; readonly direct: boolean; readonly ways: number };

/** What this node is to the connection that is being drawn. */
function useEnd(id: string): End | undefined {
  const key = useCanvas(({ connecting }) => {
    if (connecting === undefined) return '';
    if (connecting.from === id) return 'source 0 0';
    const legal = isNodeId(id) ? connecting.ends.get(nodeId(id)) : undefined;
    if (legal === undefined) return '';
    if ('refusal' in legal) return connecting.over === id ? 'refused 0 0' : '';
    return `legal ${legal.direct ? '1' : '0'} ${String(legal.ways)}`;
  });
  const [kind, direct, ways] = key.split(' ');
  return kind === 'source' || kind === 'legal' || kind === 'refused'
    ? { kind, direct: direct === '1', ways: Number(ways) }
    : undefined;
}

function Badges({ id, data, end }: { readonly id: string; readonly data: CardData; readonly end: End | undefined }) {
  const t = useTranslate();
  if (end?.kind === 'legal')
    return (
      <span className="node-badges">
        <span className="badge" data-tone="ok">
          {end.ways === 1 && end.direct ? t(texts.direct) : t(texts.ways, { count: end.ways })}
        </span>
      </span>
    );
  if (data.ghost === 'added')
    return (
      <span className="node-badges">
        <span className="badge" data-tone="ok">
          {t(texts.newMark)}
        </span>
      </span>
    );
  if (data.findings + data.problems === 0 && !data.isKept) return null;
  return (
    <span className="node-badges">
      {data.problems > 0 ? (
        <button
          type="button"
          className="badge nodrag"
          data-tone="danger"
          tabIndex={-1}
          aria-label={t(texts.problems, { count: data.problems })}
          onClick={() => {
            showProblemsOf(id);
          }}
        >
          <TriangleAlert size={11} />
        </button>
      ) : null}
      {data.findings > 0 ? (
        <button
          type="button"
          className="badge nodrag"
          data-tone="warn"
          tabIndex={-1}
          aria-label={t(texts.suggestions, { count: data.findings })}
          onClick={() => {
            openFirstFinding(id);
          }}
        >
          {data.findings}
        </button>
      ) : null}
      {data.isKept && data.findings === 0 ? (
        <span className="badge" data-tone="ok" role="img" aria-label={t(texts.keep)} title={t(texts.keep)}>
          <Check size={11} />
        </span>
      ) : null}
    </span>
  );
}

function openFirstFinding(id: string): void {
  const { findings } = studio.getState();
  const about = findings.filter((finding) => finding.dismissed === undefined && (finding.function ?? '') === id);
  const finding =
    about[0] ?? findings.find(({ nodes, dismissed }) => dismissed === undefined && nodes.some((node) => node === id));
  if (finding === undefined) showBottomTab('advisor');
  else openFinding(finding.id);
}

/**
 * Only where one can take hold of them: thousands at rest would slow the whole drawing down. React Flow measures a card
 * when it appears, and has to find one.
 */
function Ports({ id, selected, isSource }: PortsProps) {
  const isTouched = useIsTouched(id);
  const isAlone = useStudio(({ selection }) => selected && selection.nodes.size === 1);
  const isShown = isTouched || isSource || isAlone;
  useKnownPorts(id, isShown);
  return (
    <>
      <i className="source" data-handleid="rest" hidden />
      {isShown
        ? portSides.map((side) => <Handle key={side} id={side} type="source" position={side} className="port" />)
        : null}
    </>
  );
}

interface PortsProps {
  readonly id: string;
  readonly selected: boolean;
  /** A connection is being drawn from here. */
  readonly isSource: boolean;
}

/** Tells React Flow where the ports of a card are: what it measured when there were none is of no use. */
function useKnownPorts(id: string, isShown: boolean): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const node = isShown ? store.getState().nodeLookup.get(id) : undefined;
    if (node === undefined) return;
    const { width = 0, height = 0 } = node.measured;
    node.internals.handleBounds = {
      source: portsOf({ width, height }).map((port) => ({ ...port, nodeId: id })),
      target: [],
    };
  }, [id, isShown, store]);
}
