import type { FindMatch } from '../../editor/find.js';
import { nodeId, lookup } from '../../model/design.js';
import type { System } from '../../system/system.js';
import { revealField, revealText } from '../studio/reveal.js';
import { revealInCanvas, studio } from '../studio/studio.js';

/** What a match is in, by name. */
export function ownerOf({ kind, id }: FindMatch, system: System): string {
  switch (kind) {
    case 'node':
      return system.node(nodeId(id))?.label ?? id;
    case 'context':
      return lookup(system.design.contexts, id)?.label ?? id;
    case 'note':
      return lookup(system.design.notes, id)?.text.split('\n')[0] ?? id;
    case 'connection': {
      const found = system.connections.get(id);
      return found === undefined
        ? id
        : `${system.node(found.from)?.label ?? found.from} → ${system.node(found.to)?.label ?? found.to}`;
    }
  }
}

/** Shows a match where it is. The focus stays in the search unless it is asked for. */
export function goToMatch({ kind, id, path, start, end, scope, text }: FindMatch, focus: boolean): void {
  const [section, name] = path;
  if (scope === 'definition' && (name === 'text' || name === 'draft')) {
    revealInCanvas({ nodes: new Set([id]) });
    const definition = lookup(studio.getState().design.nodes, id)?.definition;
    if (definition !== undefined) revealText(text, start, end, focus);
    return;
  }
  if (section === 'props' && name !== undefined && (kind === 'node' || kind === 'connection')) {
    revealField(kind === 'node' ? { node: id } : { connection: id }, name, focus);
    return;
  }
  switch (kind) {
    case 'node':
      revealInCanvas({ nodes: new Set([id]) });
      return;
    case 'connection':
      revealInCanvas({ connections: new Set([id]) });
      return;
    case 'context':
      revealInCanvas({ contexts: new Set([id]) });
      return;
    case 'note':
      revealInCanvas({ notes: new Set([id]) });
  }
}

const before = 16;
const after = 60;

/** The line around a match in three parts, cut where it is long. */
export function excerptOf({ text, start, end }: FindMatch): { before: string; found: string; after: string } {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(line, start - before);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + after);
  return {
    before: `${from > line ? '…' : ''}${text.slice(from, start).trimStart()}`,
    found: text.slice(start, end),
    after: text.slice(end, to),
  };
}
