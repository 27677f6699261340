import type { Facts, Localized } from '../../model/localized.js';

const define = <const T extends Record<string, Localized>>(texts: T): T => texts;

/** Why an edit cannot be done, with what to do instead. A code is written once, as a key here. */
export const editProblemTexts = define({
  'state-missing': {
    en: 'This state is no longer in the definition.',
    ja: 'このステートは定義に存在しません。',
  },
  'machine-missing': {
    en: 'This part of the definition no longer exists.',
    ja: '定義のこの部分は存在しません。',
  },
  'transition-missing': {
    en: 'There is no such transition. {type} states have others.',
    ja: 'この遷移はありません。{type} ステートの他の遷移を選択してください。',
  },
  'target-missing': {
    en: 'There is no state "{state}" at this level. A transition leads to a state of the same level.',
    ja: 'この階層にステート「{state}」がありません。遷移先には同じ階層のステートを指定してください。',
  },
  'nothing-selected': {
    en: 'No state is selected. Select the states first.',
    ja: 'ステートが選択されていません。先にステートを選択してください。',
  },
  'levels-differ': {
    en: 'The selected states belong to different levels. Select states of one level.',
    ja: '選択したステートの階層が異なります。同じ階層のステートを選択してください。',
  },
  'place-inside': {
    en: 'The place lies inside the selection. Choose a place outside of it.',
    ja: '選択範囲の中には移動できません。選択範囲の外を指定してください。',
  },
  'many-entries': {
    en: 'The selection is entered at {count} states: {states}. Select states that are entered at one place.',
    ja: '選択範囲の入口が {count} か所あります ({states})。入口が 1 か所になるように選択してください。',
  },
  'many-exits': {
    en: 'The selection leads to several places: {states}. Select states that lead on at one place, with their error handling.',
    ja: '選択範囲の出口が複数あります ({states})。エラー処理も含めて、出口が 1 か所になるように選択してください。',
  },
  'ends-early': {
    en: 'The state "{state}" ends the whole workflow, which it cannot do from inside. Leave it out of the selection.',
    ja: 'ステート「{state}」はワークフロー全体を終了しますが、コンテナの中からは終了できません。選択範囲から除外してください。',
  },
  'nothing-to-paste': {
    en: 'The clipboard holds no states. Copy states first.',
    ja: 'クリップボードにステートがありません。先にステートをコピーしてください。',
  },
  'language-differs': {
    en: 'The state "{state}" uses JSONPath, and this definition JSONata. Convert the state to JSONata first.',
    ja: 'ステート「{state}」は JSONPath を使用しますが、この定義のクエリ言語は JSONata です。先にステートを JSONata に変換してください。',
  },
  'no-container': {
    en: 'Only Parallel and Map states can be unwrapped.',
    ja: '展開できるのは Parallel ステートと Map ステートだけです。',
  },
  'no-branches': {
    en: 'Only a Parallel state has branches.',
    ja: 'ブランチがあるのは Parallel ステートだけです。',
  },
  'last-branch': {
    en: 'A Parallel state needs a branch. Delete the state instead.',
    ja: 'Parallel ステートにはブランチが必要です。代わりにステートを削除してください。',
  },
  'last-rule': {
    en: 'A Choice state needs a rule. Delete the state instead.',
    ja: 'Choice ステートにはルールが必要です。代わりにステートを削除してください。',
  },
  'start-needed': {
    en: 'A workflow needs a start. Set the start at another state instead.',
    ja: 'ワークフローには開始ステートが必要です。代わりに別のステートを開始に設定してください。',
  },
  'item-missing': {
    en: 'There is no entry {index} in {list}.',
    ja: '{list} に項目 {index} がありません。',
  },
  'list-unfit': {
    en: '{type} states have no {list}.',
    ja: '{type} ステートに {list} はありません。',
  },
  'name-empty': {
    en: 'A state needs a name.',
    ja: 'ステートには名前が必要です。',
  },
  'variable-shared': {
    en: 'The variable "{variable}" is used inside and outside of the selection, and a nested state machine shares no variables. Pass it on as input or output first.',
    ja: '変数「{variable}」が選択範囲の中と外の両方で使われていますが、ネストしたステートマシンとは変数を共有できません。先に入力または出力として渡してください。',
  },
  'not-a-start': {
    en: 'This Task does not start a state machine and wait for it (states:startExecution.sync:2).',
    ja: 'この Task は、ステートマシンを開始して完了を待つもの (states:startExecution.sync:2) ではありません。',
  },
  'retried-start': {
    en: 'The Task has Retry or Catch, which would be lost. Remove them first, or wrap the Task in Parallel.',
    ja: 'この Task には Retry または Catch があり、インライン化すると失われます。先に削除するか、Task を Parallel で囲んでください。',
  },
  'input-unclear': {
    en: 'What "{field}" of the Task does cannot be said by a Pass state. Simplify it first.',
    ja: 'Task の「{field}」の内容は Pass ステートで表現できません。先に簡単な形にしてください。',
  },
  'definition-unreadable': {
    en: 'The definition of the nested state machine cannot be read. Correct it first.',
    ja: 'ネストしたステートマシンの定義を読み取れません。先に修正してください。',
  },
});

export type EditProblemCode = keyof typeof editProblemTexts;

export interface EditProblem {
  readonly code: EditProblemCode;
  readonly facts: Facts;
}
