import { entries } from '../../model/design.js';
import type { SystemNode } from '../../system/system.js';
import type { Block, MakeSection, ReviewInput } from '../define.js';
import { dash, nameOf, shortened } from '../words.js';

/** The bounded contexts with their teams, and what is in each; then what is in none. */
export const contextsSection: MakeSection = (input) => {
  const { system, say } = input;
  const contexts = entries(system.design.contexts);
  const nodes = [...system.nodes.values()];
  const outside = nodes.filter(({ context }) => context === undefined);
  const parts = contexts.flatMap(([id, { label, team, comment }]): Block[] => {
    const members = nodes.filter(({ context }) => context === id);
    const about = [
      team === undefined ? '' : say({ en: 'Team: {team}.', ja: 'チーム: {team}。' }, { team }),
      comment ?? '',
    ];
    const words = about.filter((part) => part !== '').map(shortened);
    return [
      { kind: 'heading', text: label.trim() === '' ? id : shortened(label) },
      ...words.map((text): Block => ({ kind: 'text', text })),
      members.length === 0
        ? { kind: 'text', text: say({ en: 'Nothing is in it yet.', ja: 'ノードはまだありません。' }), tone: 'hint' }
        : nodeTable(input, members),
    ];
  });
  const rest: readonly Block[] =
    outside.length === 0
      ? []
      : contexts.length === 0
        ? [nodeTable(input, outside)]
        : [{ kind: 'heading', text: say({ en: 'In no context', ja: 'コンテキストなし' }) }, nodeTable(input, outside)];
  return {
    id: 'contexts',
    title: say({ en: 'Contexts', ja: 'コンテキスト' }),
    blocks:
      parts.length + rest.length === 0
        ? [{ kind: 'text', text: say({ en: 'The design is empty.', ja: '設計は空です。' }) }]
        : [...parts, ...rest],
  };
};

function nodeTable({ say }: ReviewInput, nodes: readonly SystemNode[]): Block {
  return {
    kind: 'table',
    head: [
      say({ en: 'Node', ja: 'ノード' }),
      say({ en: 'Service', ja: 'サービス' }),
      say({ en: 'Settings', ja: '設定' }),
      say({ en: 'Comment', ja: 'コメント' }),
    ],
    rows: nodes.map((node) => [
      nameOf(node),
      say(node.service.label),
      [
        say(node.subtitle),
        ...(node.node.origin === 'existing' ? [say({ en: 'existing resource', ja: '既存のリソース' })] : []),
      ].join(' · '),
      node.node.comment === undefined ? dash : shortened(node.node.comment),
    ]),
  };
}
