import { memo, useCallback, useMemo, useState } from 'react';
import { lookup, type NodeId } from '../../model/design.js';
import { renameNode } from '../../editor/commands/rename-node.js';
import { setNodeProps, type PropChanges } from '../../editor/commands/set-node-props.js';
import type { SystemNode } from '../../system/system.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { SourceLink } from '../ui/source-link.js';
import { Tabs } from '../ui/tabs.js';
import { ContextRow } from './context-row.js';
import { Existing } from './existing.js';
import { FieldsForm, Fold } from './fields/form.js';
import { FindingBoxes } from './finding-boxes.js';
import { InspectorHeader } from './header.js';
import { ImportedFrom } from './imported-from.js';
import { NodeCode } from './node-code.js';
import { NodeConnections } from './node-connections.js';
import { Permissions } from './permissions.js';
import { nameField } from './name-field.js';
import { TextRow } from './text-row.js';

type Tab = 'settings' | 'connections' | 'code';

/** The form of a node, its connections and its code. */
export function NodeInspector({ id }: { readonly id: NodeId }) {
  const t = useTranslate();
  const [tab, setTab] = useState<Tab>('settings');
  const node = useStudio((state) => state.system.node(id));
  const count = useStudio(({ system }) => system.incoming(id).length + system.outgoing(id).length);
  const contextLabel = useStudio((state) =>
    node?.context === undefined ? undefined : lookup(state.design.contexts, node.context)?.label,
  );
  if (node === undefined) return null;
  const kind = t(node.service.label);
  return (
    <>
      <InspectorHeader
        icon={<ServiceIcon icon={node.service.icon} size={36} />}
        title={node.label}
        subtitle={contextLabel === undefined ? kind : `${kind} · ${contextLabel}`}
      />
      <Tabs<Tab>
        label={t({ en: 'Inspector', ja: 'インスペクター' })}
        name="inspector"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'settings', label: t({ en: 'Settings', ja: '設定' }) },
          {
            id: 'connections',
            label: (
              <>
                {t({ en: 'Connections', ja: '接続' })}
                <span className="count">{count}</span>
              </>
            ),
          },
          { id: 'code', label: t({ en: 'Code', ja: 'コード' }) },
        ]}
      />
      <div
        className="inspector-body"
        data-flush={tab === 'code'}
        id="inspector-panel"
        role="tabpanel"
        aria-labelledby={`inspector-tab-${tab}`}
      >
        {tab === 'settings' ? <Settings node={node} /> : null}
        {tab === 'connections' ? <NodeConnections id={id} /> : null}
        {tab === 'code' ? <NodeCode id={id} /> : null}
      </div>
    </>
  );
}

/** Looks again only when the node itself is another: most edits are elsewhere. */
const Settings = memo(function Settings({ node }: { readonly node: SystemNode }) {
  const t = useTranslate();
  const { id } = node;
  const rename = (label: string, final: boolean): void => {
    if (label.trim() !== '') studio.getState().editor.run(renameNode, { node: id, label, final });
  };
  const change = useCallback(
    (props: PropChanges): void => {
      studio.getState().editor.run(setNodeProps, { node: id, props });
    },
    [id],
  );
  const owner = useMemo(() => ({ node: id }), [id]);
  return (
    <>
      <FindingBoxes node={node.id} />
      <div className="form">
        <TextRow
          label={t({ en: 'Name', ja: '名前' })}
          value={node.label}
          name={nameField}
          required
          onChange={(label) => {
            rename(label, false);
          }}
          onFinish={(label) => {
            if (label !== '') rename(label, true);
          }}
        />
        <ContextRow nodes={[node.id]} context={node.context} />
      </div>
      <FieldsForm
        fields={node.service.fields}
        given={node.node.props}
        resolved={node.props}
        owner={owner}
        onChange={change}
      />
      <ImportedFrom adopted={node.node.adopted} {...(node.node.code === undefined ? {} : { code: node.node.code })} />
      <Permissions node={node.id} />
      {node.service.fromExisting === undefined ? null : (
        <Fold title={t({ en: 'Existing resource', ja: '既存のリソース' })} hint={existingHint(node, t)}>
          <Existing node={node} />
        </Fold>
      )}
      <SourceLink url={node.service.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
    </>
  );
});

const existingHint = (node: SystemNode, t: ReturnType<typeof useTranslate>): string | undefined =>
  node.node.origin === 'existing' ? t({ en: 'Referred to', ja: '参照' }) : undefined;
