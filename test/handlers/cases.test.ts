import { describe, expect, test } from 'vitest';
import { handlerCases } from './cases/index.js';
import { score } from './score.js';

describe('the labelled handlers', () => {
  const cases = handlerCases();
  const found = score(cases);

  test('are many, in three languages', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map((one) => one.language)).size).toBe(3);
  });

  test('are claimed only where they can go', () => {
    expect(found.precision).toBeGreaterThanOrEqual(0.95);
    expect(found.stubsClaimed).toEqual([]);
  });

  test('are found where they can go', () => {
    expect(found.recall).toBeGreaterThanOrEqual(0.92);
  });

  test('go wholly or partly as they should, by a mechanism that carries them', () => {
    expect(found.which).toBeGreaterThanOrEqual(0.85);
    expect(found.mechanism).toBeGreaterThanOrEqual(0.95);
  });

  test('give evidence: every claim names its calls with file, line and text', () => {
    for (const { id, analysis } of cases) {
      if (analysis.claim !== 'replace') continue;
      const calls = analysis.facts.filter((fact) => fact.kind === 'call' || fact.kind === 'http');
      expect(calls.length, id).toBeGreaterThan(0);
      for (const fact of calls) expect(fact.text, id).not.toBe('');
    }
  });
});
