import { byCodeUnit } from '../model/names.js';
import type { System, SystemNode } from '../system/system.js';
import type { Finding, FindingSeverity, Match, RuleDefinition, Thresholds } from './define.js';
import { fingerprintOf } from './fingerprint.js';
import { rules as allRules } from './index.js';
import { runBy, type AdviceOptions, type RunBy } from './options.js';
import { Reads, tracked } from './tracked.js';

export interface AdviseOptions {
  /** Instead of all. */
  readonly rules?: readonly RuleDefinition[];
  /** What a file says of the rules, before what the design says. */
  readonly options?: AdviceOptions;
}

const severities: readonly FindingSeverity[] = ['error', 'warning', 'suggestion'];

/** What a rule found at a node, and what it looked at. */
interface Found {
  readonly node: SystemNode;
  readonly matches: readonly { readonly match: Match; readonly fingerprint: string }[];
  readonly reads: Reads;
  readonly thresholds: Thresholds;
}

/**
 * Everything that the rules find in a system: by severity, then by node in the order of a saved design, then by rule.
 * Dismissed findings are among them, with the reason. Equal systems give equal findings, whatever the order in which
 * they were drawn.
 */
export const advise = (system: System, { rules, options }: AdviseOptions = {}): readonly Finding[] =>
  createAdviser(rules, options)(system);

/**
 * Advice on one system after the other. A rule looks at a node again only if something that it read has changed since;
 * findings that say the same keep their identity.
 */
export function createAdviser(
  rules: readonly RuleDefinition[] = allRules,
  options: AdviceOptions = {},
): (system: System) => readonly Finding[] {
  let known = new Map<string, Found>();
  let before = new Map<Match, Finding>();

  return (system) => {
    const reasons = new Map(
      system.design.decisions.map(({ rule, fingerprint, reason }) => [`${rule}\n${fingerprint}`, reason]),
    );
    const nodes = [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
    const used = new Map<string, number>();
    const now = new Map<string, Found>();
    const findings = new Map<Match, Finding>();
    const running = rules.flatMap((rule) => {
      const by = runBy(rule, system.design, options);
      return by === undefined ? [] : [{ rule, by }];
    });
    for (const node of nodes)
      for (const { rule, by } of running) {
        if (rule.anchor !== node.service.type) continue;
        const key = `${rule.id}\n${node.id}`;
        const found = findAgain(known.get(key), system, rule, node, by);
        now.set(key, found);
        for (const { match, fingerprint } of found.matches) {
          const base = [rule.id, ...match.nodes].join('/');
          const count = (used.get(base) ?? 0) + 1;
          used.set(base, count);
          const id = count === 1 ? base : `${base}/${String(count)}`;
          const reason = reasons.get(`${rule.id}\n${fingerprint}`);
          const last = before.get(match);
          findings.set(
            match,
            last?.id === id && last.dismissed?.reason === reason && last.severity === by.severity
              ? last
              : {
                  ...match,
                  id,
                  fingerprint,
                  rule,
                  severity: by.severity,
                  ...(reason === undefined ? {} : { dismissed: { reason } }),
                },
          );
        }
      }
    known = now;
    before = findings;
    const all = [...findings.values()];
    return severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  };
}

function findAgain(
  before: Found | undefined,
  system: System,
  rule: RuleDefinition,
  node: SystemNode,
  { thresholds }: RunBy,
): Found {
  if (before?.node === node && equal(before.thresholds, thresholds) && before.reads.holdIn(system)) return before;
  const reads = new Reads();
  const view = tracked(system, reads);
  const matches = [...rule.find(view, node, thresholds)].map((match) => ({
    match,
    fingerprint: fingerprintOf(view, rule, match),
  }));
  return { node, matches, reads, thresholds };
}

const equal = (a: Thresholds, b: Thresholds): boolean => Object.entries(b).every(([name, value]) => a[name] === value);
