import type { Localized } from '../../model/localized.js';

export type Reason = keyof typeof reasonTexts;

/** Why a handler is judged as it is. */
export const reasonTexts = {
  oneCall: {
    en: 'One call; its values are constants and picked from the event.',
    ja: '呼び出しは 1 つで、値は定数とイベントから取り出したものです。',
  },
  severalCalls: {
    en: 'Several calls with no computation of its own between them.',
    ja: '複数の呼び出しがあり、その間に独自の計算はありません。',
  },
  branches: {
    en: 'One call under a condition, which a workflow can state.',
    ja: '条件付きの呼び出しが 1 つあり、条件はワークフローで表せます。',
  },
  mapping: {
    en: 'One call; its values need an expression language.',
    ja: '呼び出しは 1 つで、値には式言語が必要です。',
  },
  pureMapping: { en: 'No call; an expression does the same work.', ja: '呼び出しはなく、同じ処理を式で表せます。' },
  partUnsupported: {
    en: 'Some calls have an integration, others have none.',
    ja: '統合のある呼び出しと、ない呼び出しがあります。',
  },
  noCall: {
    en: 'No call to a service: nothing to learn about production.',
    ja: 'サービスの呼び出しがなく、本番の処理は判断できません。',
  },
  simulated: { en: 'Simulates work with random values or waiting.', ja: '乱数や待機で処理を模擬しています。' },
  triggerNeedsFunction: { en: 'What triggers it accepts only a function.', ja: 'トリガーは関数だけを受け付けます。' },
  streaming: { en: 'Streams its answer.', ja: '応答をストリーミングします。' },
  noIntegration: { en: 'No integration makes this call.', ja: 'この呼び出しを行う統合はありません。' },
  credentials: {
    en: "Uses the caller's credentials; an integration has one role.",
    ja: '呼び出し元の認証情報を使います。統合のロールは 1 つです。',
  },
  otherRegion: {
    en: 'Calls a service of another region; an integration stays in its own.',
    ja: '別のリージョンのサービスを呼び出します。統合は同じリージョン内に限られます。',
  },
  binary: { en: 'Bytes pass through the code.', ja: 'バイト列がコードを通ります。' },
  program: { en: 'Computes what a mapping language does not.', ja: 'マッピング言語では表せない計算をします。' },
  muchMapping: { en: 'Builds its values in many operations.', ja: '多くの演算で値を組み立てています。' },
  library: { en: 'A library does work that no integration does.', ja: '統合ではできない処理をライブラリが行います。' },
  unresolved: { en: 'Calls code that was not found.', ja: '見つからないコードを呼び出します。' },
  driver: { en: 'Speaks a protocol that no integration speaks.', ja: '統合が対応しないプロトコルを使います。' },
  cryptography: { en: 'Signs, verifies or encrypts in code.', ja: 'コードで署名、検証、暗号化を行います。' },
  files: { en: 'Reads or writes files.', ja: 'ファイルを読み書きします。' },
  process: { en: 'Starts processes or threads.', ja: 'プロセスやスレッドを起動します。' },
  presigned: { en: 'Makes pre-signed URLs.', ja: '署名付き URL を作成します。' },
  broken: { en: 'The code could not be read.', ja: 'コードを読み取れませんでした。' },
  noEntry: { en: 'The handler was not found in the code.', ja: 'コードにハンドラーが見つかりません。' },
  tooLarge: { en: 'The code is too large to read.', ja: 'コードが大きすぎて読み取れません。' },
  languageUnread: { en: 'This language is not read.', ja: 'この言語は読み取りません。' },
} as const satisfies Readonly<Record<string, Localized>>;
