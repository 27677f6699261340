import { connectionOf, serviceOf } from '../../catalog/index.js';
import { entries, lookup, type Design, type DesignNode } from '../../model/design.js';
import { rank } from '../../model/fold.js';
import { sameInEveryLanguage, translate, type Facts, type Language, type Localized } from '../../model/localized.js';
import { isError, problemTexts } from '../../model/problems.js';
import type { Confidence } from '../../importers/recognise/define.js';
import { confidenceWords, fromDefinition } from './confidence.js';
import type { Found, FoundChange, FoundPlace } from './import-protocol.js';

/** What was understood, as rows of lists: headings, and what stands under them. */

export const foundLists = ['changes', 'nodes', 'connections', 'contexts', 'folded', 'troubles'] as const;
export type FoundList = (typeof foundLists)[number];

export interface FoundItem {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly chip?: { readonly words: string; readonly tone: 'plain' | 'accent' | 'warn' | 'danger' | 'ok' };
  readonly place?: FoundPlace;
}

export interface FoundGroup {
  readonly key: string;
  readonly heading: string;
  readonly icon?: string | undefined;
  readonly items: readonly FoundItem[];
}

const words = {
  unread: { en: 'Not read', ja: '読み込めなかった項目' },
  unresolved: { en: 'References without a target', ja: '参照先が見つからない項目' },
  withoutContext: { en: 'Outside of contexts', ja: 'コンテキストの外' },
  members: { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' },
  partOf: { en: 'part of {name}', ja: '{name} の一部' },
  kept: { en: 'Kept with its template', ja: 'テンプレートとともに保持' },
  existing: { en: 'existing', ja: '既存' },
} as const satisfies Record<string, Localized>;

/** Of connections that no kind of the catalog draws. */
const derivedWords = {
  task: { en: 'Task', ja: 'Task ステート' },
  reference: { en: 'Reference', ja: '参照' },
} as const satisfies Record<string, Localized>;

const changes = {
  new: { words: { en: 'New', ja: '新規' }, tone: 'ok' },
  changed: { words: { en: 'Changed', ja: '変更' }, tone: 'accent' },
  removed: { words: { en: 'Removed', ja: '削除' }, tone: 'danger' },
} as const satisfies Record<
  FoundChange['change'],
  { readonly words: Localized; readonly tone: NonNullable<FoundItem['chip']>['tone'] }
>;

const changed = {
  node: { en: 'Nodes', ja: 'ノード' },
  connection: { en: 'Connections', ja: '接続' },
} as const satisfies Record<FoundChange['kind'], Localized>;

const tones = { certain: 'ok', likely: 'accent', possible: 'warn' } as const satisfies Record<
  Confidence,
  NonNullable<FoundItem['chip']>['tone']
>;

/** The groups of one list, the largest first, without what the filter leaves out. */
export function foundGroups(found: Found, list: FoundList, filter: string, language: Language): readonly FoundGroup[] {
  const groups = builders[list](found, (text, facts) => translate(text, language, facts));
  if (filter.trim() === '') return groups;
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter(
        ({ title, detail, chip, place }) =>
          rank(filter, [title, detail, group.heading, chip?.words ?? '', place?.file ?? '']) !== undefined,
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

/** How many there are in a list, whatever the filter. */
export function countOf(found: Found, list: FoundList): number {
  switch (list) {
    case 'changes':
      return found.update?.changes.length ?? 0;
    case 'nodes':
      return Object.keys(found.design.nodes).length;
    case 'contexts':
      return Object.keys(found.design.contexts).length;
    case 'connections':
    case 'folded':
    case 'troubles':
      return found[list].length;
  }
}

type Words = (text: Localized, facts?: Facts) => string;

const builders: Readonly<Record<FoundList, (found: Found, t: Words) => readonly FoundGroup[]>> = {
  changes: ({ update }, t) =>
    grouped(
      update?.changes ?? [],
      ({ kind }) => kind,
      (kind) => ({ heading: t(changed[kind]) }),
      ({ change, kind, id, label }) => ({
        key: `${kind} ${id}`,
        title: label,
        detail: label === id ? '' : id,
        chip: { words: t(changes[change].words), tone: changes[change].tone },
      }),
    ),
  nodes: ({ design, places }, t) =>
    bySize(
      grouped(
        entries(design.nodes),
        ([, { service }]) => service,
        (service) => {
          const definition = serviceOf(service);
          return { heading: definition === undefined ? service : t(definition.label), icon: definition?.icon };
        },
        ([id, node]) => ({
          key: id,
          title: node.label,
          detail: node.service === 'generic' ? typeOf(node, id) : id === node.label ? '' : id,
          ...(node.origin === 'existing' ? { chip: { words: t(words.existing), tone: 'plain' } } : {}),
          ...placed(places.get(id)),
        }),
      ),
    ),
  connections: ({ design, connections }, t) =>
    bySize(
      grouped(
        connections,
        ({ kind }) => kind,
        (kind) => ({
          heading: t(connectionOf(kind)?.label ?? lookup(derivedWords, kind) ?? sameInEveryLanguage(kind)),
        }),
        ({ id, from, to, confidence, because, place }) => ({
          key: id,
          title: `${labelOf(design, from)} → ${labelOf(design, to)}`,
          detail: because ?? '',
          chip:
            confidence === undefined
              ? { words: t(fromDefinition), tone: 'ok' }
              : { words: t(confidenceWords[confidence]), tone: tones[confidence] },
          ...placed(place),
        }),
      ),
    ),
  contexts: ({ design }, t) => {
    const members = new Map<string | undefined, number>();
    for (const { context } of Object.values(design.nodes)) members.set(context, (members.get(context) ?? 0) + 1);
    const outside = members.get(undefined) ?? 0;
    const items = entries(design.contexts).map(([id, { label }]) => ({
      key: id,
      title: label,
      detail: t(words.members, { count: members.get(id) ?? 0 }),
    }));
    const rest = { key: '', title: t(words.withoutContext), detail: t(words.members, { count: outside }) };
    return items.length === 0
      ? []
      : [{ key: 'contexts', heading: '', items: outside === 0 ? items : [...items, rest] }];
  },
  folded: ({ design, folded }, t) =>
    bySize(
      grouped(
        folded,
        ({ type }) => type,
        (type) => ({ heading: type }),
        ({ file, logicalId, into }) => ({
          key: `${file} ${logicalId}`,
          title: logicalId,
          detail: into === undefined ? t(words.kept) : t(words.partOf, { name: nameOf(design, into) }),
        }),
      ),
    ),
  troubles: ({ troubles }, t) =>
    grouped(
      troubles.map((trouble, index) => ({ ...trouble, index })),
      ({ kind }) => kind,
      (kind) => ({ heading: t(words[kind]) }),
      ({ index, problem, words: said, place, file }) => {
        const text = problem === undefined ? undefined : problemTexts[problem.code];
        return {
          key: String(index),
          title: text === undefined ? said : t(text.message, problem?.facts),
          detail: place === undefined ? file : '',
          ...(problem === undefined ? {} : { chip: severityChip(isError(problem), t) }),
          ...placed(place),
        };
      },
    ),
};

const severityChip = (isSevere: boolean, t: Words): NonNullable<FoundItem['chip']> =>
  isSevere
    ? { words: t({ en: 'Error', ja: 'エラー' }), tone: 'danger' }
    : { words: t({ en: 'Warning', ja: '警告' }), tone: 'warn' };

const typeOf = ({ props }: DesignNode, id: string): string =>
  typeof props['cfnType'] === 'string' ? props['cfnType'] : id;

const labelOf = (design: Design, id: string): string => lookup(design.nodes, id)?.label ?? id;

const placed = (place: FoundPlace | undefined): { readonly place?: FoundPlace } =>
  place === undefined ? {} : { place };

/** A node by its label, a connection by its ends. */
function nameOf(design: Design, id: string): string {
  const connection = lookup(design.connections, id);
  return connection === undefined
    ? labelOf(design, id)
    : `${labelOf(design, connection.from)} → ${labelOf(design, connection.to)}`;
}

function grouped<Thing, Key extends string>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
  headingOf: (key: Key) => Pick<FoundGroup, 'heading' | 'icon'>,
  itemOf: (thing: Thing) => FoundItem,
): readonly FoundGroup[] {
  const groups = new Map<Key, FoundItem[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const items = groups.get(key);
    if (items === undefined) groups.set(key, [itemOf(thing)]);
    else items.push(itemOf(thing));
  }
  return [...groups].map(([key, items]) => ({ key, ...headingOf(key), items }));
}

const bySize = (groups: readonly FoundGroup[]): readonly FoundGroup[] =>
  [...groups].sort((a, b) => b.items.length - a.items.length || (a.heading < b.heading ? -1 : 1));
