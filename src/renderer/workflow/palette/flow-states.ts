import type { JsonObject, QueryLanguage } from '../../../asl/definition.js';
import type { StateType } from '../../../asl/fields.js';
import type { Localized } from '../../../model/localized.js';

/** The states that call nothing, in the order of the palette. */
export const flowTypes = [
  'Choice',
  'Parallel',
  'Map',
  'Wait',
  'Pass',
  'Succeed',
  'Fail',
] as const satisfies StateType[];
export type FlowType = (typeof flowTypes)[number];

export interface FlowState {
  /** What a new one is called. */
  readonly name: Localized;
  readonly description: Localized;
  readonly keywords: readonly string[];
  /** Beside what every state of the type needs at least. */
  readonly fields: (language: QueryLanguage) => JsonObject;
}

export const flowStates: Readonly<Record<FlowType, FlowState>> = {
  Choice: {
    name: { en: 'Decide', ja: '条件で分岐' },
    description: { en: 'Goes on by conditions', ja: '条件によって次のステートを選択' },
    keywords: ['if', 'else', 'condition', 'branch', 'switch', '分岐', '条件'],
    fields: () => ({}),
  },
  Parallel: {
    name: { en: 'In parallel', ja: '並列に実行' },
    description: { en: 'Runs branches at the same time', ja: '複数のブランチを同時に実行' },
    keywords: ['branches', 'concurrent', 'fork', '並列', '同時'],
    fields: () => ({}),
  },
  Map: {
    name: { en: 'For each item', ja: '項目ごとに実行' },
    description: { en: 'Runs the same states for each item', ja: '項目ごとに同じステートを実行' },
    keywords: ['loop', 'each', 'iterate', 'distributed', 'list', '繰り返し', '反復', 'ループ'],
    fields: (language) => (language === 'JSONata' ? { Items: '{% $states.input.items %}' } : { ItemsPath: '$.items' }),
  },
  Wait: {
    name: { en: 'Wait', ja: '待機' },
    description: { en: 'Waits for some time, or until a time', ja: '一定時間、または指定の時刻まで待機' },
    keywords: ['delay', 'sleep', 'timer', 'timestamp', '待つ', '遅延', 'タイマー'],
    fields: () => ({ Seconds: 60 }),
  },
  Pass: {
    name: { en: 'Set values', ja: '値を設定' },
    description: { en: 'Sets values without calling anything', ja: '何も呼び出さずに値を設定' },
    keywords: ['transform', 'assign', 'variable', 'output', '変換', '変数', '値'],
    fields: (language) =>
      language === 'JSONata' ? { Output: '{% $states.input %}' } : { Parameters: { 'input.$': '$' } },
  },
  Succeed: {
    name: { en: 'Succeed', ja: '成功で終了' },
    description: { en: 'Ends the execution as succeeded', ja: '実行を成功として終了' },
    keywords: ['end', 'done', 'stop', '終了', '成功'],
    fields: () => ({}),
  },
  Fail: {
    name: { en: 'Fail', ja: '失敗で終了' },
    description: { en: 'Ends the execution as failed', ja: '実行を失敗として終了' },
    keywords: ['end', 'error', 'stop', 'throw', '終了', '失敗', 'エラー'],
    fields: () => ({ Error: 'Failed' }),
  },
};
