import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserServer, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isBaseline } from '../../src/main/host/baseline.js';
import { writeProject } from '../../src/main/host/export-writer.js';
import { parseDesign } from '../../src/model/parse.js';
import { exportDesign } from '../export/project.js';
import { scaled } from '../helpers/scale.js';
import { designs } from './helpers/screens.js';
import { browserFlags, browserPath, serve } from './helpers/studio.js';

/**
 * Host and browser are killed (-9), by turns, at random moments: while somebody edits, saves and exports. Afterwards every
 * file opens, at most two seconds of edits are gone, and the next export leaves the folder as if nothing had happened.
 */

/** 4 in `npm test`, 200 in `npm run test:full`. */
const rounds = scaled(1) >= 20 ? scaled(10) : 4;
const mayLoseMilliseconds = 2000;
/** Of one press of an arrow key, in the design. */
const nudge = 4;
const moved = 'exports';

type Activity = 'edit' | 'save' | 'export';
const activities: readonly Activity[] = ['edit', 'export', 'save'];

/** The same moments in every run. */
function* moments(): Generator<number, never> {
  for (let seed = 20_261_124; ; seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) yield seed / 2_147_483_648;
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Server and browser of the app, each of which can be killed and started anew; the home stays. */
class Machine {
  readonly home = mkdtempSync(join(tmpdir(), 'servicefull-kill-'));
  readonly file = join(this.home, 'designs', 'a.yaml');
  readonly project = join(this.home, 'designs', 'project');
  #server: { readonly url: string; readonly child: ChildProcess } | undefined;
  #browser: { readonly process: BrowserServer; readonly connection: Browser } | undefined;

  constructor() {
    mkdirSync(this.project, { recursive: true });
    writeFileSync(this.file, designs['lift-and-shift']);
  }

  async open(): Promise<Page> {
    this.#server ??= await serve(this.home, this.file);
    if (this.#browser === undefined) {
      const process = await chromium.launchServer({ executablePath: browserPath, args: browserFlags });
      this.#browser = { process, connection: await chromium.connect(process.wsEndpoint()) };
    }
    const context = await this.#browser.connection.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(this.#server.url);
    await page.locator('.react-flow__node').first().waitFor();
    return page;
  }

  async kill(victim: 'server' | 'browser', page: Page): Promise<void> {
    if (victim === 'server') {
      const ended = new Promise((resolve) => this.#server?.child.once('exit', resolve));
      this.#server?.child.kill('SIGKILL');
      await ended;
      this.#server = undefined;
      await page.context().close();
    } else {
      await this.#browser?.process.kill();
      this.#browser = undefined;
    }
  }

  async end(): Promise<void> {
    await this.#browser?.process.kill();
    this.#server?.child.kill('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }
}

interface JournalEntry {
  readonly text: string;
}

/** What the host offers to recover; the page asks, since the door is open for pages alone. */
const journalOf = (page: Page): Promise<readonly JournalEntry[]> =>
  page.evaluate(async () => {
    const response = await fetch('/host/readJournal', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Servicefull': '1' },
      body: '{"args":[]}',
    });
    const { value } = (await response.json()) as { readonly value: readonly JournalEntry[] };
    return value;
  });

/** Where a text of a design says that the node stands; throws where it is no design. */
function placeIn(text: string): number {
  const { design, problems } = parseDesign(text);
  const x = design?.layout.nodes[moved]?.x;
  if (x === undefined) throw new Error(`not a design: ${JSON.stringify(problems)}`);
  return x;
}

test(
  `after ${String(rounds)} kills every file opens, and at most two seconds are lost`,
  { timeout: 60_000 + rounds * 15_000 },
  async () => {
    const machine = new Machine();
    const random = moments();
    const repaired: number[] = [];
    const recovered: number[] = [];
    try {
      let page = await machine.open();
      let x = placeIn(readFileSync(machine.file, 'utf8'));
      for (let round = 0; round < rounds; round++) {
        const victim = round % 2 === 0 ? 'server' : 'browser';
        const activity = activities[Math.floor(round / 2) % activities.length] ?? 'edit';
        const direction = round % 4 < 2 ? 1 : -1;
        await page.locator(`.react-flow__node[data-id="${moved}"]`).click({ position: { x: 60, y: 14 } });

        const pressed: number[] = [];
        let exported: string | undefined;
        let isDead = false;
        const work = async (): Promise<void> => {
          if (activity === 'export') {
            exported = await beginExport(page, machine, round);
            await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
            return;
          }
          for (;;) {
            await page.keyboard.press(direction > 0 ? 'ArrowRight' : 'ArrowLeft');
            if (isDead) return;
            pressed.push(Date.now());
            if (activity === 'save' && pressed.length % 3 === 0) await page.keyboard.press('Control+S');
            await sleep(60);
          }
        };
        const working = work().catch((error: unknown) => {
          // What a person does to a dead app fails; before that, it must not.
          if (!isDead) throw error;
        });
        if (activity === 'export') await working;
        await sleep(activity === 'export' ? random.next().value * 160 : 200 + random.next().value * 3000);
        isDead = true;
        const killedAt = Date.now();
        await machine.kill(victim, page);
        await working;

        const name = `round ${String(round)}: ${victim} killed during ${activity}`;
        const onDisk = placeIn(readFileSync(machine.file, 'utf8'));
        page = await machine.open();
        const entries = await journalOf(page);
        expect(entries.length, name).toBeLessThanOrEqual(1);
        const found = entries[0] === undefined ? onDisk : placeIn(entries[0].text);
        const kept = (direction * (found - x)) / nudge;
        const mustBeKept = pressed.filter((at) => at < killedAt - mayLoseMilliseconds).length;
        expect(kept, name).toBeGreaterThanOrEqual(mustBeKept);
        expect(kept, name).toBeLessThanOrEqual(pressed.length + 1);
        if (entries.length > 0) {
          recovered.push(round);
          await recoverAndSave(page, machine, found, name);
        }
        x = found;
        if (exported !== undefined && (await checkExport(machine, exported, name))) repaired.push(round);
      }
      process.stdout.write(
        `${String(rounds)} kills: recovered from the journal ${String(recovered.length)}, exports completed afterwards ${String(repaired.length)}\n`,
      );
    } finally {
      await machine.end();
    }
  },
);

async function recoverAndSave(page: Page, machine: Machine, x: number, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Recover', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('img', { name: 'Unsaved' }).first().waitFor();
  await page.keyboard.press('Control+S');
  await page.getByRole('img', { name: 'Unsaved' }).first().waitFor({ state: 'detached' });
  expect(placeIn(readFileSync(machine.file, 'utf8')), name).toBe(x);
}

/** A change of the code, saved, and the dialog ready to export it. Gives the text of the design. */
async function beginExport(page: Page, machine: Machine, round: number): Promise<string> {
  // By turns into an empty folder and over what an earlier design left.
  if (round % 4 < 2) {
    rmSync(machine.project, { recursive: true });
    mkdirSync(machine.project);
  }
  await page.keyboard.press('Control+D');
  await page.keyboard.press('Control+S');
  await page.getByRole('img', { name: 'Unsaved' }).first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('button', { name: 'project', exact: true }).click();
  await dialog.locator('nav', { hasText: 'project' }).waitFor();
  await dialog.getByRole('button', { name: 'Choose this folder' }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).and(page.locator(':enabled')).waitFor();
  return readFileSync(machine.file, 'utf8');
}

/** The next export makes the folder whole, whatever was left. True: it had to complete the one that was killed. */
async function checkExport(machine: Machine, text: string, name: string): Promise<boolean> {
  const { design } = parseDesign(text);
  if (design === undefined) throw new Error(name);
  const project = exportDesign(design);
  const request = { files: Object.fromEntries(project.files), writtenOnce: [...project.writtenOnce], force: false };
  let result = await writeProject(machine.project, request);
  // A server that lives on finishes what its killed page asked for.
  for (let tries = 0; tries < 100 && result.status === 'not-writable'; tries++) {
    await sleep(50);
    result = await writeProject(machine.project, request);
  }
  expect(result.status, `${name}: ${JSON.stringify(result).slice(0, 400)}`).toBe('exported');
  const found = readdirSync(machine.project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(machine.project.length + 1))
    .filter((path) => !isBaseline(path))
    .sort();
  expect(found, name).toEqual([...project.files.keys()].sort());
  for (const [path, content] of project.files)
    if (!project.writtenOnce.has(path)) expect(readFileSync(join(machine.project, path), 'utf8'), path).toBe(content);
  return result.status === 'exported' && result.repaired === true;
}
