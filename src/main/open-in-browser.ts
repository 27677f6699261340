import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether this machine can show a browser window to the person at it. */
export function canOpenBrowser(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  const hasDisplay = Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return hasDisplay && folders.some((folder) => existsSync(join(folder, 'xdg-open')));
}

function opener(url: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      // Not `start`: that is a command of the shell, which would read `&` in an address.
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    default:
      return ['xdg-open', [url]];
  }
}

/** Opens an http(s) address in the person's browser. Gives false where there is none. */
export function openInBrowser(url: string): Promise<boolean> {
  if (!canOpenBrowser()) return Promise.resolve(false);
  const [command, args] = opener(url);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
