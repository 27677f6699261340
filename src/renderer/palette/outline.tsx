import { useMemo, type KeyboardEvent } from 'react';
import { entries, nodeId, type ContextId, type Design } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { revealInCanvas, useStudio, useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';

/** Contexts with their nodes, as a list: to find, select and reveal. */
export function Outline() {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const groups = useMemo(() => groupsOf(design), [design]);
  if (Object.keys(design.nodes).length === 0)
    return <p className="hint palette-empty">{t({ en: 'Nothing is drawn yet.', ja: 'まだ何も描かれていません。' })}</p>;
  const arrows = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll('button')];
    rows[rows.findIndex((row) => row === document.activeElement) + step]?.focus();
  };
  return (
    <div className="palette-list outline" onKeyDown={arrows}>
      {groups.map(({ context, label }) => (
        <section key={context ?? ''}>
          {context === undefined ? null : (
            <button
              type="button"
              className="outline-context ellipsis"
              onClick={() => {
                revealInCanvas({ contexts: new Set([context]) });
              }}
            >
              {label}
            </button>
          )}
          <ul>
            {membersOf(design, context).map((id) => (
              <li key={id}>
                <OutlineRow id={id} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function groupsOf(design: Design): readonly { readonly context: ContextId | undefined; readonly label: string }[] {
  return [
    ...entries(design.contexts).map(([context, { label }]) => ({ context, label })),
    { context: undefined, label: '' },
  ];
}

function OutlineRow({ id }: { readonly id: string }) {
  const node = useStudio(({ system }) => system.node(nodeId(id)));
  const selected = useStudio(({ selection }) => selection.nodes.has(id));
  if (node === undefined) return null;
  return (
    <button
      type="button"
      className="outline-row"
      aria-current={selected}
      onClick={() => {
        revealInCanvas({ nodes: new Set([id]) });
      }}
    >
      <ServiceIcon icon={node.service.icon} size={16} />
      <span className="ellipsis">{node.label}</span>
    </button>
  );
}
