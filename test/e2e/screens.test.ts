import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scaled } from '../helpers/scale.js';
import { accessibilityViolations } from './helpers/accessibility.js';
import { auditLayout, canvasShare } from './helpers/audit.js';
import { designs, screens, settle } from './helpers/screens.js';
import { launchBrowser, openStudio, type Studio } from './helpers/studio.js';

const variants = [
  { locale: 'en-US', theme: 'light' },
  { locale: 'ja-JP', theme: 'dark' },
  { locale: 'en-US', theme: 'dark' },
  { locale: 'ja-JP', theme: 'light' },
] as const;

/** The full run looks at every screen in every variant; a short one at each screen once, in turn light English and dark Japanese. */
const isFull = scaled(1) > 1;
const screensOf = (variant: number): typeof screens =>
  isFull ? screens : screens.filter((_, index) => index % 2 === variant);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Every screen at the smallest size: nothing clipped, nothing overlapping, axe silent. */
describe.each(isFull ? variants : variants.slice(0, 2))('$locale $theme', ({ locale, theme }) => {
  const variant = variants.findIndex((other) => other.locale === locale && other.theme === theme);
  describe.each(screensOf(variant))('$name', (screen) => {
    let studio: Studio;
    beforeAll(async () => {
      const file = screen.design === undefined ? undefined : `${screen.design}.yaml`;
      studio = await openStudio({
        browser,
        locale,
        theme,
        ...(screen.design === undefined || file === undefined
          ? {}
          : { files: { [file]: designs[screen.design] }, open: file }),
      });
      await settle(studio.page);
      await screen.show(studio.page);
      await settle(studio.page);
    });
    afterAll(() => studio.close());

    test('nothing is clipped, overlaps or scrolls', async () => {
      expect(await auditLayout(studio.page)).toEqual([]);
    });
    test('axe finds nothing', async () => {
      expect(await accessibilityViolations(studio.page)).toEqual([]);
    });
    test('the page complains of nothing and asks no other host', () => {
      expect(studio.complaints).toEqual([]);
    });
  });
});

test('the canvas has at least 55 % of a window of 1280×800', async () => {
  const studio = await openStudio({ files: { 'a.yaml': designs['serverless-video'] }, open: 'a.yaml' });
  await settle(studio.page);
  expect(await canvasShare(studio.page)).toBeGreaterThanOrEqual(0.55);
  await studio.close();
});

test('the audit sees a clipped text, an overlap and a scrolling page', async () => {
  const studio = await openStudio({ files: { 'a.yaml': designs['lift-and-shift'] }, open: 'a.yaml' });
  await settle(studio.page);
  await studio.page.evaluate(() => {
    const palette = document.querySelector<HTMLElement>('[data-panel="palette"]');
    const title = document.querySelector<HTMLElement>('.breadcrumb span');
    if (palette === null || title === null) throw new Error('no palette or title');
    palette.style.transform = 'translateX(120px)';
    title.style.cssText = 'display: block; width: 12px; overflow: hidden; white-space: nowrap';
    const wide = document.createElement('div');
    wide.style.cssText = 'position: absolute; left: 0; top: 0; width: 3000px; height: 1px';
    document.documentElement.append(wide);
    document.documentElement.style.overflow = 'visible';
    document.body.style.overflow = 'visible';
  });
  const found = (await auditLayout(studio.page)).join('\n');
  expect(found).toMatch(/panels overlap: (palette and canvas|canvas and palette)/);
  expect(found).toContain('clipped text');
  expect(found).toContain('the page scrolls');
  await studio.close();
});
