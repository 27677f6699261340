// node scripts/build-icons.mjs: the icons of the desktop app, drawn from src/renderer/logo.svg by a browser. The files in
// build/ are committed; run it again when the logo changes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { root, say } from './lib/run.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = join(root, 'build');

async function drawPngs() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const logo = readFileSync(join(root, 'src', 'renderer', 'logo.svg'), 'utf8');
  const pngs = new Map();
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    // Room around it from 128 px on, as the icons of other apps have; the small ones need every pixel.
    const inset = size < 128 ? 0 : Math.round(size * 0.09);
    const inner = size - 2 * inset;
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;position:absolute;left:${inset}px;top:${inset}px;width:${inner}px;height:${inner}px}</style>${logo}`,
    );
    pngs.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  return pngs;
}

/** Windows: a directory of PNGs. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function ico(pngs) {
  const images = [16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: pngs.get(size) }));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** macOS: chunks of a type and a PNG. */
function icns(pngs) {
  const types = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  const chunk = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return chunk('icns', Buffer.concat(Object.entries(types).map(([type, size]) => chunk(type, pngs.get(size)))));
}

const pngs = await drawPngs();
mkdirSync(join(folder, 'icons'), { recursive: true });
for (const size of sizes.filter((one) => one <= 512))
  writeFileSync(join(folder, 'icons', `${size}x${size}.png`), pngs.get(size));
writeFileSync(join(folder, 'icon.ico'), ico(pngs));
writeFileSync(join(folder, 'icon.icns'), icns(pngs));
say(`Icons of ${sizes.length} sizes are in build/.`);
