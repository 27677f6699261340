import { ArrowRight, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { changeWay } from '../../editor/commands/change-way.js';
import { resetRoute } from '../../editor/commands/reset-route.js';
import { setConnectionProps } from '../../editor/commands/set-connection-props.js';
import type { PropChanges } from '../../editor/commands/set-node-props.js';
import { connectionId, entries, lookup, type ConnectionId, type NodeId } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import type { SystemConnection } from '../../system/system.js';
import { waysToConnect } from '../../system/ways.js';
import { revealInCanvas, studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Select } from '../ui/select.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { SourceLink } from '../ui/source-link.js';
import { FieldsForm } from './fields/form.js';
import { fittingFields } from './fitting-fields.js';
import { InspectorHeader } from './header.js';
import { ImportedFrom } from './imported-from.js';
import { connectionKind } from './node-connections.js';
import { ConnectionPermissions } from './permissions.js';

const deliveries = {
  sync: {
    label: { en: 'synchronous', ja: '同期' },
    help: {
      en: 'The caller waits for the answer; an error or a delay reaches it.',
      ja: '呼び出し元は応答を待ちます。エラーや遅延は呼び出し元に影響します。',
    },
  },
  async: {
    label: { en: 'asynchronous', ja: '非同期' },
    help: {
      en: 'Handed over and not waited for: errors are retried behind it and do not come back.',
      ja: '引き渡した後は応答を待ちません。エラーは後段で再試行され、呼び出し元には返りません。',
    },
  },
} as const satisfies Record<'sync' | 'async', { readonly label: Localized; readonly help: Localized }>;

/** The form of a connection: the integration is configured where it is drawn. */
export function ConnectionInspector({ id }: { readonly id: ConnectionId }) {
  const t = useTranslate();
  const connection = useStudio((state) => state.system.connections.get(id));
  const given = useStudio((state) => lookup(state.design.connections, id)?.props);
  const adopted = useStudio((state) => lookup(state.design.connections, id)?.adopted);
  const system = useStudio((state) => state.system);
  const fields = useMemo(
    () => (connection === undefined ? {} : fittingFields(system, connection)),
    [system, connection],
  );
  if (connection === undefined) return null;
  const { definition, from, to, origin } = connection;
  const delivery = deliveries[connection.delivery];
  const change = (props: PropChanges): void => {
    studio.getState().editor.run(setConnectionProps, { connection: id, props });
  };
  return (
    <>
      <InspectorHeader
        title={t(connection.label) === '' ? t(connectionKind(connection)) : t(connection.label)}
        subtitle={`${t(connectionKind(connection))} · ${t(delivery.label)}`}
        actions={origin === 'reference' ? 'none' : 'delete'}
      />
      <div className="inspector-body">
        <div className="connection-ends">
          <EndLink id={from} />
          <ArrowRight size={14} />
          <EndLink id={to} />
        </div>
        <p className="hint">{t(delivery.help)}</p>
        {definition === undefined ? (
          <Derived connection={connection} />
        ) : (
          <>
            <WayRow connection={connection} />
            <FieldsForm
              fields={fields}
              given={given ?? {}}
              resolved={connection.props}
              owner={{ connection: id }}
              onChange={change}
            />
            <SharedResource id={id} />
            <p className="hint">{t(definition.tradeOff)}</p>
          </>
        )}
        <ImportedFrom adopted={adopted} />
        <ConnectionPermissions connection={connection} />
        <ResetRoute id={id} />
        {definition === undefined ? null : (
          <SourceLink url={definition.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
        )}
      </div>
    </>
  );
}

/** Why a connection that nobody drew is there. */
function Derived({ connection }: { readonly connection: SystemConnection }) {
  const t = useTranslate();
  const label = useStudio((state) => state.system.node(connection.from)?.label ?? connection.from);
  return (
    <p className="hint">
      {connection.origin === 'task'
        ? t({
            en: 'Follows from the Task states of the definition. Edit the definition to change it.',
            ja: '定義の Task ステートから導かれる接続です。変更するには、定義を編集してください。',
          })
        : t(
            { en: 'Follows from a setting of "{from}".', ja: '「{from}」の設定から導かれる接続です。' },
            { from: label },
          )}
    </p>
  );
}

/** How the two are connected, with the other ways that there are. */
function WayRow({ connection }: { readonly connection: SystemConnection }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const { id, from, to, kind } = connection;
  const { ways } = useMemo(() => waysToConnect(system, from, to), [system, from, to]);
  const current = `direct:${kind}`;
  if (!ways.some((way) => way.id !== current)) return null;
  const label = t({ en: 'Way to connect', ja: '接続方法' });
  return (
    <div className="field">
      <span className="secondary">{label}</span>
      <Select
        label={label}
        value={current}
        options={[
          ...(ways.some((way) => way.id === current) ? [] : [{ value: current, label: t(connectionKind(connection)) }]),
          ...ways.map((way) => ({ value: way.id, label: t(way.title) })),
        ]}
        onChange={(way) => {
          if (way !== current) studio.getState().editor.run(changeWay, { connection: id, way });
        }}
      />
    </div>
  );
}

/** The other connections that the same resource implements, such as the further targets of a rule. */
function SharedResource({ id }: { readonly id: ConnectionId }) {
  const t = useTranslate();
  const connections = useStudio((state) => state.design.connections);
  const system = useStudio((state) => state.system);
  const own = lookup(connections, id);
  const others =
    own?.resource === undefined
      ? []
      : entries(connections).filter(
          ([other, { kind, from, resource }]) =>
            other !== id && kind === own.kind && from === own.from && resource === own.resource,
        );
  if (others.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Same resource', ja: '同じリソース' })}
        <code className="hint">{own?.resource}</code>
      </h3>
      <ul className="connection-list">
        {others.map(([other, { to }]) => (
          <li key={other}>
            <button
              type="button"
              className="connection-row"
              data-compact="true"
              onClick={() => {
                revealInCanvas({ connections: new Set([connectionId(other)]) });
              }}
            >
              <ServiceIcon icon={system.node(to)?.service.icon} size={20} />
              <span className="ellipsis">{system.node(to)?.label ?? to}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lets a line that was bent by hand find its own way again. */
function ResetRoute({ id }: { readonly id: ConnectionId }) {
  const t = useTranslate();
  const isBent = useStudio((state) => lookup(state.design.layout.bends, id) !== undefined);
  if (!isBent) return null;
  return (
    <Button
      className="inspector-action"
      onClick={() => {
        studio.getState().editor.run(resetRoute);
      }}
    >
      <Undo2 size={14} />
      {t(resetRoute.label)}
    </Button>
  );
}

function EndLink({ id }: { readonly id: NodeId }) {
  const node = useStudio((state) => state.system.node(id));
  return (
    <Button
      variant="link"
      title={node?.label ?? id}
      onClick={() => {
        revealInCanvas({ nodes: new Set([id]) });
      }}
    >
      <ServiceIcon icon={node?.service.icon} size={16} />
      <span className="ellipsis">{node?.label ?? id}</span>
    </Button>
  );
}
