import type { Design, NodeId } from '../model/design.js';
import type { Facts, Localized } from '../model/localized.js';
import type { System, SystemNode } from '../system/system.js';

/** Families of advice, in the order of the panel's filter. */
export const families = {
  'direct-integration': { en: 'Replace a Lambda', ja: 'Lambda の置き換え' },
  orchestration: { en: 'Orchestrate or choreograph', ja: 'オーケストレーションとコレオグラフィ' },
  granularity: { en: 'Granularity', ja: '粒度' },
  responsibility: { en: 'Hand over to services', ja: '責務の移譲' },
  keep: { en: 'Keep', ja: '残す' },
} as const satisfies Record<string, Localized>;
export type Family = keyof typeof families;

/** What is said of the function. Only direct-integration rules say `replace` or `partly`. */
export type Verdict = 'replace' | 'partly' | 'keep' | 'question';
export type FindingSeverity = 'error' | 'warning' | 'suggestion';
export type Confidence = 'high' | 'medium' | 'low';

export interface Limit {
  readonly text: Localized;
  /** met: checked from the design; check: the person has to. */
  readonly state: 'met' | 'check';
  readonly source?: string;
}

export interface Evidence {
  readonly text: Localized;
  readonly node?: NodeId;
  /** The line of code that says so. */
  readonly code?: { readonly file: string; readonly line: number; readonly text: string };
}

/** What a rule finds: the nodes in its order, the facts for its texts, and the verdict. */
export interface Match {
  /** The nodes that the fix works on, in the rule's own order; all of them are marked. */
  readonly nodes: readonly NodeId[];
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  /** The Lambda function that the verdict is about. */
  readonly function?: NodeId;
  /** Name of what takes its place: `apigw-rest-aws-integration`, `pipes`, `sfn-sdk`, ... */
  readonly mechanism: string;
  readonly evidence: readonly Evidence[];
  readonly limits: readonly Limit[];
  /** False where the finding only asks: there is nothing to apply. */
  readonly applicable: boolean;
  /** Words that differ from the rule's (a question, a keep). */
  readonly texts?: Partial<Pick<RuleTexts, 'title' | 'what' | 'why' | 'tradeOff'>>;
}

export interface RuleTexts {
  /** A whole sentence: the title of the card. */
  readonly title: Localized;
  readonly what: Localized;
  readonly why: Localized;
  readonly tradeOff: Localized;
}

export interface RuleDefinition extends RuleTexts {
  /** Stable: people silence rules by it. */
  readonly id: string;
  readonly family: Family;
  readonly severity: FindingSeverity;
  readonly source: { readonly url: string; readonly title: Localized; readonly date: string };
  /** Service type that `find` is called for. */
  readonly anchor: string;
  /** How many connections away a change can matter. */
  readonly reach: number;
  /** Numbers that a team may set otherwise, by name. */
  readonly thresholds?: Readonly<Record<string, { readonly label: Localized; readonly default: number }>>;
  find(system: System, anchor: SystemNode, thresholds: Thresholds): Iterable<Match>;
  /** The design with the finding acted on. Pure; ids of new nodes follow from the old ones. */
  apply(system: System, match: Match): Design;
  /** One-line design texts (test/helpers/design-text.ts), run by one test for all rules. */
  readonly examples: { readonly hits: readonly string[]; readonly misses: readonly string[] };
}

/** The thresholds of a rule as they are set: each that the rule knows. */
export type Thresholds = Readonly<Record<string, number>>;

export const defineRule = (rule: RuleDefinition): RuleDefinition => rule;

export interface Finding extends Match {
  readonly id: string;
  /** Of rule, node ids and facts: keys dismissals and baselines. */
  readonly fingerprint: string;
  readonly rule: RuleDefinition;
  readonly severity: FindingSeverity;
  readonly dismissed?: { readonly reason: string };
}
