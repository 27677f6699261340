import { lookup, type NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { System, Way } from '../system/system.js';
import { waysBetween } from '../system/ways.js';
import { wayBetween } from './rewire.js';

export type End = 'from' | 'to';

/** What becomes of a connection when one of its ends is put on another node. */
export type Reconnection =
  | {
      readonly from: NodeId;
      readonly to: NodeId;
      /** Its kind there; a way through a new node has none of its own. */
      readonly kind: string | undefined;
      /** It stays what it is, with all its settings. */
      readonly isSameKind: boolean;
      /** There is no direct way: the best one through a new node. */
      readonly through?: Way;
    }
  | { readonly refusal: Localized };

const refusals = {
  derived: {
    en: 'This connection follows from a definition or a setting. Change it there.',
    ja: 'この接続は定義または設定から導かれています。そちらで変更してください。',
  },
  same: { en: 'The connection ends there already.', ja: '接続はすでにここにつながっています。' },
  loop: { en: 'A connection needs two nodes.', ja: '接続には 2 つのノードが必要です。' },
} as const satisfies Record<string, Localized>;

/** How a connection would meet another node with one of its ends, or why it cannot. */
export function reconnection(system: System, connection: string, end: End, node: NodeId): Reconnection {
  const drawn = lookup(system.design.connections, connection);
  if (drawn === undefined) return { refusal: refusals.derived };
  if (drawn[end] === node) return { refusal: refusals.same };
  const [from, to] = end === 'from' ? [node, drawn.to] : [drawn.from, node];
  if (from === to) return { refusal: refusals.loop };
  const [source, target] = [system.node(from), system.node(to)];
  if (source === undefined || target === undefined) return { refusal: refusals.derived };
  const direct = wayBetween(source, target, drawn.kind);
  if (direct !== undefined) return { from, to, kind: direct.kind, isSameKind: direct.kind === drawn.kind };
  const { ways, refusal } = waysBetween(system.design.settings, source, target);
  const [through] = ways;
  if (through !== undefined) return { from, to, kind: undefined, isSameKind: false, through };
  return { refusal: refusal?.reason ?? target.service.refusal };
}
