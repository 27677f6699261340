import { parseDefinition, machinesIn, type StateMachine } from '../../asl/definition.js';
import { entries, type ContextId, type Definition, type Design, type NodeId } from '../../model/design.js';
import { rank } from '../../model/fold.js';
import { translate, type Language } from '../../model/localized.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';

/** What the outline goes to when a row is chosen. */
export type OutlineTarget =
  | { readonly kind: 'context' | 'node' | 'connection' | 'note'; readonly id: string }
  | { readonly kind: 'state'; readonly id: NodeId; readonly path: readonly string[] };

export interface OutlineItem {
  /** Unique among all rows. */
  readonly key: string;
  readonly label: string;
  /** After the label, fainter: the type, the words of a connection. */
  readonly detail: string;
  readonly icon?: string;
  readonly target: OutlineTarget;
  /** Further texts that a search looks at: comments, values, ids. */
  readonly texts: readonly string[];
  readonly children: readonly OutlineItem[];
}

/** A row as it is drawn. */
export interface OutlineRow {
  readonly item: OutlineItem;
  readonly level: number;
  readonly expanded: boolean | undefined;
  readonly position: number;
  readonly siblings: number;
  /** The text that the search found, where the row itself does not show it. */
  readonly found: string | undefined;
}

const statesOf = new WeakMap<Definition, readonly StateTree[]>();
interface StateTree {
  readonly name: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly comment: string;
  readonly inner: readonly StateTree[];
}

/** The states of a definition; read once, since a definition is immutable. */
function readStates(definition: Definition): readonly StateTree[] {
  const known = statesOf.get(definition);
  if (known !== undefined) return known;
  const { tree } = parseDefinition(definition.text, definition.format);
  const treesIn = (machine: StateMachine): readonly StateTree[] =>
    [...machine.states.values()].map((state) => {
      const comment = state.fields['Comment'];
      return {
        name: state.name,
        type: state.type,
        path: state.path,
        comment: typeof comment === 'string' ? comment : '',
        inner: machinesIn(state).flatMap(treesIn),
      };
    });
  const states = tree === undefined ? [] : treesIn(tree);
  statesOf.set(definition, states);
  return states;
}

const textsIn = (props: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(props).flatMap((value) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [],
  );

/** Everything that the outline lists: contexts with their nodes, each with its connections and states, and notes. */
export function outlineOf(system: System, language: Language): readonly OutlineItem[] {
  const { design } = system;
  const members = new Map<ContextId | undefined, OutlineItem[]>();
  const put = (context: ContextId | undefined, item: OutlineItem): void => {
    const home = context !== undefined && Object.hasOwn(design.contexts, context) ? context : undefined;
    const list = members.get(home);
    if (list === undefined) members.set(home, [item]);
    else list.push(item);
  };
  for (const node of system.nodes.values()) put(node.context, itemOf(node, system, language));
  for (const [id, note] of entries(design.notes)) put(note.context, noteItem(id, note.text));
  return [...contextItems(design, members), ...(members.get(undefined) ?? [])];
}

const contextItems = (design: Design, members: ReadonlyMap<ContextId | undefined, readonly OutlineItem[]>) =>
  entries(design.contexts).map(([id, { label, team = '', comment = '' }]): OutlineItem => ({
    key: `context ${id}`,
    label: label === '' ? id : label,
    detail: team,
    target: { kind: 'context', id },
    texts: [team, comment, id],
    children: members.get(id) ?? [],
  }));

const noteItem = (id: string, text: string): OutlineItem => ({
  key: `note ${id}`,
  label: text.trim().split('\n')[0]?.replace(/^#\s*/, '') ?? '',
  detail: '',
  target: { kind: 'note', id },
  texts: [text],
  children: [],
});

function itemOf(node: SystemNode, system: System, language: Language): OutlineItem {
  const { definition, comment = '', props } = node.node;
  const stateItems = (states: readonly StateTree[]): readonly OutlineItem[] =>
    states.map(({ name, type, path, comment: words, inner }) => ({
      key: `state ${node.id} ${path.join('/')}`,
      label: name,
      detail: type,
      target: { kind: 'state', id: node.id, path },
      texts: [words],
      children: stateItems(inner),
    }));
  return {
    key: `node ${node.id}`,
    label: node.label === '' ? node.id : node.label,
    detail: translate(node.service.label, language),
    icon: node.service.icon,
    target: { kind: 'node', id: node.id },
    texts: [
      node.id,
      translate(node.service.label, language === 'en' ? 'ja' : 'en'),
      translate(node.subtitle, language),
      comment,
      ...textsIn(props),
    ],
    children: [
      ...(definition === undefined ? [] : stateItems(readStates(definition))),
      ...system.outgoing(node.id).map((connection) => connectionItem(connection, system, language)),
    ],
  };
}

function connectionItem(connection: SystemConnection, system: System, language: Language): OutlineItem {
  const to = system.node(connection.to);
  return {
    key: `connection ${connection.id}`,
    label: `→ ${to === undefined || to.label === '' ? connection.to : to.label}`,
    detail: translate(connection.label, language),
    target: { kind: 'connection', id: connection.id },
    texts: [
      connection.id,
      connection.definition === undefined ? '' : translate(connection.definition.label, language),
      ...textsIn(connection.props),
    ],
    children: [],
  };
}

/** Rows in the order of the screen. Without a query: what is expanded; with one: what matches, under its parents. */
export function rowsOf(
  items: readonly OutlineItem[],
  query: string,
  isExpanded: (item: OutlineItem) => boolean,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const isSearching = query.trim() !== '';
  const matches = isSearching ? matching(items, query) : undefined;
  const walk = (list: readonly OutlineItem[], level: number): void => {
    const shown = matches === undefined ? list : list.filter((item) => matches.has(item));
    shown.forEach((item, index) => {
      const inner = matches === undefined ? item.children : item.children.filter((child) => matches.has(child));
      const expanded = inner.length === 0 ? undefined : isSearching || isExpanded(item);
      const found = matches?.get(item);
      rows.push({ item, level, expanded, position: index + 1, siblings: shown.length, found });
      if (expanded === true) walk(inner, level + 1);
    });
  };
  walk(items, 1);
  return rows;
}

/** Items that match or lead to one that does, with the text that was found where label and detail do not hold it. */
function matching(items: readonly OutlineItem[], query: string): ReadonlyMap<OutlineItem, string | undefined> {
  const found = new Map<OutlineItem, string | undefined>();
  const visit = (item: OutlineItem): boolean => {
    // Each one is asked, so that all matches below are found.
    const below = item.children.map(visit).some(Boolean);
    const isShown = rank(query, [item.label, item.detail]) !== undefined;
    if (!isShown && !below && rank(query, [item.label, item.detail, ...item.texts]) === undefined) return false;
    found.set(item, isShown ? undefined : item.texts.find((text) => rank(query, [text]) !== undefined));
    return true;
  };
  items.forEach(visit);
  return found;
}
