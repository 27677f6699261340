import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findAppRoot } from '../../main/app-root.js';
import { appFolders } from '../../main/host/app-folders.js';
import { detailOf } from '../../main/host/failure.js';
import { createComparer } from '../difference/comparer.js';
import { createNodeHost } from '../../main/host/node-host.js';
import { openInBrowser } from '../../main/open-in-browser.js';
import { serveFolder } from '../../main/server/assets.js';
import { startServer } from '../../main/server/server.js';
import { translate, type Localized } from '../../model/localized.js';
import { WrongUse, type Command } from '../command.js';

const texts = {
  notFound: { en: 'Cannot read "{file}": {detail}', ja: '「{file}」を読み込めません: {detail}' },
  badPort: { en: '--port takes a number from 0 to 65535.', ja: '--port には 0～65535 の数値を指定してください。' },
  notBuilt: {
    en: 'The app is not built yet. Run: npm run build',
    ja: 'アプリがまだビルドされていません。次のコマンドを実行してください: npm run build',
  },
  address: {
    en: 'Servicefull Studio: {url}\nOnly this computer can reach it. Ctrl C ends it.',
    ja: 'Servicefull Studio: {url}\nこのコンピューターからのみアクセスできます。Ctrl C で終了します。',
  },
  portTaken: { en: 'The port cannot be used: {detail}', ja: 'ポートを使用できません: {detail}' },
} as const satisfies Record<string, Localized>;

/** Serves the app on an address of this computer until it is stopped. */
export const serve: Command = {
  name: 'serve',
  operands: '[FILE | FOLDER]',
  count: [0, 1],
  summary: { en: 'the app on an address of this computer', ja: 'このコンピューターのアドレスでアプリを起動' },
  options: {
    open: { flag: true, help: { en: 'open it in the browser', ja: 'ブラウザで開く' } },
    port: { value: 'NUMBER', help: { en: 'port (one that is free)', ja: 'ポート番号 (空いているポート)' } },
  },
  async run(args, io) {
    const port = Number(args.option('port') ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(texts.badPort);
    const start = await startOf(args.files[0], io.cwd);
    const { version, renderer } = findAppRoot();
    if (!existsSync(join(renderer, 'index.html'))) {
      io.err(`${translate(texts.notBuilt, args.language)}\n`);
      return 1;
    }
    const comparer = createComparer();
    const host = await createNodeHost({
      kind: 'loopback',
      version,
      locale: args.language === 'ja' ? 'ja-JP' : 'en-US',
      appFolders: appFolders(process.env, process.platform),
      openInBrowser: async (url) => {
        await openInBrowser(url);
      },
      startFile: start.file,
      roots: [start.folder, homedir()],
      compareTemplates: comparer.compare,
    });
    try {
      const server = await startServer({ host, assets: serveFolder(renderer), port });
      io.out(`${translate(texts.address, args.language, { url: server.url })}\n`);
      if (args.flag('open')) await openInBrowser(server.url);
      await io.untilStopped();
      await server.close();
      return 0;
    } catch (error) {
      io.err(`${translate(texts.portTaken, args.language, { detail: detailOf(error) })}\n`);
      return 1;
    } finally {
      host.close();
      comparer.dispose();
    }
  },
};

/** The file to open and the folder to begin in. */
async function startOf(
  named: string | undefined,
  cwd: string,
): Promise<{ readonly file: string | undefined; readonly folder: string }> {
  if (named === undefined) return { file: undefined, folder: cwd };
  const path = resolve(cwd, named);
  try {
    return (await stat(path)).isDirectory() ? { file: undefined, folder: path } : { file: path, folder: dirname(path) };
  } catch (error) {
    throw new WrongUse(texts.notFound, { file: named, detail: detailOf(error) });
  }
}
