import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';

/** The real desktop app, where Electron's runtime is present: it is a download of its own. */

const package_ = join('node_modules', 'electron');
const nameFile = join(package_, 'path.txt');
const runtime = join(
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(package_, 'dist'),
  existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron',
);
const isPresent = existsSync(runtime);
if (!isPresent) process.stderr.write('The desktop app is not run: its runtime is not on this machine.\n');

const homes: string[] = [];
let app: ElectronApplication | undefined;

afterEach(async () => {
  await app?.close();
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

async function start(files: readonly string[]) {
  const home = mkdtempSync(join(tmpdir(), 'servicefull-desktop-'));
  homes.push(home);
  for (const name of files)
    writeFileSync(join(home, name), 'format: servicefull-design\nversion: 1\nsettings: { name: Orders }\n');
  app = await electron.launch({
    executablePath: runtime,
    args: ['--no-sandbox', '.', ...files.map((name) => join(home, name))],
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_STATE_HOME: join(home, '.state'),
    },
  });
  const page = await app.firstWindow();
  await page.locator('.title-bar').waitFor();
  return { app, page };
}

describe.skipIf(!isPresent)('the desktop app', () => {
  test('opens the file named at start, with the bridge of the host and nothing of Node in the page', async () => {
    const { page } = await start(['orders.yaml']);
    expect(page.url()).toBe('app://studio/index.html');
    await page.locator('.file-name', { hasText: 'orders' }).waitFor();
    const reach = await page.evaluate(() => [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]);
    expect(reach).toEqual(['undefined', 'undefined']);
  });

  test('fills the application menu with the commands of the app', async () => {
    const { app: running, page } = await start([]);
    await page.keyboard.press('Control+N');
    await expect
      .poll(() =>
        running.evaluate(({ Menu }) =>
          (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items.length ?? 0),
        ),
      )
      .toContainEqual(expect.any(Number));
  });
});
