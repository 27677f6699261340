import { useStore } from '@xyflow/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { definitionEdits } from '../../../asl/edit/index.js';
import { pathOfKey, type FlowKey } from '../../../asl/flow-key.js';
import { Overlay } from '../../canvas/overlay.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { editWorkflow } from '../workflow.js';
import { useWorkflowCanvas, workflowCanvas } from './canvas-state.js';
import { focusState } from './focus.js';
import { indexOf } from './graph-index.js';
import { texts } from './texts.js';

/** The name of a state, edited where it stands: Enter keeps, Esc leaves. */
export function NameInput() {
  const key = useWorkflowCanvas((state) => state.editing);
  return key === undefined ? null : <Input key={key} state={key} />;
}

function Input({ state: key }: { readonly state: FlowKey }) {
  const t = useTranslate();
  const graph = useWorkflowCanvas((state) => state.graph);
  const box = useWorkflowCanvas((state) => state.layout?.boxes.get(key));
  const state = graph === undefined ? undefined : indexOf(graph).states.get(key)?.state;
  const isContainer = useWorkflowCanvas(({ collapsed }) => state?.machines.length !== 0 && !collapsed.has(key));
  const [text, setText] = useState(state?.name ?? '');
  const zoom = useStore((flow) => flow.transform[2]);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const hasPlace = box !== undefined;
  useEffect(() => {
    if (!hasPlace) workflowCanvas.setState({ editing: undefined });
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [hasPlace]);
  const end = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    workflowCanvas.setState({ editing: undefined });
    const hadFocus = document.activeElement === input.current || document.activeElement === document.body;
    if (isKept && text.trim() !== '' && text !== state?.name)
      editWorkflow(definitionEdits.renameState, { state: pathOfKey(key), name: text.trim() });
    if (!hadFocus) return;
    requestAnimationFrame(() => {
      const [selected] = studio.getState().workflow?.selected ?? [];
      focusState(selected ?? key);
    });
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    end(event.key === 'Enter');
  };
  if (box === undefined || state === undefined) return null;
  // Over the title of the card: behind its drawing, or behind the button and the sign of a container.
  const x = box.x + (isContainer ? 62 : 51);
  const y = box.y + (isContainer ? 10 : 6);
  return (
    <Overlay>
      <input
        ref={input}
        className="name-input nodrag nopan nokey"
        aria-label={t(texts.name)}
        value={text}
        maxLength={80}
        style={{
          transform: `translate(${String(x)}px, ${String(y)}px) scale(${String(Math.max(1, 1 / zoom))})`,
          width: Math.max(120, Math.min(280, box.x + box.width - x - 8)),
        }}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={keys}
        onBlur={() => {
          end(true);
        }}
      />
    </Overlay>
  );
}
