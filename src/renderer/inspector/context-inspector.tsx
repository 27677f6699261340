import { setContext } from '../../editor/commands/set-context.js';
import { lookup, type ContextId } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { InspectorHeader } from './header.js';
import { nameField } from './name-field.js';
import { TextRow } from './text-row.js';

const hues = [0, 1, 2, 3, 4, 5, 6];

/** Name, team and colour of a bounded context. */
export function ContextInspector({ id }: { readonly id: ContextId }) {
  const t = useTranslate();
  const context = useStudio((state) => lookup(state.design.contexts, id));
  const members = useStudio((state) => membersOf(state.design, id).length);
  const order = useStudio((state) => Object.keys(state.design.contexts).indexOf(id));
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
          <div className="field">
            <span className="secondary" id="context-hue">
              {t({ en: 'Colour', ja: '色' })}
            </span>
            <div className="hues" role="radiogroup" aria-labelledby="context-hue">
              {hues.map((value) => (
                <button
                  key={value}
                  type="button"
                  role="radio"
                  aria-checked={value === hue}
                  aria-label={t({ en: 'Colour {count}', ja: '色 {count}' }, { count: value + 1 })}
                  style={{ '--hue': `var(--hue-${value})` }}
                  onClick={() => {
                    editor.run(setContext, { context: id, changes: { hue: value } });
                  }}
                />
              ))}
            </div>
          </div>
        </div>
        <p className="hint">
          {t({
            en: 'Exported as a stack of its own. Inside a context: orchestrate. Between contexts: publish events.',
            ja: '1 つのスタックとしてエクスポートされます。コンテキスト内ではオーケストレーション、コンテキスト間ではイベントの発行が適しています。',
          })}
        </p>
      </div>
    </>
  );
}
