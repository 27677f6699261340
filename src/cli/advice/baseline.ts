import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { readContent } from '../../main/host/files.js';
import { writeAtomically } from '../../main/host/atomic-write.js';
import { byCodeUnit } from '../../model/names.js';
import { WrongUse } from '../command.js';
import type { Io } from '../io.js';
import type { FoundIn } from '../reports.js';

/** What is known already: findings that a team has seen and does not want to fail by. */
const baselineSchema = z.looseObject({
  version: z.literal(1),
  findings: z.array(z.looseObject({ file: z.string(), rule: z.string(), fingerprint: z.string() })),
});

const keyOf = ({ file, rule, fingerprint }: { file: string; rule: string; fingerprint: string }): string =>
  `${file}\n${rule}\n${fingerprint}`;

const entryOf = ({ file, finding }: FoundIn) => ({
  file,
  rule: finding.rule.id,
  fingerprint: finding.fingerprint,
});

/** Whether a finding is in a baseline. Throws WrongUse where the file is not there or is none. */
export async function readBaseline(file: string, io: Io): Promise<(found: FoundIn) => boolean> {
  const content = await readContent(resolve(io.cwd, file));
  const wrong = (detail: string): WrongUse =>
    new WrongUse(
      { en: 'Cannot read the baseline "{file}": {detail}', ja: 'ベースライン「{file}」を読み込めません: {detail}' },
      { file, detail },
    );
  if (content.status !== 'read') throw wrong(content.status);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(content.bytes));
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : '');
  }
  const read = baselineSchema.safeParse(value);
  if (!read.success) throw wrong(read.error.issues[0]?.message ?? '');
  const known = new Set(read.data.findings.map(keyOf));
  return (found) => known.has(keyOf(entryOf(found)));
}

/** Writes all findings as the new baseline, in an order of its own, so that a pull request shows what changed. */
export async function writeBaseline(file: string, found: readonly FoundIn[], io: Io): Promise<void> {
  const findings = [...new Map(found.map((one) => [keyOf(entryOf(one)), entryOf(one)])).entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, entry]) => entry);
  const text = `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
  await writeAtomically(resolve(io.cwd, file), new TextEncoder().encode(text));
}
