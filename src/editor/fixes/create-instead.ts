import { lookup } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineFix } from './define.js';

/** Lets the design create what was said to exist already. */
export const createInstead = defineFix({
  id: 'create-instead',
  codes: ['existing-reference-missing', 'existing-not-possible'],
  offer: ({ design }, { node: id }) => {
    if (id === undefined || lookup(design.nodes, id) === undefined) return [];
    return [
      {
        label: { en: 'Create it with this design', ja: 'この設計で作成' },
        apply: (now) =>
          updateNode(now, id, (node) => {
            const { existing: _existing, ...rest } = node;
            return { ...rest, origin: 'created' };
          }),
      },
    ];
  },
  examples: ['nodes: { bucket: { service: s3-bucket, label: Uploads, origin: existing } }'],
});
