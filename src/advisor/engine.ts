import type { Design, NodeId } from '../model/design.js';
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

/** A match with what is the same for it in every system. */
interface FoundMatch {
  readonly match: Match;
  readonly fingerprint: string;
  /** Its id where it is the only one of its rule and nodes. */
  readonly base: string;
}

/** What a rule found at a node, and what it looked at. */
interface Found {
  readonly matches: readonly FoundMatch[];
  readonly reads: Reads;
  readonly by: RunBy;
}

/** A rule that is on, and how it is run. */
interface Running {
  readonly rule: RuleDefinition;
  readonly by: RunBy;
}

/** What all rules found at a node: one look at what they read together tells whether it still holds. */
interface Place {
  readonly node: SystemNode;
  readonly running: readonly Running[];
  readonly found: readonly Found[];
  readonly reads: Reads;
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
  let known = new Map<NodeId, Place>();
  let before = new Map<Match, Finding>();
  const runningAt = runningRules(rules, options);

  return (system) => {
    const reasons = new Map(
      system.design.decisions.map(({ rule, fingerprint, reason }) => [`${rule}\n${fingerprint}`, reason]),
    );
    const used = new Map<string, number>();
    const now = new Map<NodeId, Place>();
    const findings = new Map<Match, Finding>();
    for (const node of sorted(system.nodes)) {
      const running = runningAt(system.design, node.service.type);
      if (running.length === 0) continue;
      const place = lookAgain(known.get(node.id), system, node, running);
      now.set(node.id, place);
      for (const [index, { matches }] of place.found.entries())
        for (const { match, fingerprint, base } of matches) {
          const by = running[index];
          if (by === undefined) continue;
          const count = (used.get(base) ?? 0) + 1;
          used.set(base, count);
          const id = count === 1 ? base : `${base}/${String(count)}`;
          const reason = reasons.get(`${by.rule.id}\n${fingerprint}`);
          findings.set(match, findingOf(before.get(match), match, { id, fingerprint, ...by }, reason));
        }
    }
    known = now;
    before = findings;
    const all = [...findings.values()];
    return severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  };
}

/** The finding before, where it says the same. */
function findingOf(
  last: Finding | undefined,
  match: Match,
  { id, fingerprint, rule, by }: Running & Pick<Finding, 'id' | 'fingerprint'>,
  reason: string | undefined,
): Finding {
  if (last?.id === id && last.dismissed?.reason === reason && last.severity === by.severity) return last;
  return {
    ...match,
    id,
    fingerprint,
    rule,
    severity: by.severity,
    ...(reason === undefined ? {} : { dismissed: { reason } }),
  };
}

const orders = new WeakMap<System['nodes'], readonly SystemNode[]>();

/** The nodes in the order of a saved design. */
function sorted(nodes: System['nodes']): readonly SystemNode[] {
  const known = orders.get(nodes) ?? [...nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  orders.set(nodes, known);
  return known;
}

/** The rules that are on for a service type, in their order: the same list as long as the design says the same. */
function runningRules(
  rules: readonly RuleDefinition[],
  options: AdviceOptions,
): (design: Design, type: string) => readonly Running[] {
  let said: unknown;
  let byType: Map<string, Running[]> | undefined;
  return (design, type) => {
    if (byType === undefined || said !== design.settings.advice) {
      said = design.settings.advice;
      byType = new Map();
      for (const rule of rules) {
        const by = runBy(rule, design, options);
        if (by === undefined) continue;
        const list = byType.get(rule.anchor) ?? [];
        list.push({ rule, by });
        byType.set(rule.anchor, list);
      }
    }
    return byType.get(type) ?? noRules;
  };
}

const noRules: readonly Running[] = [];

/** What the rules find at a node: looked for again where something that one of them read has changed. */
function lookAgain(before: Place | undefined, system: System, node: SystemNode, running: readonly Running[]): Place {
  const same = before?.node === node ? before : undefined;
  if (same?.running === running && same.reads.holdIn(system)) return same;
  const found = running.map(({ rule, by }) => {
    const at = same?.running.findIndex((one) => one.rule === rule) ?? -1;
    const last = same?.found[at];
    return last !== undefined && equal(last.by.thresholds, by.thresholds) && last.reads.holdIn(system)
      ? last
      : findAgain(system, rule, node, by);
  });
  return { node, running, found, reads: Reads.together(found.map(({ reads }) => reads)) };
}

function findAgain(system: System, rule: RuleDefinition, node: SystemNode, by: RunBy): Found {
  const reads = new Reads();
  const view = tracked(system, reads);
  const matches = [...rule.find(view, node, by.thresholds)].map((match) => ({
    match,
    fingerprint: fingerprintOf(view, rule, match),
    base: [rule.id, ...match.nodes].join('/'),
  }));
  return { matches, reads, by };
}

const equal = (a: Thresholds, b: Thresholds): boolean => Object.entries(b).every(([name, value]) => a[name] === value);
