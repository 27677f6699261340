import { loadSdkCatalog } from '../src/sdk/catalog.js';
import { prepareSearch, searchActions } from '../src/sdk/search.js';

/** Prints how long the search over all AWS APIs takes a keystroke: `npx tsx scripts/bench-sdk-search.ts`. */

const queries = [
  'put item',
  'ddb putItem',
  'bedrock invoke',
  '文字起こし',
  'テーブルに書き込み',
  'describe db instances',
];
const rounds = 40;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const timed = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const ms = (time: number): string => `${time.toFixed(1).padStart(6)} ms`;

const start = performance.now();
const catalog = await loadSdkCatalog();
say(`${ms(performance.now() - start)}  load`);
say(`${ms(timed(() => prepareSearch(catalog)))}  words, before the first query`);
say(`${ms(timed(() => searchActions(catalog, 'p', 50)))}  first query`);

// Every beginning of a query, as a person types it.
for (const query of queries) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (let length = 1; length <= query.length; length++)
      times.push(timed(() => searchActions(catalog, query.slice(0, length), 50)));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  say(`${ms(at(0.5))}  median, ${ms(at(0.95))} p95, ${ms(at(1))} longest: ${query}`);
}
