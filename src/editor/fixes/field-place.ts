import { connectionOf, serviceOf } from '../../catalog/index.js';
import { connectionId, lookup, nodeId, type Design, type Json } from '../../model/design.js';
import type { Field, Fields } from '../../model/fields.js';
import { updateConnection, updateNode } from '../../model/graph.js';
import type { Problem } from '../../model/problems.js';
import { withProps } from '../commands/set-node-props.js';

/** A field of a node or connection, with what is written in it. */
export interface FieldPlace {
  readonly section: 'nodes' | 'connections';
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly value: Json | undefined;
}

/** The field that a problem is about: by its path, else by the label among its facts. */
export function fieldOf(design: Design, problem: Problem): FieldPlace | undefined {
  const owner = ownerOf(design, problem);
  if (owner === undefined) return undefined;
  const [, , step, key] = problem.path ?? [];
  const name =
    step === 'props' && typeof key === 'string' ? key : (nameByLabel(owner.fields, problem) ?? nameByCode(problem));
  const field = name === undefined ? undefined : lookup(owner.fields, name);
  if (name === undefined || field === undefined) return undefined;
  return { section: owner.section, id: owner.id, name, field, value: lookup(owner.props, name) };
}

function ownerOf(design: Design, { node, connection }: Problem) {
  if (node !== undefined) {
    const found = lookup(design.nodes, node);
    return found === undefined
      ? undefined
      : { section: 'nodes' as const, id: node, props: found.props, fields: serviceOf(found.service)?.fields ?? {} };
  }
  const found = connection === undefined ? undefined : lookup(design.connections, connection);
  return found === undefined || connection === undefined
    ? undefined
    : {
        section: 'connections' as const,
        id: connection,
        props: found.props,
        fields: connectionOf(found.kind)?.fields ?? {},
      };
}

function nameByLabel(fields: Fields, { facts }: Problem): string | undefined {
  const label = JSON.stringify(facts['field'] ?? null);
  return Object.entries(fields).find(([, field]) => JSON.stringify(field.label) === label)?.[0];
}

const nameByCode = ({ code }: Problem): string | undefined =>
  code === 'dead-letter-queue-elsewhere' || code === 'dead-letter-queue-type'
    ? 'deadLetterQueue'
    : code === 'mapping-missing'
      ? 'mapping'
      : undefined;

/** The design with another value in a field; undefined takes it away. */
export function withField(design: Design, { section, id, name }: FieldPlace, value: Json | undefined): Design {
  const change = <Owner extends { readonly props: Readonly<Record<string, Json>> }>(owner: Owner): Owner => {
    const props = withProps(owner.props, { [name]: value });
    return props === owner.props ? owner : { ...owner, props };
  };
  return section === 'nodes'
    ? updateNode(design, nodeId(id), change)
    : updateConnection(design, connectionId(id), change);
}
