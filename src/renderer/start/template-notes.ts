import { entries, type Design, type Note, type NoteId } from '../../model/design.js';
import { lookup } from '../../model/design.js';
import type { Language } from '../../model/localized.js';

/** Notes of templates in Japanese, by template and note; the files hold the English ones. */
export const japaneseNotes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'storage-first-api': {
    why: '# まず保存、処理は後で\nAPI が注文をキューに直接保存します。呼び出し元にはすぐに応答が返り、後続の処理が失敗しても注文は失われません。',
    failed:
      '# 失敗した注文は残る\n5 回失敗した注文は FailedOrders に 14 日間残ります。キューの深さにアラームを設定してください。',
  },
  'fan-out': {
    why: '# 1 つのイベント、多くのコンシューマー\nPlaceOrder はコンシューマーを知りません。コンシューマーの追加はルールの追加だけで済み、ここは何も変わりません。',
    filter: '# ルールで絞り込む\n配送には小包の注文だけが届きます。コードではなくパターンで判断します。',
  },
  'claim-check': {
    why: '# メッセージは引換券\nキューで運ぶのはドキュメントのキーだけです。メッセージは小さいままで、必要な処理がファイルを取得します。',
    upload:
      '# バケットに直接アップロード\nクライアントは署名付き URL でアップロードします。データを転送する関数はありません。',
  },
  saga: {
    why: '# 各ステップに取り消し処理\nテーブルと決済サービスにまたがるトランザクションはありません。Catch から取り消しのステップへ進み、前の処理を順に取り消します。',
    twice: '# 補償処理は完了するまで再試行\nRefundCard は数分間再試行されます。2 回呼び出しても安全な実装が必要です。',
  },
  'scatter-gather': {
    why: '# 同時に問い合わせ、1 回だけ待つ\nブランチは並列に実行されます。応答時間は最も遅い保険会社で決まり、最長 8 秒です。',
    late: '# 遅れても全体は失敗しない\n失敗または遅延した保険会社は見積もりなしになり、ほかの見積もりは有効です。',
  },
  'human-approval': {
    why: '# 待機に費用はかからない\nStandard ワークフローは関数を動かさずに 1 週間待機できます。タスクトークンで再開します。',
    token:
      '# トークンは鍵\nトークンを持つ人は誰でも判断できます。メールにはトークンではなく署名付きのリンクを入れます。',
  },
  'scheduled-job': {
    why: '# 所有するコードなし\nEventBridge Scheduler がワークフローを開始し、ワークフローが DynamoDB を直接呼び出します。更新が必要なランタイムはありません。',
    limit: '# 1 回に 500 件まで\n残りは次の夜に処理されます。',
  },
  'file-processing': {
    why: '# ファイルごとにワークフローを開始\nキューが到着したファイルを保持し、パイプが 1 件ずつワークフローを開始します。コードはスキャンの読み取りだけです。',
    choice: '# 処理の前に判断\n大きすぎるファイルは、関数やモデルの料金が発生する前にここで終了します。',
  },
};

/** A template with its notes in a language; a note without words in it stays as it is. */
export function withNotesIn(design: Design, template: string, language: Language): Design {
  const words = language === 'ja' ? lookup(japaneseNotes, template) : undefined;
  if (words === undefined) return design;
  const notes = Object.fromEntries(
    entries<NoteId, Note>(design.notes).map(([id, note]) => {
      const text = lookup(words, id);
      return [id, text === undefined ? note : { ...note, text }];
    }),
  ) as Design['notes'];
  return { ...design, notes };
}
