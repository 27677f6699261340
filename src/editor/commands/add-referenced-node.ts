import { connectionOf, serviceOf } from '../../catalog/index.js';
import { placeBeside } from '../../layout/place.js';
import { connectionId, lookup, nodeId, type NodeId } from '../../model/design.js';
import { addNode, updateConnection, updateNode } from '../../model/graph.js';
import { translate, type Language } from '../../model/localized.js';
import { defineCommand } from '../define.js';
import { newNode } from '../new-node.js';

export interface AddReferencedNodeArgs {
  /** The node or the connection whose field refers to the new node. */
  readonly node?: string;
  readonly connection?: string;
  readonly field: string;
  /** Service type of the catalog. */
  readonly service: string;
  readonly language: Language;
}

/** Adds a node that a field refers to, beside its owner, in one step. What is selected stays selected. */
export const addReferencedNode = defineCommand<AddReferencedNodeArgs>({
  id: 'add-referenced-node',
  label: { en: 'Add a node', ja: 'ノードを追加' },
  enabled: () => true,
  run: ({ design, selection }, { node, connection, field, service: type, language }) => {
    const drawn = connection === undefined ? undefined : lookup(design.connections, connection);
    const owner: NodeId | undefined = node === undefined ? drawn?.from : nodeId(node);
    const ownerNode = owner === undefined ? undefined : lookup(design.nodes, owner);
    const service = serviceOf(type);
    const fields =
      node === undefined ? connectionOf(drawn?.kind ?? '')?.fields : serviceOf(ownerNode?.service ?? '')?.fields;
    const definition = fields === undefined ? undefined : lookup(fields, field);
    if (
      owner === undefined ||
      ownerNode === undefined ||
      service === undefined ||
      definition?.kind !== 'node' ||
      !definition.services.includes(type)
    )
      return { state: { design, selection }, undo: 'none' };
    const made = newNode(design, service, language);
    const added = addNode(
      design,
      { ...made, ...(ownerNode.context === undefined ? {} : { context: ownerNode.context }) },
      { at: placeBeside(design, owner, type) },
    );
    const withReference = <Owner extends { readonly props: object }>(value: Owner): Owner => ({
      ...value,
      props: { ...value.props, [field]: added.id },
    });
    return {
      state: {
        design:
          node === undefined
            ? updateConnection(added.design, connectionId(connection ?? ''), withReference)
            : updateNode(added.design, owner, withReference),
        selection,
      },
      undo: 'step',
      name: { en: `Add ${translate(service.label, 'en')}`, ja: `「${translate(service.label, 'ja')}」を追加` },
    };
  },
});
