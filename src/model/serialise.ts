import { COLLECTION_STYLE, CORE_SCHEMA, dump, visit } from 'js-yaml';
import { emptyDesign, selectionFormat, type Design, type Json } from './design.js';
import { byCodeUnit, sortKeys } from './names.js';
import { knownKeys } from './schema.js';

/**
 * The text of a design file: YAML for pull requests. Keys in the order of the format, ids and props in code unit order,
 * empty sections and defaults left out, one line for a position. Equal designs give equal bytes, in any process, time
 * zone and locale.
 */
export const serialiseDesign = (design: Design): string => textOf(document(design));

/** The text of part of a design: what a copy puts on the clipboard. Its settings and whatever else is left out. */
export function serialiseSelection({ contexts, nodes, connections, notes, layout }: Design): string {
  const part = { ...emptyDesign(''), contexts, nodes, connections, notes, layout };
  const { settings: _settings, ...sections } = document(part);
  return textOf({ ...sections, format: selectionFormat });
}

function textOf(sections: Section): string {
  return dump(sections, {
    schema: CORE_SCHEMA,
    lineWidth: -1,
    noRefs: true,
    transform: (documents) => {
      visit(documents, (node) => {
        if (node.kind !== 'mapping' || node.items.length === 0) return;
        const isPosition = node.items.every(
          ({ key, value }) => key.kind === 'scalar' && positionKeys.includes(key.value) && value.kind === 'scalar',
        );
        if (isPosition) node.style = COLLECTION_STYLE.FLOW;
      });
    },
  });
}

const positionKeys = ['x', 'y', 'width', 'height', 'pinned', 'collapsed'];

const position = (value: object): Section => ordered(value, positionKeys);

type Section = Readonly<Record<string, unknown>>;

/** An object with the known keys first, in their order, then the others by name; without what is absent or empty. */
function ordered(value: object, known: readonly string[], leftOut: Section = {}): Section {
  const record: Section = { ...value };
  const keys = [
    ...known.filter((key) => Object.hasOwn(record, key)),
    ...Object.keys(record)
      .filter((key) => !known.includes(key))
      .sort(byCodeUnit),
  ];
  return Object.fromEntries(
    keys
      .map((key): [string, unknown] => [key, record[key]])
      .filter(([key, item]) => item !== undefined && item !== leftOut[key] && !isEmpty(item)),
  );
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function byId<Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => unknown): Section {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, value]) => [id, change(value)]),
  );
}

/** Maps of a person's own keys keep even empty values: an empty text may be meant. */
const json = (value: unknown): unknown => sortKeys(value as Json);

function document(design: Design): Section {
  return ordered(
    {
      ...design,
      settings: ordered(
        { ...design.settings, tags: json(design.settings.tags), advice: json(design.settings.advice) },
        knownKeys.settings,
      ),
      contexts: byId(design.contexts, (context) => ordered(context, knownKeys.context)),
      nodes: byId(design.nodes, (node) =>
        ordered(
          {
            ...node,
            existing: node.existing === undefined ? undefined : ordered(node.existing, ['by', 'value']),
            props: json(node.props),
            overrides: node.overrides === undefined ? undefined : json(node.overrides),
            adopted: node.adopted === undefined ? undefined : json(node.adopted),
            definition:
              node.definition === undefined
                ? undefined
                : ordered(
                    {
                      ...node.definition,
                      substitutions: byId(node.definition.substitutions, (value) => value),
                    },
                    ['format', 'text', 'draft', 'substitutions'],
                  ),
          },
          knownKeys.node,
          { origin: 'created' },
        ),
      ),
      connections: byId(design.connections, (connection) =>
        ordered(
          {
            ...connection,
            props: json(connection.props),
            adopted: connection.adopted === undefined ? undefined : json(connection.adopted),
          },
          knownKeys.connection,
        ),
      ),
      notes: byId(design.notes, (note) => ordered(note, knownKeys.note)),
      layout: ordered(
        {
          ...design.layout,
          nodes: byId(design.layout.nodes, position),
          contexts: byId(design.layout.contexts, position),
          notes: byId(design.layout.notes, position),
          states: byId(design.layout.states, (states) => byId(states, position)),
          bends: byId(design.layout.bends, (points) => points.map(position)),
        },
        knownKeys.layout,
      ),
      parameters: json(design.parameters),
      conditions: json(design.conditions),
      samples: json(design.samples),
      origins: json(design.origins),
    },
    knownKeys.document,
  );
}
