import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontFamily, hues, mix, palettes } from './theme.js';

const css = readFileSync('src/renderer/styles/tokens.css', 'utf8');
const block = (selector: string): string => {
  const start = css.indexOf(`${selector} {`);
  return css.slice(start, css.indexOf('\n}', start));
};
const valueOf = (text: string, name: string): string | undefined =>
  new RegExp(`--${name}:\\s*([^;]+);`).exec(text)?.[1]?.replace(/\s+/g, ' ');

test.each(['light', 'dark'] as const)('the colours of a %s picture are those of the canvas', (theme) => {
  const tokens = block(`[data-theme='${theme}']`);
  const { areas, shadow, ...colours } = palettes[theme];
  for (const [name, colour] of Object.entries(colours)) {
    const token = name.replace(/([A-Z]|\d)/, (sign) => `-${sign.toLowerCase()}`);
    expect(valueOf(tokens, token), token).toBe(colour);
  }
  expect(valueOf(tokens, 'shadow-1')).toContain(`/ ${shadow})`);
  const share = (name: string): number => parseInt(valueOf(tokens, name) ?? '', 10);
  expect(areas).toEqual(
    hues.map((hue) => ({
      fill: mix(hue, colours.canvas, share('context-fill')),
      border: mix(hue, colours.canvas, share('context-border')),
      title: mix(hue, valueOf(tokens, 'context-title-mix') ?? '', share('context-title-hue')),
    })),
  );
});

test('hues and fonts are those of the canvas', () => {
  const root = block(':root');
  expect(hues.map((_, index) => valueOf(root, `hue-${String(index)}`))).toEqual([...hues]);
  expect(valueOf(root, 'font')).toBe(fontFamily);
});
