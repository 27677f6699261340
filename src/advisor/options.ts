import { lookup, type Design } from '../model/design.js';
import type { RuleOptions } from '../model/design.js';
import type { FindingSeverity, RuleDefinition, Thresholds } from './define.js';

/** What a team says of rules, by their ids: in the design, or in a file beside it that is meant for CI. */
export type AdviceOptions = Readonly<Record<string, RuleOptions>>;

/** How a rule is run. */
export interface RunBy {
  readonly severity: FindingSeverity;
  readonly thresholds: Thresholds;
}

/** How a rule is run in a design; undefined: it is off. What a file says comes before what the design says. */
export function runBy(rule: RuleDefinition, design: Design, file: AdviceOptions = {}): RunBy | undefined {
  const all = [lookup(file, rule.id), lookup(design.settings.advice ?? {}, rule.id)];
  const said = <Key extends keyof RuleOptions>(key: Key): RuleOptions[Key] | undefined =>
    all.find((options) => options?.[key] !== undefined)?.[key];
  if (said('off') === true) return undefined;
  const thresholds = Object.entries(rule.thresholds ?? {}).map(([name, known]) => {
    const set = all.map((options) => lookup(options?.thresholds ?? {}, name)).find((value) => value !== undefined);
    return [name, set ?? known.default] as const;
  });
  return { severity: said('severity') ?? rule.severity, thresholds: Object.fromEntries(thresholds) };
}
