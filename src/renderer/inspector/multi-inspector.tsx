import { Copy, Group, Trash2, Ungroup } from 'lucide-react';
import { deleteSelection } from '../../editor/commands/delete-selection.js';
import { duplicate } from '../../editor/commands/duplicate.js';
import { groupIntoContext } from '../../editor/commands/group-into-context.js';
import { removeFromContext } from '../../editor/commands/remove-from-context.js';
import type { CommandDefinition, EditorState, PaletteArgs } from '../../editor/define.js';
import { entries, lookup } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { BulkConnections, BulkNodes } from './bulk-form.js';
import { ContextRow } from './context-row.js';
import { InspectorHeader } from './header.js';
import { LockRow } from './lock-row.js';

/** A command without arguments, kept together with the way to run it. */
const action = (command: CommandDefinition<PaletteArgs | undefined>, icon: typeof Copy) => ({
  id: command.id,
  label: command.label,
  icon,
  enabled: (state: EditorState) => command.enabled(state),
  run: () => {
    const { editor, language } = studio.getState();
    editor.run(command, { language });
  },
});

const actions = [
  action(groupIntoContext, Group),
  action(removeFromContext, Ungroup),
  action(duplicate, Copy),
  action(deleteSelection, Trash2),
];

/** Several things selected: what they are, and what can be done with all of them. */
export function MultiInspector() {
  const t = useTranslate();
  const selection = useStudio((state) => state.selection);
  const design = useStudio((state) => state.design);
  const system = useStudio((state) => state.system);
  const nodes = entries(design.nodes).flatMap(([id]) => (selection.nodes.has(id) ? (system.node(id) ?? []) : []));
  const parts = [
    nodes.length === 0
      ? ''
      : t({ en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' }, { count: nodes.length }),
    selection.connections.size === 0
      ? ''
      : t(
          { en: { one: '{count} connection', other: '{count} connections' }, ja: '接続 {count} 本' },
          { count: selection.connections.size },
        ),
    selection.contexts.size === 0
      ? ''
      : t(
          { en: { one: '{count} context', other: '{count} contexts' }, ja: 'コンテキスト {count} 個' },
          { count: selection.contexts.size },
        ),
    selection.notes.size === 0
      ? ''
      : t(
          { en: { one: '{count} note', other: '{count} notes' }, ja: 'メモ {count} 個' },
          { count: selection.notes.size },
        ),
  ].filter((part) => part !== '');
  return (
    <>
      <InspectorHeader
        title={t(
          { en: '{count} selected', ja: '{count} 個を選択中' },
          {
            count: selection.nodes.size + selection.connections.size + selection.contexts.size + selection.notes.size,
          },
        )}
        subtitle={parts.join(' · ')}
        actions="none"
      />
      <div className="inspector-body">
        <div className="rows">
          {actions.map(({ id, label, icon: Icon, enabled, run }) => (
            <Button key={id} disabled={!enabled({ design, selection })} onClick={run}>
              <Icon size={14} />
              {t(label)}
            </Button>
          ))}
        </div>
        <LockRow />
        {selection.nodes.size + selection.notes.size === 0 ? null : <Membership />}
        <BulkNodes />
        <BulkConnections />
        {nodes.length === 0 ? null : (
          <section className="inspector-section">
            <h3 className="inspector-section-title">{t({ en: 'Nodes', ja: 'ノード' })}</h3>
            <ul className="connection-list">
              {nodes.map((node) => (
                <li key={node.id}>
                  <button
                    type="button"
                    className="connection-row"
                    data-compact="true"
                    onClick={() => {
                      studio.getState().editor.select({ nodes: new Set([node.id]) });
                    }}
                  >
                    <ServiceIcon icon={node.service.icon} size={20} />
                    <span className="ellipsis">{node.label}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

/** The context of everything selected that can belong to one. */
function Membership() {
  const design = useStudio((state) => state.design);
  const selection = useStudio((state) => state.selection);
  const members = [
    ...[...selection.nodes].map((id) => lookup(design.nodes, id)),
    ...[...selection.notes].map((id) => lookup(design.notes, id)),
  ].filter((member) => member !== undefined);
  const contexts = new Set(members.map(({ context }) => context));
  return (
    <ContextRow
      nodes={[...selection.nodes]}
      notes={[...selection.notes]}
      context={contexts.size === 1 ? [...contexts][0] : undefined}
      mixed={contexts.size > 1}
    />
  );
}
