import type { MenuItemConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';

/** What of Electron the main process uses, as far as tests look at it. */
const fake = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  exposed: new Map<string, Record<string, (...args: unknown[]) => unknown>>(),
  invoked: [] as unknown[][],
  windows: [] as (EventEmitter & {
    readonly options: unknown;
    readonly url: () => string;
    readonly webContents: { id: number };
  })[],
  opened: [] as string[],
  overlays: [] as unknown[],
  menu: [] as MenuItemConstructorOptions[],
  theme: { shouldUseDarkColors: false, themeSource: 'system' },
  areas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
  calls: [] as string[],
  isFirst: true,
  chosenFile: undefined as string | undefined,
  messageBoxChoice: 1,
  serve: undefined as ((request: Request) => Promise<Response>) | undefined,
  permission: undefined as
    ((contents: unknown, permission: string, decide: (yes: boolean) => void) => void) | undefined,
  app: undefined as EventEmitter | undefined,
}));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => fake.isFirst,
    quit: () => fake.calls.push('quit'),
    whenReady: () => {
      fake.calls.push('ready');
      return Promise.resolve();
    },
    getLocale: () => 'en-US',
    getPreferredSystemLanguages: () => ['ja-JP'],
  });
  fake.app = app;
  class WebContents extends EventEmitter {
    windowOpen: ((details: { url: string }) => { action: string }) | undefined;
    readonly mainFrame = { url: 'app://studio/index.html' };
    constructor(readonly id: number) {
      super();
    }
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      this.windowOpen = handler;
    }
  }
  class BrowserWindow extends EventEmitter {
    static readonly getAllWindows = () => fake.windows;
    readonly webContents = new WebContents(fake.windows.length + 1);
    loaded = '';
    readonly url = () => this.loaded;
    constructor(readonly options: unknown) {
      super();
      fake.windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    readonly bounds = { x: 40, y: 60, width: 1200, height: 800 };
    show = () => undefined;
    maximize = () => fake.calls.push('maximize');
    isDestroyed = () => false;
    isMaximized = () => true;
    isFocused = () => true;
    getNormalBounds = () => this.bounds;
    setBackgroundColor = (colour: string) => fake.calls.push(`background ${colour}`);
    setTitleBarOverlay = (overlay: unknown) => {
      fake.overlays.push(overlay);
    };
    focus = () => fake.calls.push('focus');
    isMinimized = () => false;
    loadURL(url: string) {
      this.loaded = url;
      return Promise.resolve();
    }
  }
  return {
    app,
    BrowserWindow,
    ipcMain: { handle: (name: string, handler: (event: unknown) => unknown) => fake.handlers.set(name, handler) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        fake.invoked.push(args);
        return Promise.resolve();
      },
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => fake.exposed.set(name, api),
    },
    protocol: { registerSchemesAsPrivileged: () => fake.calls.push('scheme') },
    session: {
      defaultSession: {
        protocol: {
          handle: (_scheme: string, serve: typeof fake.serve) => {
            fake.serve = serve;
          },
        },
        setPermissionRequestHandler: (handler: typeof fake.permission) => {
          fake.permission = handler;
        },
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: () => undefined,
      },
    },
    shell: { openExternal: (url: string) => Promise.resolve(fake.opened.push(url)) },
    dialog: {
      showOpenDialog: () =>
        Promise.resolve({ canceled: false, filePaths: fake.chosenFile === undefined ? [] : [fake.chosenFile] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
      showMessageBoxSync: () => fake.messageBoxChoice,
    },
    nativeTheme: fake.theme,
    screen: { getAllDisplays: () => fake.areas.map((workArea) => ({ workArea })) },
    Menu: {
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
        fake.menu = menu;
      },
      buildFromTemplate: (template: unknown) => template,
    },
  };
});

const { startApp } = await import('./main.js');
const { acceleratorOf, menuTemplate } = await import('./menu.js');
const { boundsFor } = await import('./window-state.js');

interface FakeContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { readonly url: string };
  windowOpen(details: { url: string }): { action: string };
}

/** The page in the first window. */
function contents(): FakeContents {
  const found: unknown = fake.windows[0]?.webContents;
  if (!isContents(found)) throw new Error('no window');
  return found;
}
const isContents = (value: unknown): value is FakeContents => value instanceof EventEmitter;

// As Electron does it: what a handler throws is a rejection.
const invoke = (method: string, event: unknown, ...args: unknown[]): Promise<unknown> =>
  Promise.resolve().then(() => fake.handlers.get(`host:${method}`)?.(event, ...args));
const fromApp = () => ({ sender: contents(), senderFrame: contents().mainFrame });

let home: string;

beforeEach(async () => {
  home = tempFolder();
  vi.stubEnv('XDG_CONFIG_HOME', join(home, 'config'));
  vi.stubEnv('XDG_STATE_HOME', join(home, 'state'));
  fake.handlers.clear();
  fake.app?.removeAllListeners();
  for (const list of [fake.windows, fake.opened, fake.calls, fake.invoked, fake.overlays]) list.length = 0;
  fake.isFirst = true;
  writeFileSync(join(home, 'orders.yaml'), 'orders\n');
  await startApp(['electron', '.', join(home, 'orders.yaml')], home);
});

test('the window is sandboxed, shows only the app’s own origin, and the scheme is declared before the app is ready', () => {
  expect(fake.windows[0]?.options).toMatchObject({
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
  });
  expect(fake.windows[0]?.url()).toBe('app://studio/index.html');
  expect(fake.calls).toEqual(['scheme', 'ready']);
});

test('the page reads the file named at start through an opaque handle', async () => {
  const info = await invoke('info', fromApp());
  expect(info).toMatchObject({ kind: 'electron', locale: 'ja-JP' });
  const handle: unknown = Reflect.get(Object(info), 'startFile');
  expect(await invoke('read', fromApp(), handle)).toMatchObject({ status: 'read', file: { text: 'orders\n' } });
});

test('a frame inside the page, a foreign page and a window without a host are not listened to', async () => {
  const { sender, senderFrame } = fromApp();
  for (const event of [
    { sender, senderFrame: { url: senderFrame.url } },
    { sender, senderFrame: null },
    { sender: { id: 99, mainFrame: senderFrame }, senderFrame },
  ])
    await expect(invoke('info', event)).rejects.toThrow('not-available');
  const foreign = { url: 'https://evil.example/' };
  await expect(invoke('info', { sender: { id: 1, mainFrame: foreign }, senderFrame: foreign })).rejects.toThrow();
});

test('arguments are checked, paths are no handles, and the chooser of the browser is absent', async () => {
  await expect(invoke('read', fromApp(), join(home, 'orders.yaml'))).rejects.toThrow('unknown-handle');
  await expect(invoke('read', fromApp(), { path: '/etc/passwd' })).rejects.toThrow('invalid-arguments');
  await expect(invoke('listFolder', fromApp(), undefined)).rejects.toThrow('not-available');
});

test('what the person chose in a dialog may be read; a cancelled one gives nothing', async () => {
  fake.chosenFile = join(home, 'orders.yaml');
  const handle = await invoke('chooseFile', fromApp());
  expect(await invoke('read', fromApp(), handle)).toMatchObject({ status: 'read' });
  fake.chosenFile = undefined;
  expect(await invoke('chooseFile', fromApp())).toBeUndefined();
  expect(await invoke('chooseSaveTarget', fromApp(), 'new.yaml')).toBeUndefined();
  await expect(invoke('chooseSaveTarget', fromApp(), '../../new.yaml')).rejects.toThrow('invalid-name');
});

test('no navigation, redirect, embedded page or new window leads away; documentation opens in the browser', () => {
  const isPrevented = (name: string, url: string): boolean => {
    const preventDefault = vi.fn();
    contents().emit(name, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  expect(isPrevented('will-navigate', 'https://evil.example/')).toBe(true);
  expect(isPrevented('will-navigate', 'app://studio.evil.example/')).toBe(true);
  expect(isPrevented('will-navigate', 'file:///etc/passwd')).toBe(true);
  expect(isPrevented('will-navigate', 'app://studio/index.html')).toBe(false);
  expect(isPrevented('will-redirect', 'https://evil.example/')).toBe(true);
  expect(isPrevented('will-attach-webview', '')).toBe(true);
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'https://docs.aws.amazon.com/lambda/'])
    expect(contents().windowOpen({ url })).toEqual({ action: 'deny' });
  expect(fake.opened).toEqual(['https://docs.aws.amazon.com/lambda/']);
});

test('permissions of the machine are denied, except to copy', () => {
  const answers = new Map<string, boolean>();
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-sanitized-write'])
    fake.permission?.(undefined, permission, (yes) => answers.set(permission, yes));
  expect([...answers].filter(([, yes]) => yes).map(([permission]) => permission)).toEqual([
    'clipboard-sanitized-write',
  ]);
});

test('app:// gives nothing outside the built app, and answers for no other origin', async () => {
  const ask = async (url: string) => fake.serve?.(new Request(url));
  for (const url of ['app://studio/../../package.json', 'app://studio/%2e%2e/%2e%2e/package.json', 'app://other/'])
    expect((await ask(url))?.status, url).toBe(404);
});

test('unsaved work: the window closes only if the person says so', () => {
  const closes = (choice: number): boolean => {
    fake.messageBoxChoice = choice;
    const preventDefault = vi.fn();
    contents().emit('will-prevent-unload', { preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  expect(closes(1)).toBe(false);
  expect(closes(0)).toBe(true);
});

test('a second start opens its file in the running app, or brings it to the front', async () => {
  mkdirSync(join(home, 'other'));
  writeFileSync(join(home, 'other', 'b.yaml'), '');
  fake.app?.emit('second-instance', {}, ['electron', '.', 'b.yaml'], join(home, 'other'));
  await vi.waitFor(() => {
    expect(fake.windows).toHaveLength(2);
  });
  fake.app?.emit('second-instance', {}, ['electron', '--flag'], home);
  await vi.waitFor(() => {
    expect(fake.calls).toContain('focus');
  });
  fake.isFirst = false;
  await startApp([], home);
  expect(fake.calls).toContain('quit');
  expect(fake.windows).toHaveLength(2);
});

test('the preload script exposes the methods of the host by name, and not Electron', async () => {
  await import('./preload.js');
  const api = fake.exposed.get('servicefull') ?? {};
  expect(Object.keys(api)).toContain('save');
  expect(Object.keys(api)).toContain('chooseFile');
  expect(Object.keys(api)).not.toContain('listFolder');
  await api['read']?.('handle');
  expect(fake.invoked).toEqual([['host:read', 'handle']]);
});

describe('the menu', () => {
  const sections = [
    { id: 'file', label: 'ファイル', items: [{ id: 'save', label: '保存', keys: 'Mod+S', enabled: true }] },
    { id: 'help', label: 'ヘルプ', items: [{ id: 'shortcuts', label: 'ショートカット', keys: '?', enabled: false }] },
  ] as const;

  test('shows the commands of the app with their keys, and tells the app which one was chosen', async () => {
    await invoke('setMenu', fromApp(), sections);
    const file = fake.menu.find(({ label }) => label === 'ファイル');
    const items = Array.isArray(file?.submenu) ? file.submenu : [];
    expect(items[0]).toMatchObject({ label: '保存', accelerator: 'CommandOrControl+S', registerAccelerator: false });
    const next = invoke('nextCommand', fromApp());
    for (let times = 0; times < 2; times++) Reflect.apply(items[0]?.click ?? (() => undefined), undefined, []);
    expect(await next).toBe('save');
    expect(await invoke('nextCommand', fromApp())).toBe('save');
  });

  test('is refused when it is no menu', async () => {
    await expect(invoke('setMenu', fromApp(), [{ id: 'evil', label: '', items: [] }])).rejects.toThrow(
      'invalid-arguments',
    );
  });

  test('has an application menu and a window menu on macOS, and Help last everywhere', () => {
    const roles = (platform: NodeJS.Platform) =>
      menuTemplate(sections, platform, 'ja', () => undefined).map(({ role, label }) => role ?? label);
    expect(roles('darwin')).toEqual(['appMenu', 'ファイル', 'ウィンドウ', 'help']);
    expect(roles('win32')).toEqual(['ファイル', 'ウィンドウ', 'help']);
  });

  test.each([
    ['Mod+Shift+Digit1', 'CommandOrControl+Shift+1'],
    ['?', '?'],
    ['+', 'Plus'],
    ['Mod++', 'CommandOrControl+Plus'],
    ['Alt+ArrowLeft', 'Alt+Left'],
  ])('writes %s as %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
  });
});

test('the frame of the window follows the theme of the app', async () => {
  await invoke('setAppearance', fromApp(), { theme: 'dark', background: '#1C1F26', foreground: '#E8EBF0' });
  expect(fake.theme.themeSource).toBe('dark');
  expect(fake.calls).toContain('background #1C1F26');
  expect(fake.overlays).toEqual([{ color: '#1C1F26', symbolColor: '#E8EBF0', height: 43 }]);
  await expect(
    invoke('setAppearance', fromApp(), { theme: 'dark', background: 'url(x)', foreground: '#000000' }),
  ).rejects.toThrow('invalid-arguments');
});

test('a window of its own for another design, for handles only', async () => {
  fake.chosenFile = join(home, 'orders.yaml');
  await invoke('openWindow', fromApp(), await invoke('chooseFile', fromApp()));
  await invoke('openWindow', fromApp(), null);
  expect(fake.windows).toHaveLength(3);
  await expect(invoke('openWindow', fromApp(), join(home, 'orders.yaml'))).rejects.toThrow('unknown-handle');
});

describe('where a window opens', () => {
  const last = { x: 100, y: 80, width: 1300, height: 700, maximized: false };
  test('as the last one was left', async () => {
    fake.windows.at(-1)?.emit('close');
    await vi.waitFor(async () => {
      await startApp([], home);
      expect(fake.windows.at(-1)?.options).toMatchObject({ x: 40, y: 60, width: 1200, height: 800 });
    });
  });

  test('beside one that is open; in the middle where its screen is gone, or where it was never before', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
    expect(boundsFor(last, screens, 2)).toEqual({ x: 164, y: 144, width: 1300, height: 700 });
    expect(boundsFor({ ...last, x: 2500 }, screens, 0)).toEqual({ width: 1300, height: 700 });
    expect(boundsFor({ ...last, y: -900, width: 10 }, screens, 0)).toEqual({ width: 960, height: 700 });
    expect(boundsFor(undefined, screens, 0)).toEqual({ width: 1440, height: 900 });
  });
});
