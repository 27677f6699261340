import type { Finding } from '../../advisor/define.js';
import { rules } from '../../advisor/index.js';
import type { Decision } from '../../model/design.js';
import type { Block, MakeSection, ReviewInput } from '../define.js';
import { findingWords, nameAt, shortened } from '../words.js';

/** What was decided against a suggestion, each as an architecture decision record; then the notes on the drawing. */
export const decisionsSection: MakeSection = (input) => {
  const { system, say } = input;
  const { decisions, notes } = system.design;
  const texts = Object.values(notes).flatMap(({ text }) => (text.trim() === '' ? [] : [shortened(text)]));
  return {
    id: 'decisions',
    title: say({ en: 'Decisions', ja: '設計上の決定' }),
    blocks: [
      ...(decisions.length === 0
        ? [none(say({ en: 'No decision is recorded.', ja: '記録された決定はありません。' }))]
        : decisions.flatMap((decision, index) => recordOf(input, decision, index + 1))),
      ...(texts.length === 0
        ? []
        : [
            { kind: 'heading', text: say({ en: 'Notes on the drawing', ja: '図のメモ' }) } as const,
            { kind: 'list', items: texts } as const,
          ]),
    ],
  };
};

const none = (text: string): Block => ({ kind: 'text', text, tone: 'hint' });

function recordOf(input: ReviewInput, decision: Decision, number: number): readonly Block[] {
  const { say, findings } = input;
  const id = `ADR-${String(number).padStart(3, '0')}`;
  const finding = findings.find(
    ({ rule, fingerprint }) => rule.id === decision.rule && fingerprint === decision.fingerprint,
  );
  const rule = finding?.rule ?? rules.find((one) => one.id === decision.rule);
  const title =
    finding === undefined ? (rule === undefined ? decision.rule : say(rule.title)) : titleOf(input, finding);
  const status =
    finding === undefined
      ? say({ en: 'Accepted; the design has changed since.', ja: '承認済み。その後、設計が変更されています。' })
      : say({ en: 'Accepted', ja: '承認済み' });
  const item = (label: { en: string; ja: string }, words: string): string =>
    say({ en: '{label}: {words}', ja: '{label}: {words}' }, { label, words });
  return [
    { kind: 'heading', text: `${id} ${title}` },
    {
      kind: 'list',
      items: [
        item({ en: 'Status', ja: 'ステータス' }, status),
        ...(finding === undefined
          ? []
          : [
              item({ en: 'Concerns', ja: '対象' }, finding.nodes.map((node) => nameAt(input, node)).join(', ')),
              item({ en: 'Context', ja: '背景' }, findingWords(input, finding, 'why')),
            ]),
        item(
          { en: 'Decision', ja: '決定' },
          say({ en: 'The design stays as it is.', ja: '設計を現状のまま維持します。' }),
        ),
        item(
          { en: 'Reason', ja: '理由' },
          decision.reason.trim() === '' ? say({ en: 'none given', ja: '記載なし' }) : shortened(decision.reason),
        ),
        ...(finding === undefined
          ? []
          : [item({ en: 'Consequence', ja: '影響' }, findingWords(input, finding, 'tradeOff'))]),
      ],
    },
  ];
}

const titleOf = (input: ReviewInput, finding: Finding): string => findingWords(input, finding, 'title');
