import { byCodeUnit } from '../model/names.js';
import type { Json } from '../model/design.js';
import { translate, type Fact } from '../model/localized.js';
import type { System } from '../system/system.js';
import type { Match, RuleDefinition } from './define.js';

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const mask = 0xffffffffffffffffn;

/** FNV-1a over UTF-16 code units, 64 bits as 16 hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function shortHash(text: string): string {
  let hash = offset;
  for (let index = 0; index < text.length; index++) hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask;
  return hash.toString(16).padStart(16, '0');
}

/**
 * What a dismissal and a baseline remember a finding by: rule, nodes, verdict and facts. The label of a node counts as
 * the node, so that renaming a function does not bring back what was dismissed.
 */
export function fingerprintOf(system: System, rule: RuleDefinition, match: Match): string {
  const ids = new Map(match.nodes.map((id) => [system.node(id)?.label, id]));
  const stable = (fact: Fact): Json => {
    const id = typeof fact === 'string' ? ids.get(fact) : undefined;
    if (id !== undefined) return { node: id };
    return typeof fact === 'object' ? [translate(fact, 'en'), translate(fact, 'ja')] : fact;
  };
  const facts = Object.entries(match.facts)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, fact]) => [name, stable(fact)]);
  return shortHash(JSON.stringify([rule.id, match.nodes, match.verdict, facts]));
}
