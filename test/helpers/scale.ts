/** How many of something a test makes: the count of `npm test`, times 20 in `npm run test:full`. */
export const scaled = (count: number): number => count * Number(process.env['TEST_SCALE'] ?? '1');
