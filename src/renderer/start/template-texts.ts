import type { Localized } from '../../model/localized.js';

/** Words for templates by file name; one without them shows its own name and its services. */
export const templateTexts: Readonly<Record<string, { readonly title: Localized; readonly text: Localized }>> = {
  'storage-first-api': {
    title: { en: 'Storage-first API', ja: 'ストレージファースト API' },
    text: { en: 'The API puts requests on a queue itself', ja: 'API がリクエストをキューに直接保存' },
  },
  'fan-out': {
    title: { en: 'Fan-out', ja: 'ファンアウト' },
    text: { en: 'One event, consumers in several contexts', ja: '1 つのイベントを複数コンテキストに配信' },
  },
  'claim-check': {
    title: { en: 'Claim check', ja: 'クレームチェック' },
    text: { en: 'The message carries a key, not the file', ja: 'メッセージにはファイルではなくキーを入れる' },
  },
  saga: {
    title: { en: 'Saga with compensation', ja: '補償トランザクション付き Saga' },
    text: { en: 'A workflow takes back what it did', ja: '失敗時に前の処理を取り消すワークフロー' },
  },
  'scatter-gather': {
    title: { en: 'Scatter-gather', ja: 'スキャッターギャザー' },
    text: { en: 'Asks several at once, takes the best answer', ja: '複数に同時に問い合わせ、最良の回答を選択' },
  },
  'human-approval': {
    title: { en: 'Human approval', ja: '人による承認' },
    text: { en: 'A workflow waits for a decision', ja: '判断を待つワークフロー' },
  },
  'scheduled-job': {
    title: { en: 'Scheduled job without Lambda', ja: 'Lambda を使わない定期ジョブ' },
    text: {
      en: 'A schedule starts a workflow that calls services',
      ja: 'スケジュールで起動し、サービスを直接呼び出す',
    },
  },
  'file-processing': {
    title: { en: 'File processing', ja: 'ファイル処理' },
    text: { en: 'Each uploaded file starts a workflow', ja: 'アップロードごとにワークフローを開始' },
  },
  'lift-and-shift': {
    title: { en: 'Lift and shift', ja: 'リフトアンドシフト' },
    text: { en: 'Functions between an API and storage', ja: 'API とストレージをつなぐ関数' },
  },
  'stream-to-bus': {
    title: { en: 'Table stream to event bus', ja: 'テーブルからイベントバスへ' },
    text: { en: 'Changes of a table as events', ja: 'テーブルの変更をイベントに' },
  },
  'transcription-and-titles': {
    title: { en: 'Transcription and titles', ja: '文字起こしとタイトル' },
    text: { en: 'A workflow that calls AI services', ja: 'AI サービスを呼ぶワークフロー' },
  },
  'serverless-video': {
    title: { en: 'ServerlessVideo', ja: 'ServerlessVideo' },
    text: { en: 'Live video in several contexts', ja: '複数コンテキストのライブ動画' },
  },
};
