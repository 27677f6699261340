import type { State } from '../../../asl/definition.js';
import type { Localized } from '../../../model/localized.js';
import type { TaskInfo } from './task-info.js';

/** An error that a state can raise. */
export interface ErrorOption {
  readonly name: string;
  /** When it is raised, of errors of Step Functions itself. */
  readonly words: Localized | undefined;
}

interface Reserved {
  readonly words: Localized;
  /** Whether a state can raise it. */
  readonly fits: (state: State, info: TaskInfo | undefined) => boolean;
  /** Retry has no use for it. */
  readonly notRetried?: true;
}

const always = (): boolean => true;
const isTask = ({ type }: State): boolean => type === 'Task';
const isMap = ({ type }: State): boolean => type === 'Map';
const isHttp = (_state: State, info: TaskInfo | undefined): boolean => info?.resource.kind === 'http';
const usesJsonPath = ({ queryLanguage }: State): boolean => queryLanguage === 'JSONPath';
const hasHeartbeat = ({ fields }: State): boolean =>
  Object.hasOwn(fields, 'HeartbeatSeconds') || Object.hasOwn(fields, 'HeartbeatSecondsPath');

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation */
const reserved: Readonly<Record<string, Reserved>> = {
  'States.ALL': {
    words: {
      en: 'Any error that no entry before takes, but States.DataLimitExceeded and States.Runtime.',
      ja: '前の項目に一致しないすべてのエラー (States.DataLimitExceeded と States.Runtime を除く)。',
    },
    fits: always,
  },
  'States.TaskFailed': {
    words: { en: 'Any error of a Task but States.Timeout.', ja: 'States.Timeout を除く、Task のすべてのエラー。' },
    fits: isTask,
  },
  'States.Timeout': {
    words: { en: 'It took longer than its timeout.', ja: 'タイムアウトの時間を超えました。' },
    fits: always,
  },
  'States.HeartbeatTimeout': {
    words: { en: 'No heartbeat came in time.', ja: 'ハートビートが時間内に届きませんでした。' },
    fits: hasHeartbeat,
  },
  'States.Permissions': {
    words: { en: 'The role may not do what the state does.', ja: 'ロールに必要なアクセス許可がありません。' },
    fits: isTask,
  },
  'States.QueryEvaluationError': {
    words: {
      en: 'A JSONata expression failed or gave nothing.',
      ja: 'JSONata 式の評価に失敗したか、結果がありません。',
    },
    fits: (state) => !usesJsonPath(state),
  },
  'States.ParameterPathFailure': {
    words: { en: 'A path in Parameters leads nowhere.', ja: 'Parameters のパスに値がありません。' },
    fits: usesJsonPath,
  },
  'States.ResultPathMatchFailure': {
    words: { en: 'ResultPath does not fit into the input.', ja: 'ResultPath を入力に適用できません。' },
    fits: usesJsonPath,
  },
  'States.IntrinsicFailure': {
    words: { en: 'An intrinsic function failed.', ja: '組み込み関数の実行に失敗しました。' },
    fits: usesJsonPath,
  },
  'States.BranchFailed': {
    words: { en: 'A branch of the Parallel state failed.', ja: 'Parallel ステートのブランチが失敗しました。' },
    fits: ({ type }) => type === 'Parallel',
  },
  'States.ExceedToleratedFailureThreshold': {
    words: { en: 'More items failed than are tolerated.', ja: '許容範囲を超える項目が失敗しました。' },
    fits: isMap,
  },
  'States.ItemReaderFailed': {
    words: { en: 'The items could not be read.', ja: '項目を読み取れませんでした。' },
    fits: isMap,
  },
  'States.ResultWriterFailed': {
    words: { en: 'The results could not be written.', ja: '結果を書き込めませんでした。' },
    fits: isMap,
  },
  'States.Http.Socket': {
    words: {
      en: 'The endpoint could not be reached in 60 seconds.',
      ja: 'エンドポイントから 60 秒以内に応答がありませんでした。',
    },
    fits: isHttp,
  },
  'States.Http.StatusCode.429': {
    words: {
      en: 'The endpoint refuses more requests for now.',
      ja: 'エンドポイントがリクエスト数の制限で拒否しました。',
    },
    fits: isHttp,
  },
  'States.Http.StatusCode.503': {
    words: { en: 'The endpoint is not available for now.', ja: 'エンドポイントが一時的に利用できません。' },
    fits: isHttp,
  },
  'States.DataLimitExceeded': {
    words: {
      en: 'A payload is larger than 256 KiB. States.ALL does not take it.',
      ja: 'ペイロードが 256 KiB を超えています。States.ALL には含まれません。',
    },
    fits: always,
    notRetried: true,
  },
};

/** The errors that a state can raise: those of the integration first, then those of Step Functions. */
export function errorOptions(
  state: State,
  info: TaskInfo | undefined,
  field: 'Retry' | 'Catch',
): readonly ErrorOption[] {
  const own = (info?.errors ?? []).map((name) => ({ name, words: undefined }));
  const ofService = Object.entries(reserved)
    .filter(([, { fits, notRetried }]) => fits(state, info) && !(field === 'Retry' && notRetried === true))
    .map(([name, { words }]) => ({ name, words }));
  return [...own, ...ofService];
}

/** When an error of Step Functions is raised; undefined for any other. */
export const errorWords = (name: string): Localized | undefined =>
  Object.hasOwn(reserved, name) ? reserved[name]?.words : undefined;
