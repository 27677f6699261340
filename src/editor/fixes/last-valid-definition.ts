import { lookup } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineFix } from './define.js';

/** Goes back to the last text of a definition that could be read. */
export const lastValidDefinition = defineFix({
  id: 'last-valid-definition',
  codes: ['definition-syntax'],
  offer: ({ design }, { node: id }) => {
    if (id === undefined || lookup(design.nodes, id)?.definition?.draft === undefined) return [];
    return [
      {
        label: { en: 'Go back to the last valid text', ja: '最後に有効だったテキストに戻す' },
        apply: (now) =>
          updateNode(now, id, (machine) => {
            if (machine.definition === undefined) return machine;
            const { draft: _draft, ...definition } = machine.definition;
            return { ...machine, definition };
          }),
      },
    ];
  },
  examples: [
    `nodes:
  api: { service: rest-api, label: Api }
  fulfil:
    service: state-machine
    label: Fulfil
    props: { type: EXPRESS }
    definition: { format: json, text: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', draft: '{"StartAt":' }
connections: { one: { kind: api-integration, from: api, to: fulfil, props: { method: POST, path: /orders } } }`,
  ],
});
