import { ErrorBoundary } from '../shell/error-boundary.js';
import { connectionId, contextId, lookup, nodeId, noteId } from '../../model/design.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { ConnectionInspector } from './connection-inspector.js';
import { ContextInspector } from './context-inspector.js';
import { DesignInspector } from './design-inspector.js';
import { MultiInspector } from './multi-inspector.js';
import { NoteInspector } from './note-inspector.js';
import { NodeInspector } from './node-inspector.js';
import './inspector.css';

/** The form of what is selected; of the design where nothing is. */
export function Inspector() {
  const t = useTranslate();
  return (
    <aside className="inspector" data-panel="inspector" aria-label={t({ en: 'Inspector', ja: 'インスペクター' })}>
      <ErrorBoundary>
        <Selected />
      </ErrorBoundary>
    </aside>
  );
}

function Selected() {
  const { nodes, connections, contexts, notes } = useStudio((state) => state.selection);
  const count = nodes.size + connections.size + contexts.size + notes.size;
  const [node] = nodes;
  const [connection] = connections;
  const [context] = contexts;
  const [note] = notes;
  const hasNode = useStudio(({ system }) => node !== undefined && system.nodes.has(nodeId(node)));
  const hasConnection = useStudio(({ system }) => connection !== undefined && system.connections.has(connection));
  const hasContext = useStudio(({ design }) => context !== undefined && lookup(design.contexts, context) !== undefined);
  const hasNote = useStudio(({ design }) => note !== undefined && lookup(design.notes, note) !== undefined);
  if (count > 1) return <MultiInspector />;
  if (node !== undefined && hasNode) return <NodeInspector key={node} id={nodeId(node)} />;
  if (connection !== undefined && hasConnection)
    return <ConnectionInspector key={connection} id={connectionId(connection)} />;
  if (context !== undefined && hasContext) return <ContextInspector key={context} id={contextId(context)} />;
  if (note !== undefined && hasNote) return <NoteInspector key={note} id={noteId(note)} />;
  return <DesignInspector />;
}
