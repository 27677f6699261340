import { byCodeUnit } from '../model/names.js';
import type { System } from '../system/system.js';
import type { Finding, FindingSeverity, Match, RuleDefinition } from './define.js';
import { fingerprintOf } from './fingerprint.js';
import { rules as allRules } from './index.js';

export interface AdviseOptions {
  /** Instead of all. */
  readonly rules?: readonly RuleDefinition[];
}

const severities: readonly FindingSeverity[] = ['error', 'warning', 'suggestion'];

/**
 * Everything that the rules find in a system: by severity, then by node in the order of a saved design, then by rule.
 * Dismissed findings are among them, with the reason. Equal systems give equal findings, whatever the order in which
 * they were drawn.
 */
export function advise(system: System, options: AdviseOptions = {}): readonly Finding[] {
  const rules = options.rules ?? allRules;
  const nodes = [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  const reasons = new Map(
    system.design.decisions.map(({ rule, fingerprint, reason }) => [`${rule}\n${fingerprint}`, reason]),
  );
  const used = new Map<string, number>();
  const found = nodes.flatMap((node) =>
    rules
      .filter(({ anchor }) => anchor === node.service.type)
      .flatMap((rule) => [...rule.find(system, node)].map((match) => findingOf(rule, match))),
  );
  return severities.flatMap((severity) => found.filter((finding) => finding.severity === severity));

  function findingOf(rule: RuleDefinition, match: Match): Finding {
    const fingerprint = fingerprintOf(system, rule, match);
    const reason = reasons.get(`${rule.id}\n${fingerprint}`);
    const base = [rule.id, ...match.nodes].join('/');
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return {
      ...match,
      id: count === 1 ? base : `${base}/${String(count)}`,
      fingerprint,
      rule,
      severity: rule.severity,
      ...(reason === undefined ? {} : { dismissed: { reason } }),
    };
  }
}
