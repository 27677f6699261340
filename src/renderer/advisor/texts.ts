import type { Confidence, Family, Finding, RuleTexts } from '../../advisor/define.js';
import type { Localized } from '../../model/localized.js';

/** A text of a finding: its own words where it has them, else those of its rule. */
export const findingText = (finding: Finding, part: keyof RuleTexts): Localized =>
  finding.texts?.[part] ?? finding.rule[part];

/** Families in one word, for the filter. */
export const familyWords = {
  'direct-integration': { en: 'Replace', ja: '置き換え' },
  orchestration: { en: 'Orchestrate', ja: '連携' },
  granularity: { en: 'Granularity', ja: '粒度' },
  responsibility: { en: 'Delegate', ja: '移譲' },
  keep: { en: 'Keep', ja: '残す' },
} as const satisfies Record<Family, Localized>;

export const confidenceWords = {
  high: { en: 'High', ja: '高' },
  medium: { en: 'Medium', ja: '中' },
  low: { en: 'Low', ja: '低' },
} as const satisfies Record<Confidence, Localized>;

export const confidenceBars = { high: 4, medium: 3, low: 1 } as const satisfies Record<Confidence, number>;

/** A finding that only asks: there is nothing to apply. */
export const isQuestion = ({ verdict, applicable }: Finding): boolean => verdict === 'question' && !applicable;
