// Prints which pairs of the reference of AWS integrations can be drawn and exported, and why the others cannot.
import { requireNode, tool } from './lib/run.mjs';

requireNode();

const { code } = await tool('vitest', 'vitest', ['run', 'test/coverage', '--project', 'unit'], {
  env: { TEST_SCALE: '20' },
});
process.exitCode = code;
