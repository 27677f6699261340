import type { Language, Localized } from '../../model/localized.js';
import { translate } from '../../model/localized.js';
import type { CardData } from './types.js';

/** Words of the canvas. */
export const texts = {
  emptyHint: {
    en: 'Drag a service here, or press / to search.',
    ja: 'サービスをここにドラッグするか、/ キーを押して検索してください。',
  },
  zoomIn: { en: 'Zoom in', ja: '拡大' },
  zoomOut: { en: 'Zoom out', ja: '縮小' },
  zoomReset: { en: 'Zoom to 100 %', ja: '100 % で表示' },
  zoomBar: { en: 'View', ja: '表示' },
  fit: { en: 'Zoom to fit', ja: '全体を表示' },
  tidy: { en: 'Auto layout', ja: '自動レイアウト' },
  minimap: { en: 'Minimap', ja: 'ミニマップ' },
  insertTitle: { en: 'Add a service', ja: 'サービスを追加' },
  insertAfter: { en: 'Connect "{from}" to…', ja: '「{from}」の接続先…' },
  search: { en: 'Search services', ja: 'サービスを検索' },
  searchNodes: { en: 'Search nodes', ja: 'ノードを検索' },
  nothingFound: { en: 'Nothing found.', ja: '見つかりませんでした。' },
  noTarget: { en: 'Nothing here can be connected.', ja: '接続できるノードがありません。' },
  chooserTitle: { en: 'Connect "{from}" to "{to}"', ja: '「{from}」と「{to}」の接続方法' },
  best: { en: 'Best here', ja: '最適' },
  direct: { en: 'direct', ja: '直接' },
  ways: { en: { one: '{count} way', other: '{count} ways' }, ja: '{count} 通り' },
  nearest: { en: 'Nearest: {way}', ja: '代わりの方法: {way}' },
  preview: { en: 'Preview', ja: 'プレビュー' },
  before: { en: 'Before', ja: '適用前' },
  after: { en: 'After', ja: '適用後' },
  closePreview: { en: 'Close preview', ja: 'プレビューを閉じる' },
  removed: { en: '{count} × {service} removed', ja: '{service} {count} 個を削除' },
  added: { en: '{count} × {service} added', ja: '{service} {count} 個を追加' },
  nothingMoved: { en: 'nothing moved', ja: '配置はそのまま' },
  listSeparator: { en: ', ', ja: '、' },
  suggestions: { en: { one: '{count} suggestion', other: '{count} suggestions' }, ja: '提案 {count} 件' },
  problems: { en: { one: '{count} problem', other: '{count} problems' }, ja: '問題 {count} 件' },
  keep: { en: 'Keep: this function transforms', ja: '残す: データを変換する関数' },
  transport: { en: 'only transports', ja: '転送のみ' },
  openFindings: { en: 'Open suggestions', ja: '提案を開く' },
  openProblems: { en: 'Open problems', ja: '問題を開く' },
  existing: { en: 'existing', ja: '既存' },
  locked: { en: 'locked', ja: 'ロック済み' },
  members: { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' },
  newMark: { en: 'new', ja: '新規' },
  team: { en: 'team {team}', ja: 'チーム: {team}' },
  eventTypes: { en: { one: '{count} rule', other: '{count} rules' }, ja: 'ルール {count} 個' },
  publishers: { en: { one: '{count} publisher', other: '{count} publishers' }, ja: '発行元 {count} 個' },
  connected: { en: 'Connected: {way}', ja: '接続しました: {way}' },
  choose: { en: 'Arrows choose, Enter connects, Esc cancels', ja: '矢印キーで選択、Enter で接続、Esc でキャンセル' },
  context: { en: 'Context', ja: 'コンテキスト' },
  name: { en: 'Name', ja: '名前' },
  note: { en: 'Note', ja: 'メモ' },
  editNote: { en: 'Edit the text', ja: 'テキストを編集' },
  menu: { en: 'Menu', ja: 'メニュー' },
  alignMenu: { en: 'Align', ja: '整列' },
  distributeMenu: { en: 'Distribute', ja: '等間隔に整列' },
  selectMenu: { en: 'Select', ja: '選択' },
  connectMenu: { en: 'Connect to…', ja: '接続先を選択…' },
  colour: { en: 'Colour', ja: '色' },
  selectionBar: { en: 'Selection', ja: '選択範囲' },
  snapping: { en: 'Snap to other nodes', ja: 'スナップ' },
  bend: { en: 'Drag to reroute, double-click to reset', ja: 'ドラッグで経路を変更、ダブルクリックでリセット' },
  reconnect: { en: 'Drag to another node', ja: '別のノードにドラッグ' },
  resize: { en: 'Drag to resize', ja: 'ドラッグでサイズを変更' },
  usedHere: { en: { one: 'used once here', other: 'used {count} times here' }, ja: 'この設計で {count} 回使用' },
  prices: { en: 'Approximate, us-east-1, 2026', ja: '概算、us-east-1、2026 年' },
  replaceTitle: { en: 'Replace "{from}" by…', ja: '「{from}」の置き換え先…' },
  without: { en: 'without: {names}', ja: '削除される接続: {names}' },
  keepsAll: { en: 'keeps all connections', ja: 'すべての接続を維持' },
  loses: { en: { one: 'loses {count} connection', other: 'loses {count} connections' }, ja: '接続 {count} 本を削除' },
} as const satisfies Record<string, Localized>;

/** What a screen reader says of a node. */
export function nodeName(data: CardData, language: Language): string {
  const parts = [data.label, data.serviceLabel, data.subtitle];
  if (data.isTransport) parts.push(translate(texts.transport, language));
  if (data.isExisting) parts.push(translate(texts.existing, language));
  if (data.isLocked) parts.push(translate(texts.locked, language));
  if (data.findings > 0) parts.push(translate(texts.suggestions, language, { count: data.findings }));
  if (data.problems > 0) parts.push(translate(texts.problems, language, { count: data.problems }));
  return parts.filter((part) => part !== '').join(translate(texts.listSeparator, language));
}

/** The line at the right of a bus: how many publish to it, and how many its rules reach. */
export function busNote(publishers: number, rules: number, language: Language): string {
  return [
    ...(publishers > 0 ? [translate(texts.publishers, language, { count: publishers })] : []),
    ...(rules > 0 ? [translate(texts.eventTypes, language, { count: rules })] : []),
  ].join(' · ');
}
