import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openApp, serveApp } from './browser.js';
import { chunkSizes } from './bundle.js';
import { brokenPromises, type Figures } from './contract.js';
import { benchDesign } from './design.js';
import {
  measureEdits,
  measureLayout,
  measureMemory,
  withApp,
  type EditResult,
  type LayoutResult,
  type MemoryResult,
} from './edits.js';
import { bareFolder, gestureNames, measureFrames, type FrameResult } from './frames.js';
import { largestTemplate, measureGeneration, type GenerationResult } from './generation.js';
import { measureStart, type StartResult } from './startup.js';
import { measureUndo, type UndoResult } from './undo.js';
import {
  measureSearch,
  measureTyping,
  measureWorkflow,
  type SearchResult,
  type TypingResult,
  type WorkflowResult,
} from './workflow.js';

const root = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    nodes: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

const names = [
  ...gestureNames,
  'start',
  'undo',
  'edits',
  'generation',
  'layout',
  'memory',
  'workflow',
  'typing',
  'search',
  'bundle',
];
const wanted = (name: string): boolean => values.only === undefined || values.only.split(',').includes(name);
for (const name of values.only?.split(',') ?? [])
  if (!names.includes(name)) throw new Error(`nothing is called ${name}; there are ${names.join(', ')}`);
const sizes = values.nodes === undefined ? [50, 300, 1000, 2000] : values.nodes.split(',').map(Number);
/** Edits are promised at 500 nodes. */
const editSizes = values.nodes === undefined ? [50, 300, 500, 1000, 2000] : sizes;
const gestures = gestureNames.filter(wanted);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const cell = (figure: number, digits = 1): string => figure.toFixed(digits).padStart(9);
const row = (name: string, nodes: number, ...cells: readonly string[]): void => {
  say([name.padEnd(18), String(nodes).padStart(6), ...cells].join(' '));
};

const frames: FrameResult[] = [];
const starts: StartResult[] = [];
const undo: UndoResult[] = [];
const edits: EditResult[] = [];
const generation: GenerationResult[] = [];
const layout: LayoutResult[] = [];
const memory: MemoryResult[] = [];
const workflow: WorkflowResult[] = [];
const typing: TypingResult[] = [];
const search: SearchResult[] = [];
if (wanted('generation')) {
  say('\nGeneration of the largest template: ms for the project, median and p95; after an edit, median and p95');
  const result = measureGeneration(largestTemplate(root));
  generation.push(result);
  row('project', result.nodes, ...[result.whole, result.edit].flatMap(({ median, p95 }) => [cell(median), cell(p95)]));
}
const chunks = wanted('bundle') ? chunkSizes(join(root, 'dist/renderer')) : [];

const browser = await launch();
try {
  // The first page of a browser pays for what all later ones share.
  const warmUp = await serveApp(benchDesign(50));
  const first = await openApp(browser, warmUp.url);
  await first.close();
  await warmUp.close();

  if (wanted('start')) {
    say('\nCold start: ms to the first paint, to the picture, to interactive; kB and files before the picture');
    for (const nodes of [0, ...sizes]) {
      const start = await measureStart(browser, nodes === 0 ? undefined : benchDesign(nodes));
      starts.push(start);
      row(
        nodes === 0 ? 'start screen' : 'open',
        nodes,
        ...[start.firstPaint, start.picture, start.interactive].map((figure) => cell(figure, 0)),
        cell(start.bytes / 1024),
        cell(start.files, 0),
      );
    }
  }
  if (gestures.length > 0) {
    say(
      '\nGestures: frames per second, 95 % of frames within ms, ms of work for each step; then the same of bare React Flow; ratio',
    );
    for (const nodes of sizes) {
      const results = await measureFrames(browser, benchDesign(nodes), gestures, bareFolder(root));
      frames.push(...results);
      for (const { gesture, app, bare, ratio } of results)
        row(
          gesture,
          nodes,
          ...[app, bare].flatMap(({ framesPerSecond, frameP95, workPerStep }) =>
            [framesPerSecond, frameP95, workPerStep].map((figure) => cell(figure)),
          ),
          cell(ratio, 2),
        );
    }
  }
  if (wanted('edits')) {
    say('\nEdits: ms until the advice is there, median and p95; until the code is there, median and p95');
    for (const nodes of editSizes) {
      const result = await withApp(browser, benchDesign(nodes), measureEdits);
      edits.push(result);
      row('edit', nodes, ...[result.advice, result.code].flatMap(({ median, p95 }) => [cell(median), cell(p95)]));
    }
  }
  if (wanted('undo')) {
    say('\nUndo: ms until the drawing shows it, by the step that is taken back; bare React Flow for the same change');
    for (const nodes of sizes) {
      const result = await measureUndo(browser, benchDesign(nodes), bareFolder(root));
      undo.push(result);
      for (const [step, { app, bare }] of Object.entries(result.steps)) row(step, nodes, cell(app), cell(bare));
    }
  }
  if (wanted('layout')) {
    say('\nLayout: ms until everything has its new place');
    for (const nodes of sizes) {
      const result = await withApp(browser, benchDesign(nodes), measureLayout);
      layout.push(result);
      row('layout', nodes, cell(result.milliseconds, 0));
    }
  }
  if (wanted('workflow')) {
    say('\nWorkflow: ms until all states are drawn; frames per second of panning, of bare React Flow, ratio');
    const result = await measureWorkflow(browser, 300, bareFolder(root));
    workflow.push(result);
    const { app, bare, ratio } = result.pan;
    row('300 states', 300, cell(result.open, 0), cell(app.framesPerSecond), cell(bare.framesPerSecond), cell(ratio, 2));
  }
  if (wanted('typing')) {
    say('\nTyping in the text of a definition: ms until it is painted, median and p95');
    const result = await measureTyping(browser);
    typing.push(result);
    row('lines', result.lines, cell(result.median), cell(result.p95));
  }
  if (wanted('search')) {
    say('\nSearch over all AWS APIs: ms from key to list, median and p95');
    const result = await measureSearch(browser);
    search.push(result);
    row('keys', result.keys, cell(result.median), cell(result.p95));
  }
  if (wanted('memory')) {
    say('\nMemory: MB of the page');
    for (const nodes of sizes) {
      const result = await withApp(browser, benchDesign(nodes), measureMemory);
      memory.push(result);
      row('heap', nodes, cell(result.heapBytes / 1024 / 1024));
    }
  }
} finally {
  await browser.close();
}
if (chunks.length > 0) {
  say('\nBundle: kB, and compressed');
  for (const { name, bytes, compressed } of chunks.slice(0, 20))
    say(`${cell(bytes / 1024, 0)} ${cell(compressed / 1024)} ${name}`);
  say(`${cell(chunks.reduce((sum, { bytes }) => sum + bytes, 0) / 1024, 0)} in ${String(chunks.length)} files`);
}

const figures: Figures = { frames, starts, undo, edits, generation, workflow, typing, search };
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ...figures, layout, memory, chunks }, null, 2)}\n`);
const broken = brokenPromises(figures);
say(
  broken.length === 0
    ? '\nEverything measured is as promised.'
    : `\nNot as promised:\n${broken.map((line) => `- ${line}`).join('\n')}`,
);
if (values.check && broken.length > 0) process.exitCode = 1;
