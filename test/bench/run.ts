import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openApp, serveApp } from './browser.js';
import { benchDesign } from './design.js';
import { bareFolder, gestureNames, measureFrames, type FrameResult } from './frames.js';

const root = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    nodes: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

const sizes = values.nodes === undefined ? [50, 300, 1000, 2000] : values.nodes.split(',').map(Number);
const wanted = (name: string): boolean => values.only === undefined || values.only.split(',').includes(name);
const gestures = gestureNames.filter(wanted);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const browser = await launch();
const frames: FrameResult[] = [];
try {
  // The first page of a browser pays for what all later ones share.
  const warmUp = await serveApp(benchDesign(50));
  const first = await openApp(browser, warmUp.url);
  await first.close();
  await warmUp.close();
  if (gestures.length > 0) {
    say('gesture nodes |   app fps  p95 ms  work ms |  bare fps  p95 ms  work ms | ratio');
    for (const nodes of sizes) {
      const results = await measureFrames(browser, benchDesign(nodes), gestures, bareFolder(root));
      frames.push(...results);
      for (const result of results) say(lineOf(result));
    }
  }
} finally {
  await browser.close();
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ frames }, null, 2)}\n`);

function lineOf({ gesture, nodes, app, bare, ratio }: FrameResult): string {
  const cost = ({ framesPerSecond, frameP95, workPerStep }: FrameResult['app']): string =>
    [framesPerSecond, frameP95, workPerStep].map((figure) => figure.toFixed(1).padStart(8)).join(' ');
  return `${gesture.padEnd(7)} ${String(nodes).padStart(5)} | ${cost(app)} | ${cost(bare)} | ${ratio.toFixed(2)}`;
}
