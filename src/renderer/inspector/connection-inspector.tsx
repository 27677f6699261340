import { ArrowRight } from 'lucide-react';
import { setConnectionProps } from '../../editor/commands/set-connection-props.js';
import type { PropChanges } from '../../editor/commands/set-node-props.js';
import { lookup, type ConnectionId, type NodeId } from '../../model/design.js';
import { revealInCanvas, studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { SourceLink } from '../ui/source-link.js';
import { FieldsForm } from './fields/form.js';
import { InspectorHeader } from './header.js';
import { connectionKind } from './node-connections.js';
import { PermissionList } from './permissions.js';

/** The form of a connection: the integration is configured where it is drawn. */
export function ConnectionInspector({ id }: { readonly id: ConnectionId }) {
  const t = useTranslate();
  const connection = useStudio((state) => state.system.connections.get(id));
  const given = useStudio((state) => lookup(state.design.connections, id)?.props);
  if (connection === undefined) return null;
  const { definition, from, to, origin } = connection;
  const change = (props: PropChanges): void => {
    studio.getState().editor.run(setConnectionProps, { connection: id, props });
  };
  return (
    <>
      <InspectorHeader
        title={t(connection.label) === '' ? t(connectionKind(connection)) : t(connection.label)}
        subtitle={`${t(connectionKind(connection))} · ${
          connection.delivery === 'sync'
            ? t({ en: 'synchronous', ja: '同期' })
            : t({ en: 'asynchronous', ja: '非同期' })
        }`}
        actions={origin === 'reference' ? 'none' : 'delete'}
      />
      <div className="inspector-body">
        <div className="connection-ends">
          <EndLink id={from} />
          <ArrowRight size={14} />
          <EndLink id={to} />
        </div>
        {definition === undefined ? (
          <p className="hint">
            {origin === 'task'
              ? t({
                  en: 'Follows from the Task states of the definition. Edit the definition to change it.',
                  ja: '定義の Task ステートから導かれる接続です。変更するには、定義を編集してください。',
                })
              : t(
                  {
                    en: 'Follows from a setting of "{from}".',
                    ja: '「{from}」の設定から導かれる接続です。',
                  },
                  { from: studio.getState().system.node(from)?.label ?? from },
                )}
          </p>
        ) : (
          <>
            <FieldsForm
              fields={definition.fields}
              given={given ?? {}}
              resolved={connection.props}
              owner={{ connection: id }}
              onChange={change}
            />
            <ConnectionPermissions from={from} to={to} />
            <p className="hint">{t(definition.tradeOff)}</p>
            <SourceLink url={definition.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
          </>
        )}
      </div>
    </>
  );
}

function EndLink({ id }: { readonly id: NodeId }) {
  const label = useStudio((state) => state.system.node(id)?.label ?? id);
  return (
    <Button
      variant="link"
      onClick={() => {
        revealInCanvas({ nodes: new Set([id]) });
      }}
    >
      <span className="ellipsis">{label}</span>
    </Button>
  );
}

function ConnectionPermissions({ from, to }: { readonly from: NodeId; readonly to: NodeId }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const permissions = system.permissions.filter(
    ({ grantee, resources }) =>
      (grantee === from && resources.some(({ node }) => node === to)) ||
      (grantee === to && resources.some(({ node }) => node === from)),
  );
  if (permissions.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">{t({ en: 'Permissions', ja: 'アクセス許可' })}</h3>
      <PermissionList permissions={permissions} />
    </section>
  );
}
