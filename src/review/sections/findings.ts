import { families, type Confidence, type Finding } from '../../advisor/define.js';
import type { Localized } from '../../model/localized.js';
import type { Block, Cell, MakeSection, ReviewInput } from '../define.js';
import { findingWords, nameAt } from '../words.js';

const confidences = {
  high: { en: 'high', ja: '高' },
  medium: { en: 'medium', ja: '中' },
  low: { en: 'low', ja: '低' },
} as const satisfies Record<Confidence, Localized>;

/** What the advisor finds and nobody has decided yet. */
export const findingsSection: MakeSection = (input) => {
  const { say } = input;
  const open = input.findings.filter(({ dismissed }) => dismissed === undefined);
  return {
    id: 'findings',
    title: say({ en: 'Open findings', ja: '未対応の検出結果' }),
    blocks:
      open.length === 0
        ? [{ kind: 'text', text: say({ en: 'The advisor finds nothing open.', ja: '未対応の検出結果はありません。' }) }]
        : open.flatMap((finding) => blocksOf(input, finding)),
  };
};

function blocksOf(input: ReviewInput, finding: Finding): readonly Block[] {
  const { say } = input;
  const line = (label: Localized, words: string): string =>
    say({ en: '{label}: {words}', ja: '{label}: {words}' }, { label, words });
  const { source } = finding.rule;
  const items: readonly Cell[] = [
    line({ en: 'Family', ja: '分類' }, say(families[finding.rule.family])),
    line({ en: 'Concerns', ja: '対象' }, finding.nodes.map((node) => nameAt(input, node)).join(', ')),
    line({ en: 'Why', ja: '理由' }, findingWords(input, finding, 'why')),
    line({ en: 'Trade-off', ja: 'トレードオフ' }, findingWords(input, finding, 'tradeOff')),
    line({ en: 'Confidence', ja: '確信度' }, say(confidences[finding.confidence])),
    ...finding.evidence.map(({ text }) => line({ en: 'Evidence', ja: '根拠' }, say(text, finding.facts))),
    ...finding.limits
      .filter(({ state }) => state === 'check')
      .map(({ text }) => line({ en: 'To check', ja: '要確認' }, say(text, finding.facts))),
    { text: say(source.title), url: source.url },
  ];
  return [
    { kind: 'heading', text: findingWords(input, finding, 'title') },
    { kind: 'text', text: findingWords(input, finding, 'what') },
    { kind: 'list', items },
  ];
}
