import { entries, lookup, nodeId, type ContextId, type Design } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import type { Fix } from './define.js';
import { defineFix } from './define.js';
import { likeness } from './similar.js';

const alike = 0.5;

/** Puts what is in a context that does not exist into the one that was meant, or into none. */
export const chooseContext = defineFix({
  id: 'choose-context',
  codes: ['dangling-context'],
  offer: ({ design }, { path }) => {
    const [section, id] = path ?? [];
    if ((section !== 'nodes' && section !== 'notes') || typeof id !== 'string') return [];
    const written = lookup<{ readonly context?: ContextId }>(design[section], id)?.context;
    if (written === undefined) return [];
    const meant = entries(design.contexts)
      .map(([context, { label }]) => ({
        context,
        label,
        like: Math.max(likeness(written, context), likeness(written, label)),
      }))
      .filter(({ like }) => like >= alike)
      .sort((a, b) => b.like - a.like)
      .slice(0, 2)
      .map(({ context, label }): Fix => ({
        label: { en: 'Move to "{label}"', ja: '「{label}」に移動' },
        facts: { label },
        apply: (now) => inContext(now, section, id, context),
      }));
    return [
      ...meant,
      {
        label: { en: 'Leave the context', ja: 'コンテキストから外す' },
        apply: (now) => inContext(now, section, id, undefined),
      },
    ];
  },
  examples: [
    `contexts: { sales: { label: Sales } }
nodes: { files: { service: s3-bucket, label: Files, context: sale } }`,
    'notes: { one: { text: Hello, context: gone } }',
  ],
});

function inContext(design: Design, section: 'nodes' | 'notes', id: string, context: ContextId | undefined): Design {
  const moved = <Member extends { readonly context?: ContextId }>({ context: _context, ...rest }: Member) => ({
    ...rest,
    ...(context === undefined ? {} : { context }),
  });
  if (section === 'nodes') return updateNode(design, nodeId(id), moved);
  const note = lookup(design.notes, id);
  return note === undefined ? design : { ...design, notes: { ...design.notes, [id]: moved(note) } };
}
