import type { HandlerAnalysis } from '../../src/handlers/index.js';
import { mechanismsAreEquivalent } from './equivalence.js';

export type Label = 'replaceable' | 'partly' | 'keep' | 'demo-stub';

export interface Labelled {
  readonly id: string;
  readonly language: string;
  readonly trigger: string;
  readonly label: Label;
  readonly mechanism: string | undefined;
  /** What whoever labelled it says. */
  readonly reason: string;
}

export interface Scored extends Labelled {
  readonly analysis: HandlerAnalysis;
}

export const said: Readonly<Record<HandlerAnalysis['claim'], Label>> = {
  replace: 'replaceable',
  partly: 'partly',
  keep: 'keep',
  stub: 'demo-stub',
  unknown: 'keep',
};

const isClaim = (label: Label): boolean => label === 'replaceable' || label === 'partly';

export interface Score {
  readonly count: number;
  /** Of what was called replaceable or partly: how much is. */
  readonly precision: number;
  /** Of what is replaceable or partly: how much was called so. */
  readonly recall: number;
  /** Of what both call so: how often which of the two is right. */
  readonly which: number;
  readonly mechanism: number;
  readonly stubsClaimed: readonly string[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export function score(cases: readonly Scored[]): Score {
  const claimed = cases.filter((one) => isClaim(said[one.analysis.claim]));
  const real = cases.filter((one) => isClaim(one.label));
  const both = claimed.filter((one) => isClaim(one.label));
  return {
    count: cases.length,
    precision: share(both.length, claimed.length),
    recall: share(both.length, real.length),
    which: share(both.filter((one) => said[one.analysis.claim] === one.label).length, both.length),
    mechanism: share(
      both.filter((one) => mechanismsAreEquivalent(one.trigger, one.mechanism, one.analysis.mechanisms[0])).length,
      both.length,
    ),
    stubsClaimed: claimed.filter((one) => one.label === 'demo-stub').map((one) => one.id),
  };
}

const labels: readonly Label[] = ['replaceable', 'partly', 'keep', 'demo-stub'];

/** Rows: what it is; columns: what was said. */
export function confusion(cases: readonly Scored[]): string {
  const row = (label: Label): string =>
    [
      label.padEnd(12),
      ...labels.map((other) =>
        String(cases.filter((one) => one.label === label && said[one.analysis.claim] === other).length).padStart(12),
      ),
    ].join('');
  return [['is \\ said'.padEnd(12), ...labels.map((label) => label.padStart(12))].join(''), ...labels.map(row)].join(
    '\n',
  );
}
