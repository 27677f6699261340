import type { Localized } from '../../model/localized.js';

/** Words for templates by file name; one without them shows its own name and its services. */
export const templateTexts: Readonly<Record<string, { readonly title: Localized; readonly text: Localized }>> = {
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
