import { parseDefinition, walkStates } from '../../asl/definition.js';
import { removeState as removeFromText } from '../../asl/edit.js';
import { lookup } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineFix } from './define.js';

/** Removes a state that nothing leads to. */
export const removeState = defineFix({
  id: 'remove-state',
  codes: ['definition-unreachable'],
  offer: ({ design }, { node: id, facts }) => {
    const definition = id === undefined ? undefined : lookup(design.nodes, id)?.definition;
    const { state } = facts;
    if (id === undefined || definition === undefined || definition.draft !== undefined || typeof state !== 'string')
      return [];
    return [
      {
        label: { en: 'Remove the state "{state}"', ja: 'ステート「{state}」を削除' },
        facts: { state },
        apply: (now) =>
          updateNode(now, id, (machine) => {
            if (machine.definition === undefined) return machine;
            const { text, format } = machine.definition;
            const { tree } = parseDefinition(text, format);
            const path =
              tree === undefined ? undefined : [...walkStates(tree)].find(({ name }) => name === state)?.path;
            const removed = path === undefined ? undefined : removeFromText(text, format, path);
            return removed === undefined
              ? machine
              : { ...machine, definition: { ...machine.definition, text: removed } };
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
    definition:
      format: json
      text: '{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Succeed"}}}'
connections: { one: { kind: api-integration, from: api, to: fulfil, props: { method: POST, path: /orders } } }`,
  ],
});
