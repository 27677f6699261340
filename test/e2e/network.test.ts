import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio } from './helpers/studio.js';

/** The app asks its own server and nobody else: everything that page, workers and server send is recorded. */

/** Loaded into the server before anything else: writes down whom it connects to and whose name it looks up. */
const recorder = `
const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const note = (line) => appendFileSync(process.env.RECORDED_CONNECTIONS, line + '\\n');
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  note('connect ' + JSON.stringify(typeof first === 'object' ? { host: first?.host, port: first?.port, path: first?.path } : first));
  return connect.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const original = dns[name];
  dns[name] = (...args) => (note(name + ' ' + args[0]), original.apply(dns, args));
}
`;

test('drawing, advice, templates, export and help make no request but to the app’s own server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-network-'));
  const script = join(folder, 'record.cjs');
  const record = join(folder, 'connections.txt');
  writeFileSync(script, recorder);
  const studio = await openStudio({
    files: { 'a.yaml': designs['serverless-video'] },
    open: 'a.yaml',
    env: { NODE_OPTIONS: `--require ${script}`, RECORDED_CONNECTIONS: record },
  });
  const { page, url } = studio;
  const own = new URL(url).origin;
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  try {
    await settle(page);
    await page.reload();
    await settle(page);
    await node(page, 'video-table').click({ position: { x: 40, y: 12 } });
    for (const keys of ['Alt+Digit1', 'Alt+Digit2', 'Alt+Digit3', 'Control+D', 'Control+Z', 'Control+S', 'Control+E'])
      await page.keyboard.press(keys);
    await settle(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await settle(page);
    const foreign = asked.filter((address) => !address.startsWith(`${own}/`) && !/^(blob|data):/.test(address));
    expect(foreign).toEqual([]);
    expect(asked.some((address) => address.includes('/host/'))).toBe(true);
    const connections = existsSync(record) ? readFileSync(record, 'utf8').split('\n') : [];
    // The server looks its own address up to listen on it.
    expect(connections.filter((line) => line !== '' && line !== 'lookup 127.0.0.1')).toEqual([]);
  } finally {
    await studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the recorder would see a connection of the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-network-'));
  const script = join(folder, 'record.cjs');
  const record = join(folder, 'connections.txt');
  const { execFileSync } = await import('node:child_process');
  writeFileSync(script, recorder);
  try {
    execFileSync(
      process.execPath,
      ['--require', script, '-e', "fetch('http://127.0.0.1:65001/').catch(() => undefined)"],
      {
        env: { ...process.env, RECORDED_CONNECTIONS: record },
      },
    );
    expect(readFileSync(record, 'utf8')).toContain('connect');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
