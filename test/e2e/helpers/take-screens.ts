import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, openStudio } from './studio.js';
import { designs, screens, settle } from './screens.js';

/** npm run screens [-- NAME…]: every screen × language × theme × size, as PNG into screens/. */

const folder = join(import.meta.dirname, '../../../screens');
const wanted = process.argv.slice(2);
const sizes = [
  { width: 1280, height: 800 },
  { width: 1600, height: 1000 },
];

mkdirSync(folder, { recursive: true });
let count = 0;
const browser = await launchBrowser();
for (const locale of ['en-US', 'ja-JP'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const size of sizes)
      for (const screen of screens) {
        if (wanted.length > 0 && !wanted.includes(screen.name)) continue;
        const file = screen.design === undefined ? undefined : `${screen.design}.yaml`;
        const studio = await openStudio({
          browser,
          locale,
          theme,
          size,
          ...(screen.design === undefined || file === undefined
            ? {}
            : { files: { [file]: designs[screen.design] }, open: file }),
        });
        try {
          await settle(studio.page);
          await screen.show(studio.page);
          await settle(studio.page);
          const name = [screen.name, locale.slice(0, 2), theme, String(size.width)].join('-');
          writeFileSync(join(folder, `${name}.png`), await studio.page.screenshot());
          count++;
        } finally {
          await studio.close();
        }
      }
await browser.close();
process.stderr.write(`${String(count)} pictures in ${folder}\n`);
