import { useMemo } from 'react';
import { assignStacks } from '../../codegen/stacks.js';
import { setCollapsed } from '../../editor/commands/set-collapsed.js';
import { setContext } from '../../editor/commands/set-context.js';
import { lookup, type ContextId } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { revealInCanvas, studio, useStudio, useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { hues } from '../canvas/hues.js';
import { AreaRow } from './area-row.js';
import { InspectorHeader } from './header.js';
import { LockRow } from './lock-row.js';
import { nameField } from './name-field.js';
import { TextRow } from './text-row.js';

/** Name, team, colour and members of a bounded context, and the stack that it becomes. */
export function ContextInspector({ id }: { readonly id: ContextId }) {
  const t = useTranslate();
  const context = useStudio((state) => lookup(state.design.contexts, id));
  const members = useStudio((state) => membersOf(state.design, id).length);
  const order = useStudio((state) => Object.keys(state.design.contexts).indexOf(id));
  const isCollapsed = useStudio((state) => lookup(state.design.layout.contexts, id)?.collapsed === true);
  if (context === undefined) return null;
  const { editor } = studio.getState();
  const hue = context.hue ?? order % hues.length;
  return (
    <>
      <InspectorHeader
        title={context.label}
        subtitle={t(
          {
            en: { one: 'Bounded context · {count} node', other: 'Bounded context · {count} nodes' },
            ja: '境界づけられたコンテキスト · ノード {count} 個',
          },
          { count: members },
        )}
        actions="delete"
      />
      <div className="inspector-body">
        <div className="form">
          <TextRow
            label={t({ en: 'Name', ja: '名前' })}
            value={context.label}
            name={nameField}
            required
            onChange={(label) => {
              if (label.trim() !== '') editor.run(setContext, { context: id, changes: { label } });
            }}
          />
          <TextRow
            label={t({ en: 'Team', ja: 'チーム' })}
            value={context.team ?? ''}
            onChange={(team) => {
              editor.run(setContext, { context: id, changes: { team: team === '' ? undefined : team } });
            }}
          />
          <AreaRow
            label={t({ en: 'Comment', ja: 'コメント' })}
            value={context.comment ?? ''}
            onChange={(comment) => {
              editor.run(setContext, { context: id, changes: { comment: comment === '' ? undefined : comment } });
            }}
          />
          <Hues
            hue={hue}
            onChange={(value) => {
              editor.run(setContext, { context: id, changes: { hue: value } });
            }}
          />
          <div className="field">
            <span className="checkbox">
              <input
                id="context-collapsed"
                type="checkbox"
                checked={isCollapsed}
                onChange={(event) => {
                  editor.run(setCollapsed, { contexts: [id], collapsed: event.target.checked });
                }}
              />
              <label htmlFor="context-collapsed">{t({ en: 'Draw as one card', ja: '1 枚のカードとして表示' })}</label>
            </span>
          </div>
        </div>
        <Stack id={id} />
        <Members id={id} />
        <LockRow />
      </div>
    </>
  );
}

function Hues({ hue, onChange }: { readonly hue: number; readonly onChange: (hue: number) => void }) {
  const t = useTranslate();
  return (
    <div className="field">
      <span className="secondary" id="context-hue">
        {t({ en: 'Colour', ja: '色' })}
      </span>
      <div
        className="hues"
        role="radiogroup"
        aria-labelledby="context-hue"
        onKeyDown={(event) => {
          const step = ['ArrowRight', 'ArrowDown'].includes(event.key)
            ? 1
            : ['ArrowLeft', 'ArrowUp'].includes(event.key)
              ? -1
              : 0;
          if (step === 0) return;
          event.preventDefault();
          event.stopPropagation();
          const next = (hue + step + hues.length) % hues.length;
          onChange(next);
          event.currentTarget.querySelectorAll('button')[next]?.focus();
        }}
      >
        {hues.map((name, value) => (
          <button
            key={name.ja}
            type="button"
            role="radio"
            aria-checked={value === hue}
            aria-label={t(name)}
            title={t(name)}
            tabIndex={value === hue ? 0 : -1}
            style={{ '--hue': `var(--hue-${String(value)})` }}
            onClick={() => {
              onChange(value);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** What the export makes of it. */
function Stack({ id }: { readonly id: ContextId }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const language = useStudio((state) => state.language);
  const { name } = useMemo(() => assignStacks(system, language).names(id), [system, language, id]);
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">{t({ en: 'Stack', ja: 'スタック' })}</h3>
      <code className="stack-name">{name}</code>
      <p className="hint">
        {t({
          en: 'Exported as a stack of its own. Inside a context: orchestrate. Between contexts: publish events.',
          ja: '1 つのスタックとしてエクスポートされます。コンテキスト内ではオーケストレーション、コンテキスト間ではイベントの発行が適しています。',
        })}
      </p>
    </section>
  );
}

function Members({ id }: { readonly id: ContextId }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const members = membersOf(system.design, id).flatMap((member) => system.node(member) ?? []);
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">{t({ en: 'Members', ja: '所属するノード' })}</h3>
      {members.length === 0 ? (
        <p className="hint">
          {t({ en: 'Empty. Drag nodes into its area.', ja: '空です。ノードを領域内にドラッグして追加できます。' })}
        </p>
      ) : (
        <ul className="connection-list">
          {members.map((member) => (
            <li key={member.id}>
              <button
                type="button"
                className="connection-row"
                data-compact="true"
                onClick={() => {
                  revealInCanvas({ nodes: new Set([member.id]) });
                }}
              >
                <ServiceIcon icon={member.service.icon} size={20} />
                <span className="ellipsis">{member.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
