import { useMemo } from 'react';
import { commonConnectionFields, commonFields, type CommonField } from '../../editor/common-fields.js';
import { setPropsOfConnections } from '../../editor/commands/set-props-of-connections.js';
import { setPropsOfNodes } from '../../editor/commands/set-props-of-nodes.js';
import type { PropChanges } from '../../editor/commands/set-node-props.js';
import type { Json } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { FieldsForm } from './fields/form.js';

/** The fields that all selected nodes have: a value set here is set for all of them. */
export function BulkNodes() {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const selected = useStudio((state) => state.selection.nodes);
  const fields = useMemo(() => commonFields(system, selected), [system, selected]);
  if (selected.size < 2) return null;
  return (
    <Common
      title={t(
        { en: { one: 'Setting of {count} node', other: 'Settings of {count} nodes' }, ja: 'ノード {count} 個の設定' },
        { count: selected.size },
      )}
      empty={t({ en: 'These nodes have no settings in common.', ja: '共通の設定はありません。' })}
      fields={fields}
      onChange={(props) => {
        studio.getState().editor.run(setPropsOfNodes, { nodes: [...selected], props });
      }}
    />
  );
}

/** The same for connections. */
export function BulkConnections() {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const selected = useStudio((state) => state.selection.connections);
  const fields = useMemo(() => commonConnectionFields(system, selected), [system, selected]);
  if (selected.size < 2) return null;
  return (
    <Common
      title={t(
        {
          en: { one: 'Setting of {count} connection', other: 'Settings of {count} connections' },
          ja: '接続 {count} 本の設定',
        },
        { count: selected.size },
      )}
      empty={t({ en: 'These connections have no settings in common.', ja: '共通の設定はありません。' })}
      fields={fields}
      onChange={(props) => {
        studio.getState().editor.run(setPropsOfConnections, { connections: [...selected], props });
      }}
    />
  );
}

interface CommonProps {
  readonly title: string;
  readonly empty: string;
  readonly fields: Readonly<Record<string, CommonField>>;
  readonly onChange: (props: PropChanges) => void;
}

function Common({ title, empty, fields, onChange }: CommonProps) {
  const entries = Object.entries(fields);
  const given: Record<string, Json> = {};
  for (const [name, { value }] of entries) if (value !== undefined) given[name] = value;
  return (
    <section className="inspector-section bulk">
      <h3 className="inspector-section-title">{title}</h3>
      {entries.length === 0 ? (
        <p className="hint">{empty}</p>
      ) : (
        <FieldsForm
          fields={Object.fromEntries(entries.map(([name, { field }]) => [name, field]))}
          given={given}
          resolved={Object.fromEntries(entries.map(([name, { resolved }]) => [name, resolved]))}
          mixed={new Set(entries.filter(([, { isMixed }]) => isMixed).map(([name]) => name))}
          onChange={onChange}
        />
      )}
    </section>
  );
}
