import type { Localized } from '../model/localized.js';

/** Words on drawings and in the files around them. */
export const texts = {
  team: { en: 'team {team}', ja: 'チーム: {team}' },
  members: { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' },
  existing: { en: 'existing', ja: '既存' },
  rules: { en: { one: '{count} rule', other: '{count} rules' }, ja: 'ルール {count} 個' },
  publishers: { en: { one: '{count} publisher', other: '{count} publishers' }, ja: '発行元 {count} 個' },
  summary: {
    en: 'Architecture of "{name}". Contexts: {contexts}. Nodes: {nodes}. Connections: {connections}.',
    ja: '「{name}」のアーキテクチャ。コンテキスト {contexts} 個、ノード {nodes} 個、接続 {connections} 本。',
  },
  synchronous: { en: 'Synchronous', ja: '同期' },
  asynchronous: { en: 'Asynchronous', ja: '非同期' },
  reference: { en: 'Reference by a field', ja: 'フィールドによる参照' },
  transport: { en: 'Only transports data', ja: 'データの転送のみ' },
  icons: {
    en: 'AWS Architecture Icons: Amazon Web Services, CC-BY-ND 2.0, unchanged.',
    ja: 'AWS アーキテクチャアイコン: Amazon Web Services、CC-BY-ND 2.0、変更なし。',
  },
} as const satisfies Record<string, Localized>;
