import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import type { NodeId } from '../../model/design.js';
import type { SystemConnection } from '../../system/system.js';
import { revealInCanvas, useStudio, useTranslate } from '../studio/studio.js';

/** What a node is connected with, in and out; a click selects the connection. */
export function NodeConnections({ id }: { readonly id: NodeId }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const incoming = system.incoming(id);
  const outgoing = system.outgoing(id);
  if (incoming.length + outgoing.length === 0)
    return (
      <p className="hint">
        {t({
          en: 'Not connected. Drag from an edge of the card to another node.',
          ja: '接続がありません。カードの端からほかのノードにドラッグして接続できます。',
        })}
      </p>
    );
  return (
    <>
      <Group title={t({ en: 'Incoming', ja: '入ってくる接続' })} connections={incoming} end="from" />
      <Group title={t({ en: 'Outgoing', ja: '出ていく接続' })} connections={outgoing} end="to" />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly connections: readonly SystemConnection[];
  readonly end: 'from' | 'to';
}

function Group({ title, connections, end }: GroupProps) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  if (connections.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">{title}</h3>
      <ul className="connection-list">
        {connections.map((connection) => (
          <li key={connection.id}>
            <button
              type="button"
              className="connection-row"
              onClick={() => {
                revealInCanvas({ connections: new Set([connection.id]) });
              }}
            >
              {end === 'from' ? <ArrowDownLeft size={16} /> : <ArrowUpRight size={16} />}
              <span>
                <span className="ellipsis">{system.node(connection[end])?.label ?? connection[end]}</span>
                <small>
                  {[t(connectionKind(connection)), t(connection.label)].filter((word) => word !== '').join(' · ')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name of a connection's kind. */
export const connectionKind = ({ definition, origin }: SystemConnection) =>
  definition?.label ?? (origin === 'task' ? { en: 'Task', ja: 'Task ステート' } : { en: 'Reference', ja: '参照' });
