import { connectionOf, serviceOf } from '../../catalog/index.js';
import type { DesignChange } from '../../model/compare.js';
import { lookup, type Design } from '../../model/design.js';
import type { Fields } from '../../model/fields.js';
import { sameInEveryLanguage, type Localized } from '../../model/localized.js';

/** Names for what two versions of a design differ in. */

const kinds: Readonly<Record<DesignChange['kind'] | 'layout', Localized>> = {
  node: { en: 'Node', ja: 'ノード' },
  connection: { en: 'Connection', ja: '接続' },
  context: { en: 'Context', ja: 'コンテキスト' },
  note: { en: 'Note', ja: 'メモ' },
  settings: { en: 'Settings', ja: '設定' },
  decision: { en: 'Dismissed suggestion', ja: '却下した提案' },
  layout: { en: 'Position', ja: '位置' },
  other: { en: 'Other', ja: 'その他' },
};

export const changeWords: Readonly<Record<DesignChange['change'], Localized>> = {
  added: { en: 'Added', ja: '追加' },
  removed: { en: 'Removed', ja: '削除' },
  changed: { en: 'Changed', ja: '変更' },
  moved: { en: 'Moved', ja: '移動' },
};

const fieldWords: Readonly<Record<string, Localized>> = {
  label: { en: 'Name', ja: '名前' },
  name: { en: 'Name', ja: '名前' },
  service: { en: 'Service', ja: 'サービス' },
  context: { en: 'Context', ja: 'コンテキスト' },
  team: { en: 'Team', ja: 'チーム' },
  hue: { en: 'Colour', ja: '色' },
  comment: { en: 'Comment', ja: 'コメント' },
  text: { en: 'Text', ja: 'テキスト' },
  from: { en: 'Source', ja: '接続元' },
  to: { en: 'Target', ja: '接続先' },
  kind: { en: 'Kind', ja: '種類' },
  origin: { en: 'Origin', ja: '作成元' },
  existing: { en: 'Existing resource', ja: '既存のリソース' },
  definition: { en: 'Definition', ja: '定義' },
  region: { en: 'Region', ja: 'リージョン' },
  profile: { en: 'Profile', ja: 'プロファイル' },
  runtime: { en: 'Runtime', ja: 'ランタイム' },
  handlerLanguage: { en: 'Handler language', ja: 'ハンドラーの言語' },
  operations: { en: 'Operations profile', ja: '運用プロファイル' },
  stages: { en: 'Stages', ja: 'ステージ' },
  githubActions: { en: 'GitHub Actions', ja: 'GitHub Actions' },
  tags: { en: 'Tags', ja: 'タグ' },
  resource: { en: 'Shared resource', ja: '共有リソース' },
  stack: { en: 'Stack', ja: 'スタック' },
};

export const kindWords = (kind: keyof typeof kinds): Localized => kinds[kind];

/** What a thing is called in a design: by its label, a connection by its ends. */
export function nameOfThing(design: Design, kind: keyof typeof kinds, id: string): Localized {
  const node = (key: string): Localized => {
    const found = lookup(design.nodes, key);
    if (found === undefined) return sameInEveryLanguage(key);
    return found.label === '' ? (serviceOf(found.service)?.label ?? { en: key, ja: key }) : same(found.label);
  };
  switch (kind) {
    case 'node':
      return node(id);
    case 'context':
      return same(lookup(design.contexts, id)?.label ?? id);
    case 'note':
      return same(lookup(design.notes, id)?.text.split('\n')[0] ?? id);
    case 'connection': {
      const found = lookup(design.connections, id);
      if (found === undefined) return same(id);
      const [from, to] = [node(found.from), node(found.to)];
      return { en: `${words(from, 'en')} → ${words(to, 'en')}`, ja: `${words(from, 'ja')} → ${words(to, 'ja')}` };
    }
    case 'layout': {
      const [part = '', ...rest] = id.split('.');
      const owner = rest.join('.');
      if (part === 'nodes') return node(owner);
      if (part === 'contexts') return nameOfThing(design, 'context', owner);
      if (part === 'bends') return nameOfThing(design, 'connection', owner);
      return part === 'notes' ? nameOfThing(design, 'note', owner) : same(owner);
    }
    case 'settings':
      return same(design.settings.name);
    case 'decision':
      return same(ruleOf(id));
    case 'other':
      return same(id);
  }
}

const same = sameInEveryLanguage;
const words = (text: Localized, language: 'en' | 'ja'): string => {
  const found = text[language];
  return typeof found === 'string' ? found : found.other;
};

/** A decision is named by its rule and a fingerprint that says nothing to people. */
function ruleOf(key: string): string {
  const found = /^\["([^"]*)"/.exec(key);
  return found?.[1] ?? key;
}

/** The name of a field: the catalog's for what a node or connection has, the key itself where nobody has named it. */
export function nameOfField(design: Design, kind: keyof typeof kinds, id: string, field: string): Localized {
  const [first = '', ...rest] = field.split('.');
  const key = rest.join('.');
  if (first === 'props') {
    const named = lookup(fieldsOf(design, kind, id) ?? {}, key)?.label;
    return named ?? same(key);
  }
  if (first === 'definition' && rest[0] === 'substitutions') return same(`\${${rest.slice(1).join('.')}}`);
  if (first === 'overrides' || first === 'tags') return same(key === '' ? first : key);
  return lookup(fieldWords, first) ?? same(field);
}

function fieldsOf(design: Design, kind: keyof typeof kinds, id: string): Fields | undefined {
  if (kind === 'node') return serviceOf(lookup(design.nodes, id)?.service ?? '')?.fields;
  return kind === 'connection' ? connectionOf(lookup(design.connections, id)?.kind ?? '')?.fields : undefined;
}

const longest = 80;

/** A value in few words; undefined: it is not set. */
export function valueWords(value: unknown): Localized {
  if (value === undefined) return { en: 'not set', ja: '未設定' };
  if (value === true) return { en: 'on', ja: 'オン' };
  if (value === false) return { en: 'off', ja: 'オフ' };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = Array.from(text.replace(/\s+/g, ' ').trim());
  return same(short.length > longest ? `${short.slice(0, longest).join('')}…` : short.join('') || '""');
}
