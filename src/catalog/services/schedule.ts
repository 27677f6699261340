import { field } from '../../model/fields.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const types = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html';

export const schedule = defineService({
  type: 'schedule',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeScheduler',
  label: { en: 'EventBridge schedule', ja: 'EventBridge スケジュール' },
  defaultLabel: { en: 'Schedule', ja: 'スケジュール' },
  description: {
    en: 'Calls its targets at set times, with retries',
    ja: '決まった時刻にターゲットを呼び出す。再試行に対応',
  },
  keywords: ['cron', 'rate', 'timer', 'scheduler', 'batch', 'スケジュール', '定期実行', 'タイマー', 'バッチ'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    expression: field.text({
      label: { en: 'Schedule expression', ja: 'スケジュール式' },
      help: {
        en: 'rate(value unit), cron(minutes hours day month weekday year) or at(date and time).',
        ja: 'rate(値 単位)、cron(分 時 日 月 曜日 年)、at(日時) のいずれかです。',
      },
      default: 'rate(1 day)',
      required: true,
      code: true,
      pattern: {
        test: /^(rate\(\d+ (minute|minutes|hour|hours|day|days)\)|cron\(\S+( \S+){5}\)|at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\))$/,
        hint: {
          en: 'such as rate(1 hour), cron(0 9 * * ? *) or at(2030-01-01T09:00:00)',
          ja: 'rate(1 hour)、cron(0 9 * * ? *)、at(2030-01-01T09:00:00) などの形式',
        },
      },
      suggestions: ['rate(5 minutes)', 'rate(1 hour)', 'rate(1 day)', 'cron(0 9 * * ? *)', 'cron(0 0 1 * ? *)'],
      source: types,
    }),
    timeZone: field.text({
      label: { en: 'Time zone', ja: 'タイムゾーン' },
      help: { en: 'For cron and at. Empty: UTC.', ja: 'cron と at で使用します。空欄の場合、UTC になります。' },
      code: true,
      pattern: {
        test: /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/,
        hint: { en: 'a name of the IANA database', ja: 'IANA タイムゾーンデータベースの名前' },
      },
      suggestions: ['Asia/Tokyo', 'UTC', 'Europe/London', 'America/New_York'],
      source: types,
    }),
    flexibleWindow: field.seconds({
      label: { en: 'Flexible time window', ja: 'フレックスタイムウィンドウ' },
      help: {
        en: 'Calls at some moment within so long after the set time. Empty: at that time.',
        ja: '指定した時刻からこの時間内に呼び出します。空欄の場合、時刻どおりに呼び出します。',
      },
      min: 60,
      max: 86_400,
      step: 60,
      advanced: true,
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html',
    }),
    enabled: field.boolean({
      label: { en: 'Enabled', ja: '有効' },
      default: true,
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-state.html',
    }),
  },
  subtitle: ({ props }) =>
    dotted(props.expression, props.timeZone ?? '', props.enabled ? '' : { en: 'off', ja: '無効' }),
  stateful: false,
  roles: { schedule: {} },
  refusal: {
    en: 'A schedule calls others at set times; nothing can be sent to it.',
    ja: 'スケジュールは決まった時刻にほかのサービスを呼び出します。スケジュールには送信できません。',
  },
  attributes: () => ({}),
  // AWS knows one target for each schedule: the connection emits it.
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
});
