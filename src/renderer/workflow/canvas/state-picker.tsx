import { useMemo, useState } from 'react';
import { rank } from '../../../model/fold.js';
import { Floating } from '../../canvas/floating.js';
import { useTranslate } from '../../studio/studio.js';
import { StateIcon } from '../state-icon.js';
import { closeFloating, useWorkflowCanvas, type WorkflowCanvasState } from './canvas-state.js';
import { ChoiceList } from './choice-list.js';
import { connectOrAsk } from './connect.js';
import { indexOf } from './graph-index.js';
import { texts } from './texts.js';

/** The state that a transition leads to, chosen by keyboard: those of the same level. */
export function StatePicker() {
  const picker = useWorkflowCanvas((state) => state.picker);
  return picker === undefined ? null : <Picker key={picker.from + picker.kind} {...picker} />;
}

function Picker({ from, kind, screen }: NonNullable<WorkflowCanvasState['picker']>) {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const graph = useWorkflowCanvas((state) => state.graph);
  const found = graph === undefined ? undefined : indexOf(graph).states.get(from);
  const title = t(kind === 'catch' ? texts.catchTitle : texts.connectTitle, { from: found?.state.name ?? '' });
  const choices = useMemo(
    () =>
      (found?.machine.states ?? [])
        .filter(({ name, type }) => query.trim() === '' || rank(query, [name, type]) !== undefined)
        .map(({ key, name, type, task }) => ({
          id: key,
          content: (
            <>
              <StateIcon type={type} service={task?.service} size={20} />
              <span className="search-words ellipsis">{name}</span>
              <span className="search-detail">{type}</span>
            </>
          ),
        })),
    [found, query],
  );
  return (
    <Floating at={screen} label={title} className="search-popover" onClose={closeFloating}>
      <h2 className="search-title">{title}</h2>
      <ChoiceList
        placeholder={title}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onChoose={(to) => {
          closeFloating();
          connectOrAsk({ from, kind }, to, screen);
        }}
      />
    </Floating>
  );
}
