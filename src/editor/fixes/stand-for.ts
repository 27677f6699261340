import { attributesOf } from '../../catalog/attributes.js';
import { lookup, nodeId, type NodeId, type Substitution } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import type { Problem } from '../../model/problems.js';
import type { System } from '../../system/system.js';
import { defineFix } from './define.js';
import { likeness } from './similar.js';

const alike = 0.5;
const mostOffers = 3;

/** Says what a name in a definition stands for: the attribute of the node whose names it is most like. */
export const standFor = defineFix({
  id: 'stand-for',
  codes: ['substitution-unknown', 'dangling-node'],
  offer: (system, problem) => {
    const at = nameIn(problem);
    const definition = at === undefined ? undefined : lookup(system.design.nodes, at.machine)?.definition;
    if (at === undefined || definition === undefined) return [];
    return candidates(system, at.name)
      .slice(0, mostOffers)
      .map(({ node, label, attribute }) => {
        const stands: Substitution = { node, attribute };
        return {
          label: { en: 'Let it stand for {attribute} of "{label}"', ja: '「{label}」の {attribute} と関連付ける' },
          facts: { attribute, label },
          apply: (design) =>
            updateNode(design, at.machine, (machine) =>
              machine.definition === undefined
                ? machine
                : {
                    ...machine,
                    definition: {
                      ...machine.definition,
                      substitutions: { ...machine.definition.substitutions, [at.name]: stands },
                    },
                  },
            ),
        };
      });
  },
  examples: [
    `nodes:
  stock: { service: dynamodb-table, label: Stock }
  fulfil:
    service: state-machine
    label: Fulfil
    definition:
      format: json
      text: '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":"\${StockName}","End":true}}}'
connections: {}`,
  ],
});

function nameIn({ code, node, path, facts }: Problem): { machine: NodeId; name: string } | undefined {
  const [section, id, key, record, substitution] = path ?? [];
  if (code === 'dangling-node')
    return section === 'nodes' && typeof id === 'string' && key === 'definition' && record === 'substitutions'
      ? { machine: nodeId(id), name: String(substitution) }
      : undefined;
  const { name } = facts;
  return node !== undefined && typeof name === 'string' ? { machine: node, name } : undefined;
}

function candidates(system: System, name: string) {
  return [...system.nodes.values()]
    .flatMap((node) =>
      Object.keys(attributesOf(node.service, node)).map((attribute) => ({
        node: node.id,
        label: node.label,
        attribute,
        like: Math.max(likeness(name, `${node.id}${attribute}`), likeness(name, `${node.label}${attribute}`)),
      })),
    )
    .filter(({ like }) => like >= alike)
    .sort((a, b) => b.like - a.like);
}
