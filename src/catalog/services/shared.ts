import { field } from '../../model/fields.js';
import { translate, type Localized } from '../../model/localized.js';
import { sym, type Expr } from '../../ts-ast/ast.js';

/** Fields and words that several services share. */

/** What happens to the data when its stack is deleted. Kept unless the person says otherwise. */
export const removalPolicyField = field.choice({
  label: { en: 'When the stack is deleted', ja: 'スタック削除時の動作' },
  options: {
    retain: { en: 'Keep the data', ja: 'データを保持' },
    destroy: { en: 'Delete the data', ja: 'データを削除' },
  },
  default: 'retain',
  advanced: true,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
});

export const removalPolicy = (value: 'retain' | 'destroy'): Expr =>
  sym('', value === 'retain' ? 'RemovalPolicy.RETAIN' : 'RemovalPolicy.DESTROY');

export const logRetentionField = field.choice({
  label: { en: 'Log retention', ja: 'ログの保持期間' },
  options: {
    ONE_WEEK: { en: '1 week', ja: '1 週間' },
    ONE_MONTH: { en: '1 month', ja: '1 か月' },
    THREE_MONTHS: { en: '3 months', ja: '3 か月' },
    SIX_MONTHS: { en: '6 months', ja: '6 か月' },
    ONE_YEAR: { en: '1 year', ja: '1 年' },
    FIVE_YEARS: { en: '5 years', ja: '5 年' },
    TEN_YEARS: { en: '10 years', ja: '10 年' },
  },
  default: 'ONE_MONTH',
  advanced: true,
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
});

export const logRetention = (value: string): Expr => sym('aws-logs', `RetentionDays.${value}`);

/** Words joined for a card's second line: `256 MB · 10 s`. The parts read the same in both languages. */
export const dotted = (...parts: readonly (string | Localized)[]): Localized => {
  const join = (language: 'en' | 'ja'): string =>
    parts
      .map((part) => (typeof part === 'string' ? part : translate(part, language)))
      .filter((part) => part !== '')
      .join(' · ');
  return { en: join('en'), ja: join('ja') };
};
