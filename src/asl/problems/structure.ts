import { defineProblems, error, warning } from './define.js';

/** States, their names, and where they lead. */
export const structureProblems = defineProblems({
  'states-missing': error(
    ['There are no states.', 'ステートがありません。'],
    ['Add a state to States.', 'States にステートを追加してください。'],
  ),
  'start-missing': error(
    ['StartAt is missing.', 'StartAt がありません。'],
    ['Name the first state in StartAt.', 'StartAt に最初のステートの名前を指定してください。'],
  ),
  'target-missing': error(
    ['There is no state "{state}" at this level.', 'この階層にステート「{state}」がありません。'],
    [
      'Name a state of the same States, or add this one.',
      '同じ States 内のステートを指定するか、このステートを追加してください。',
    ],
  ),
  'name-twice': error(
    [
      'The name "{state}" is used by two states. Names must be unique in the whole definition.',
      '名前「{state}」が複数のステートで使われています。名前は定義全体で一意にしてください。',
    ],
    ['Rename one of them.', 'どちらか一方の名前を変更してください。'],
  ),
  'name-too-long': error(
    ['The name of a state has 1 to {limit} characters.', 'ステートの名前は 1～{limit} 文字で指定してください。'],
    ['Choose another name.', '別の名前を指定してください。'],
  ),
  'type-unknown': error(
    ['Type must be one of {values}.', 'Type には次のいずれかを指定してください: {values}。'],
    ['Write one of these types.', '上記のいずれかのタイプを記述してください。'],
  ),
  'next-or-end': error(
    [
      'Next or End is missing: nothing says what follows.',
      'Next または End がありません。次に何をするかが指定されていません。',
    ],
    [
      'Name the next state in Next, or set End to true.',
      'Next に次のステートを指定するか、End を true に設定してください。',
    ],
  ),
  'next-and-end': error(
    ['Only one of Next and End is possible.', 'Next と End は同時に指定できません。'],
    ['Remove one of the two.', 'どちらか一方を削除してください。'],
  ),
  'next-missing': error(
    ['An entry of {what} has no Next.', '{what} の項目に Next がありません。'],
    ['Name the state that follows in Next.', 'Next に次のステートを指定してください。'],
  ),
  'next-inside-rule': error(
    ['Only the outermost rule has a Next.', 'Next を指定できるのは、最も外側のルールだけです。'],
    ['Move Next to the outermost rule.', 'Next を最も外側のルールに移動してください。'],
  ),
  unreachable: error(
    ['The state "{state}" is never reached.', 'ステート「{state}」には到達できません。'],
    ['Lead to it from another state, or remove it.', '別のステートから遷移させるか、削除してください。'],
  ),
  'no-terminal': error(
    ['No state ends the workflow.', 'ワークフローを終了するステートがありません。'],
    [
      'Set End on a state, or add a Succeed or Fail state.',
      'いずれかのステートに End を設定するか、Succeed または Fail ステートを追加してください。',
    ],
  ),
  'never-ends': warning(
    [
      'From the state "{state}" on, the workflow never ends: every path leads back.',
      'ステート「{state}」からは、すべてのパスが元に戻るため、ワークフローが終了しません。',
    ],
    ['Add a way out of the loop.', 'ループから抜ける遷移を追加してください。'],
  ),
  'label-twice': error(
    ['The label "{label}" is used by two Map states.', 'ラベル「{label}」が複数の Map ステートで使われています。'],
    ['Give each its own label.', 'それぞれに異なるラベルを指定してください。'],
  ),
});
