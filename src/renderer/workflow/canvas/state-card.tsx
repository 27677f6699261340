import { Handle, Position, type NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight, Hourglass, RotateCw, TriangleAlert, Unplug, User } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useIsTouched } from '../../canvas/touched-node.js';
import { useTranslate } from '../../studio/studio.js';
import { StateIcon } from '../state-icon.js';
import { toggleCollapsed, useWorkflowCanvas } from './canvas-state.js';
import { texts } from './texts.js';
import type { ContainerNode, FrameNode, MarkNode, StateData, StateNode } from './types.js';
import { useKnownPorts } from './use-known-ports.js';

/** A state: the drawing of what it calls, its name and the one line that matters. */
export const StateCard = memo(function StateCard({ id, data, selected }: NodeProps<StateNode>) {
  const end = useEnd(id);
  return (
    <div className="node-card state-card" {...marksOf(data)} data-selected={selected} data-end={end}>
      <StateIcon type={data.sign} service={data.service === '' ? undefined : data.service} size={36} />
      <span className="node-words">
        <span className="node-title" title={data.comment === '' ? undefined : data.comment}>
          {data.name}
        </span>
        <span className="node-subtitle">{data.subtitle}</span>
      </span>
      {data.isContainer ? <CollapseButton id={id} data={data} /> : null}
      <Badges data={data} />
      <Ports id={id} data={data} selected={selected} />
    </div>
  );
}, isSame);

/** A state with others inside: its name and what it says of itself on top. */
export const ContainerCard = memo(function ContainerCard({ id, data, selected }: NodeProps<ContainerNode>) {
  const end = useEnd(id);
  return (
    <div className="state-container" {...marksOf(data)} data-selected={selected} data-end={end}>
      <div className="container-title">
        <CollapseButton id={id} data={data} />
        <StateIcon type={data.sign} size={24} />
        <span className="node-title" title={data.comment === '' ? undefined : data.comment}>
          {data.name}
        </span>
        <span className="node-subtitle">{data.type}</span>
        {data.chip === '' ? null : <span className="container-chip">{data.chip}</span>}
      </div>
      <Badges data={data} />
      <Ports id={id} data={data} selected={selected} />
    </div>
  );
}, isSame);

/** A branch, or the inside of a Map. */
export const MachineFrame = memo(function MachineFrame({ id, data }: NodeProps<FrameNode>) {
  const t = useTranslate();
  const isDrop = useWorkflowCanvas(({ drop }) => drop?.id === id);
  return (
    <div className="machine-frame" data-alone={data.isAlone} data-drop={isDrop}>
      {data.isEmpty ? <span>{t(texts.emptyMachine)}</span> : null}
    </div>
  );
});

/** Where a machine starts and ends. */
export const FlowMark = memo(function FlowMark({ data }: NodeProps<MarkNode>) {
  const t = useTranslate();
  const words = t(data.kind === 'start' ? texts.start : texts.end);
  return (
    <>
      <i className="source" data-handleid="rest" hidden />
      {data.isWhole ? (
        <div className="flow-mark">{words}</div>
      ) : (
        <div className="flow-dot" data-kind={data.kind} title={words} />
      )}
    </>
  );
});

/** A card looks the same wherever it stands: a move renders nothing of it. */
function isSame(before: Shown, after: Shown): boolean {
  return before.id === after.id && before.data === after.data && before.selected === after.selected;
}
type Shown = Pick<NodeProps<StateNode | ContainerNode>, 'id' | 'data' | 'selected'>;

const marksOf = ({ isReachable, type, errors }: StateData) => ({
  'data-reachable': isReachable,
  'data-type': type,
  'data-broken': errors > 0,
});

function useEnd(id: string): 'source' | 'legal' | undefined {
  return useWorkflowCanvas(({ drawing, over }) =>
    drawing === undefined ? undefined : drawing.from === id ? 'source' : over === id ? 'legal' : undefined,
  );
}

function CollapseButton({ id, data }: { readonly id: string; readonly data: StateData }) {
  const t = useTranslate();
  return (
    <button
      type="button"
      className="collapse-button nodrag"
      tabIndex={-1}
      aria-expanded={!data.isCollapsed}
      aria-label={t(data.isCollapsed ? texts.expand : texts.collapse)}
      title={t(texts.states, { count: data.inside })}
      onClick={(event) => {
        event.stopPropagation();
        toggleCollapsed([id]);
      }}
    >
      {data.isCollapsed ? <ChevronRight size={14} /> : <ChevronDown size={14} />}
    </button>
  );
}

function Badges({ data }: { readonly data: StateData }) {
  const t = useTranslate();
  const { retries, waitsFor, isReachable, errors, warnings, isCollapsed, inside } = data;
  const problems = errors + warnings;
  if (retries + problems === 0 && waitsFor === '' && isReachable && !isCollapsed) return null;
  const waits = t(waitsFor === 'person' ? texts.waitsForPerson : texts.waitsForCallback);
  return (
    <span className="node-badges">
      {isCollapsed ? <span className="badge">{t(texts.states, { count: inside })}</span> : null}
      {retries > 0 ? (
        <Badge words={t(texts.retries, { count: retries })}>
          <RotateCw size={11} />
        </Badge>
      ) : null}
      {waitsFor === '' ? null : (
        <Badge words={waits}>{waitsFor === 'person' ? <User size={11} /> : <Hourglass size={11} />}</Badge>
      )}
      {isReachable ? null : (
        <Badge words={t(texts.unreachable)} tone="warn">
          <Unplug size={11} />
        </Badge>
      )}
      {problems > 0 ? (
        <Badge words={t(texts.problems, { count: problems })} tone={errors > 0 ? 'danger' : 'warn'}>
          <TriangleAlert size={11} />
        </Badge>
      ) : null}
    </span>
  );
}

interface BadgeProps {
  readonly words: string;
  readonly tone?: 'warn' | 'danger';
  readonly children: ReactNode;
}

const Badge = ({ words, tone, children }: BadgeProps) => (
  <span className="badge" role="img" data-tone={tone} aria-label={words} title={words}>
    {children}
  </span>
);

/** Only where one can take hold of them. React Flow measures a card when it appears, and has to find one. */
function Ports({ id, data, selected }: { readonly id: string; readonly data: StateData; readonly selected: boolean }) {
  const isTouched = useIsTouched(id);
  const isSource = useWorkflowCanvas(({ drawing }) => drawing?.from === id);
  const isShown = isTouched || isSource || selected;
  useKnownPorts(id, isShown);
  return (
    <>
      <i className="source" data-handleid="rest" hidden />
      {isShown && data.canLeadOn ? <Handle id="way" type="source" position={Position.Bottom} className="port" /> : null}
      {isShown && data.canCatch ? (
        <Handle id="catch" type="source" position={Position.Left} className="port port-catch" />
      ) : null}
    </>
  );
}
