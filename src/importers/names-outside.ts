import type { NodeId, Substitution } from '../model/design.js';
import type { DrawnNode } from './draw.js';
import type { NodeDraft, Reading } from './recognise/define.js';
import { isModelId, modelNode } from './recognise/models.js';

/** Names in definitions that stand for what no resource does: foundation models, and the bus that each account has. */

/** The models that definitions are told the ids of. */
export function* modelsNamed(reading: Reading, nodes: Iterable<DrawnNode>): Generator<NodeDraft> {
  for (const { node, resource } of nodes)
    for (const stands of Object.values(node.definition?.substitutions ?? {}))
      if (resource !== undefined && 'literal' in stands && isModelId(stands.literal))
        yield modelNode(reading.templateOf(resource), stands.literal);
}

/** A node whose definition names the nodes that such names stand for. */
export function withNamesOutside(drawn: DrawnNode, draftIds: ReadonlyMap<string, string>): DrawnNode {
  const { definition } = drawn.node;
  if (definition === undefined) return drawn;
  const substitutions = Object.entries(definition.substitutions).map(([name, stands]): [string, Substitution] => {
    if (!('literal' in stands)) return [name, stands];
    const model = draftIds.get(`bedrock-model:${stands.literal}`);
    if (model !== undefined) return [name, { node: model as NodeId, attribute: 'modelId' }];
    const bus = stands.literal === 'default' && /bus/i.test(name) ? draftIds.get('event-bus:name:default') : undefined;
    return bus === undefined ? [name, stands] : [name, { node: bus as NodeId, attribute: 'name' }];
  });
  return {
    ...drawn,
    node: { ...drawn.node, definition: { ...definition, substitutions: Object.fromEntries(substitutions) } },
  };
}
