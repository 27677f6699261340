import type { Field } from '../model/fields.js';
import { lookup, type Json } from '../model/design.js';
import { translate, type Language, type Localized } from '../model/localized.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import type { PictureScene } from './define.js';

/** What a page tells of a node when it is chosen: words only. */
export interface NodeDetails {
  readonly id: string;
  readonly label: string;
  readonly service: string;
  readonly context: string;
  readonly comment: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly connections: readonly {
    readonly direction: 'in' | 'out';
    readonly label: string;
    readonly node: string;
    readonly other: string;
  }[];
}

/** Longer values are cut: the page is for reading, the design holds them. */
const longest = 2000;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Details of every node that is drawn. */
export function nodeDetails(system: System, scene: PictureScene): readonly NodeDetails[] {
  const shown = new Set(scene.cards.map(({ id }) => id));
  const contexts = new Map(scene.areas.map(({ id, label }) => [id, label]));
  return [...system.nodes.values()]
    .filter(({ id }) => shown.has(id))
    .map((node) => ({
      id: node.id,
      label: node.label,
      service: translate(node.service.label, scene.language),
      context: (node.context === undefined ? undefined : contexts.get(node.context)) ?? '',
      comment: shortened(node.node.comment ?? ''),
      fields: fieldsOf(node, scene.language),
      connections: [
        ...system.incoming(node.id).map((connection) => connectionOf(system, connection, 'in', scene.language)),
        ...system.outgoing(node.id).map((connection) => connectionOf(system, connection, 'out', scene.language)),
      ].filter(({ node: other }) => shown.has(other)),
    }));
}

function connectionOf(system: System, connection: SystemConnection, direction: 'in' | 'out', language: Language) {
  const node = direction === 'in' ? connection.from : connection.to;
  return { direction, label: translate(connection.label, language), node, other: system.node(node)?.label ?? node };
}

/** The fields that a person set, by their labels. */
function fieldsOf({ node, service }: SystemNode, language: Language): [string, string][] {
  return Object.entries(node.props).flatMap(([name, value]): [string, string][] => {
    const field: Field | undefined = lookup(service.fields, name);
    return [
      [field === undefined ? name : translate(field.label, language), shortened(valueWords(field, value, language))],
    ];
  });
}

function valueWords(field: Field | undefined, value: Json, language: Language): string {
  if (field?.kind === 'choice' && typeof value === 'string') {
    const option: Localized | undefined = lookup<Localized>(field.options, value);
    if (option !== undefined) return translate(option, language);
  }
  if (typeof value === 'boolean') return translate(value ? yes : no, language);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, null, 2);
  return String(value);
}

const yes: Localized = { en: 'on', ja: 'オン' };
const no: Localized = { en: 'off', ja: 'オフ' };
