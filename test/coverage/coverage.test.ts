import { afterAll, expect, test } from 'vitest';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { isFull } from '../export/project.js';
import { createTemplateCheck } from '../export/templates.js';
import { examine, type Examined } from './examine.js';
import { isOfLambda, readReference } from './reference.js';

/** Rows without a function that are done. Of 372; the others print why. */
const atLeast = 360;
/** Of every so many rows one is synthesised in a short run. */
const stride = isFull ? 1 : 10;

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const reference = readReference();
if (reference === undefined) tell('Skipped: no reference in SERVICEFULL_SHARED or ../shared');

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

const doneOf = (rows: readonly Examined[]): number => rows.filter(({ reason }) => reason === undefined).length;

function printTable(examined: readonly Examined[]): void {
  const mechanisms = [...new Set(examined.map(({ row }) => row.mechanism))];
  const line = (name: string, rows: readonly Examined[]): void => {
    tell(`${String(doneOf(rows)).padStart(4)} of ${String(rows.length).padStart(3)}  ${name}`);
  };
  for (const mechanism of mechanisms) {
    const rows = examined.filter(({ row }) => row.mechanism === mechanism);
    line(mechanism, rows);
    for (const { row, reason } of rows)
      if (reason !== undefined) tell(`               ${row.source} -> ${row.target}: ${reason}`);
  }
  line(
    'without a function',
    examined.filter(({ row }) => !isOfLambda(row)),
  );
  line('in all', examined);
}

test.skipIf(reference === undefined)(
  'what AWS integrates can be drawn, and comes to the resources and permissions that the reference names',
  { timeout: 600_000 },
  async () => {
    if (reference === undefined) return;
    const examined: Examined[] = [];
    for (const [index, row] of reference.rows.entries())
      examined.push(await examine(row, reference, index % stride === 0 ? { synthesiser, check } : undefined));
    printTable(examined);
    expect(doneOf(examined.filter(({ row }) => !isOfLambda(row)))).toBeGreaterThanOrEqual(atLeast);
  },
);
