import type { RecentFile } from '../../host/host.js';
import { services } from '../../catalog/index.js';
import { addNode } from '../../editor/commands/add-node.js';
import { rank } from '../../model/fold.js';
import { translate, type Localized } from '../../model/localized.js';
import { outlineOf, type OutlineItem, type OutlineTarget } from '../palette/outline-items.js';
import { insertPattern } from '../palette/patterns/insert.js';
import { patterns } from '../palette/patterns/index.js';
import { withNotesIn } from '../start/template-notes.js';
import { templateTexts } from '../start/template-texts.js';
import { templates } from '../start/templates.js';
import { allCommands, sections } from '../studio/commands/index.js';
import { openHandle, openTemplate, report } from '../studio/files.js';
import { preferences } from '../studio/preferences.js';
import { revealState } from '../studio/reveal.js';
import { revealInCanvas, studio, type StudioState } from '../studio/studio.js';

/** Something that the command palette can do or go to. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: Localized;
  readonly label: string;
  readonly detail: string;
  readonly icon?: string;
  readonly keys?: readonly string[];
  /** What it is found by, in both languages; the name first. */
  readonly texts: readonly string[];
  readonly run: () => void;
}

export const recentGroup: Localized = { en: 'Recent', ja: '最近使用した項目' };
const goTo: Localized = { en: 'Go to', ja: '移動' };
const add: Localized = { en: 'Add', ja: '追加' };
const open: Localized = { en: 'Open', ja: '開く' };

const recentLimit = 5;

const bothLanguages = (text: Localized): readonly string[] => [translate(text, 'en'), translate(text, 'ja')];

function commandEntries(state: StudioState): readonly PaletteEntry[] {
  return allCommands
    .filter((command) => command.id !== 'commands' && command.enabled(state))
    .map((command) => ({
      id: `command:${command.id}`,
      group: sections[command.section],
      label: translate(command.label, state.language),
      detail: '',
      ...(command.keys === undefined ? {} : { keys: command.keys }),
      texts: [translate(command.label, state.language), ...bothLanguages(command.label)],
      run: () => {
        remember(command.id);
        command.run();
      },
    }));
}

/** Keeps a command among the recent ones. */
function remember(id: string): void {
  const { recentCommands } = preferences.getState();
  const others = recentCommands.split(' ').filter((known) => known !== '' && known !== id);
  preferences.setState({ recentCommands: [id, ...others].slice(0, recentLimit).join(' ') });
}

const kinds = {
  context: { en: 'Bounded context', ja: '境界づけられたコンテキスト' },
  node: { en: 'Node', ja: 'ノード' },
  connection: { en: 'Connection', ja: '接続' },
  note: { en: 'Note', ja: 'メモ' },
  state: { en: 'State', ja: 'ステート' },
} as const satisfies Record<OutlineTarget['kind'], Localized>;

function reveal(target: OutlineTarget): void {
  if (target.kind === 'state') revealState(target.id, target.path);
  else if (target.kind === 'node') revealInCanvas({ nodes: new Set([target.id]) });
  else if (target.kind === 'connection') revealInCanvas({ connections: new Set([target.id]) });
  else if (target.kind === 'context') revealInCanvas({ contexts: new Set([target.id]) });
  else revealInCanvas({ notes: new Set([target.id]) });
}

/** Contexts, nodes, connections, states and notes, wherever they stand in the outline. */
function placeEntries({ system, language }: StudioState): readonly PaletteEntry[] {
  const entriesOf = (item: OutlineItem, parent: string): readonly PaletteEntry[] => {
    const kind = kinds[item.target.kind];
    const label = item.target.kind === 'connection' ? `${parent} ${item.label}` : item.label;
    const detail = item.target.kind === 'state' ? parent : item.detail === '' ? translate(kind, language) : item.detail;
    return [
      {
        id: item.key,
        group: goTo,
        label,
        detail,
        ...(item.icon === undefined ? {} : { icon: item.icon }),
        texts: [label, item.detail, ...(item.target.kind === 'state' ? [parent] : []), ...bothLanguages(kind)],
        run: () => {
          reveal(item.target);
        },
      },
      ...item.children.flatMap((child) => entriesOf(child, item.label)),
    ];
  };
  return outlineOf(system, language).flatMap((item) => entriesOf(item, ''));
}

const serviceEntries = ({ language }: StudioState): readonly PaletteEntry[] =>
  services.map((service) => ({
    id: `service:${service.type}`,
    group: add,
    label: translate(service.label, language),
    detail: '',
    icon: service.icon,
    texts: [translate(service.label, language), ...bothLanguages(service.label), ...service.keywords],
    run: () => {
      const { editor, view } = studio.getState();
      editor.run(addNode, { service: service.type, placement: { at: view?.centre() ?? { x: 0, y: 0 } }, language });
    },
  }));

const patternWords: Localized = { en: 'Pattern', ja: 'パターン' };

const patternEntries = ({ language }: StudioState): readonly PaletteEntry[] =>
  patterns.map((pattern) => ({
    id: `pattern:${pattern.id}`,
    group: add,
    label: translate(pattern.label, language),
    detail: translate(patternWords, language),
    texts: [...bothLanguages(pattern.label), ...bothLanguages(patternWords)],
    run: () => {
      insertPattern(pattern.id);
    },
  }));

const templateWords: Localized = { en: 'Template', ja: 'テンプレート' };

const templateEntries = ({ language }: StudioState): readonly PaletteEntry[] =>
  templates.map(({ id, name, design }) => {
    const known = Object.hasOwn(templateTexts, id) ? templateTexts[id]?.title : undefined;
    const title = known ?? { en: name, ja: name };
    return {
      id: `template:${id}`,
      group: open,
      label: translate(title, language),
      detail: translate(templateWords, language),
      texts: [...bothLanguages(title), ...bothLanguages(templateWords)],
      run: () => {
        report(openTemplate(withNotesIn(design, id, language)));
      },
    };
  });

const fileEntries = (files: readonly RecentFile[]): readonly PaletteEntry[] =>
  files
    .filter(({ missing }) => missing !== true)
    .map(({ handle, name, folderName }) => ({
      id: `file:${handle}`,
      group: open,
      label: name,
      detail: folderName,
      texts: [name, folderName],
      run: () => {
        report(openHandle(handle));
      },
    }));

/** Everything that the palette offers now, in the order of its groups. */
export function paletteEntries(state: StudioState, files: readonly RecentFile[]): readonly PaletteEntry[] {
  const inEditor = state.screen === 'editor';
  return [
    ...commandEntries(state),
    ...(inEditor ? placeEntries(state) : []),
    ...(inEditor ? [...serviceEntries(state), ...patternEntries(state)] : []),
    ...fileEntries(files),
    ...templateEntries(state),
  ];
}

/** More than one screen of rows; who looks for something else types another letter. */
const mostShown = 60;

/** What is shown for a query: the best of each, recent commands first where nothing is typed. */
export function shownEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly { readonly group: Localized; readonly entries: readonly PaletteEntry[] }[] {
  const groups = new Map<Localized, PaletteEntry[]>();
  const put = (group: Localized, entry: PaletteEntry): void => {
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [entry]);
    else list.push(entry);
  };
  if (query.trim() === '') {
    const known = recent.flatMap((id) => entries.find((entry) => entry.id === `command:${id}`) ?? []);
    for (const entry of known) put(recentGroup, entry);
    for (const entry of entries)
      if (!known.includes(entry) && (groups.get(entry.group)?.length ?? 0) < mostShown) put(entry.group, entry);
  } else
    entries
      .flatMap((entry) => {
        const score = rank(query, entry.texts);
        return score === undefined
          ? []
          : [{ entry, score: score - (recent.includes(entry.id.slice('command:'.length)) ? 0.5 : 0) }];
      })
      .sort((a, b) => a.score - b.score)
      .slice(0, mostShown)
      .forEach(({ entry }) => {
        put(entry.group, entry);
      });
  return [...groups].map(([group, list]) => ({ group, entries: list }));
}
