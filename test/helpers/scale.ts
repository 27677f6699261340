/**
 * How many runs a property test makes: all of them in `npm run test:full` (TEST_SCALE=full), a twentieth in `npm test`,
 * more or fewer by a TEST_SCALE that is a number.
 */
export function scaled(full: number): number {
  const scale = process.env['TEST_SCALE'] ?? '1';
  if (scale === 'full') return full;
  return Math.max(1, Math.ceil((full / 20) * (Number(scale) || 1)));
}
