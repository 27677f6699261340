import { lookup } from '../../model/design.js';
import { removeNodes } from '../../model/graph.js';
import { nodeFields } from '../../system/node-fields.js';
import { defineFix } from './define.js';

/** Removes a node that nothing can be made of, or that nothing calls. */
export const deleteNode = defineFix({
  id: 'delete-node',
  codes: ['unknown-service', 'not-connected'],
  offer: ({ design }, { node: id }) => {
    const node = id === undefined ? undefined : lookup(design.nodes, id);
    if (id === undefined || node === undefined) return [];
    return [
      {
        label: { en: 'Delete "{label}"', ja: '「{label}」を削除' },
        facts: { label: node.label === '' ? id : node.label },
        apply: (now) => removeNodes(now, new Set([id]), nodeFields),
      },
    ];
  },
  examples: [
    'nodes: { mystery: { service: quantum-entangler, label: Mystery } }',
    'nodes: { ship: { service: lambda-function, label: Ship } }',
  ],
});
