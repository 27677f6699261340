import type { PictureTheme } from './define.js';

/** The colours of the canvas as values, since a picture leaves its style sheet behind. */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly surface2: string;
  readonly line: string;
  readonly line2: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly edge: string;
  readonly accent: string;
  readonly warn: string;
  readonly warnMark: string;
  readonly warnSoft: string;
  readonly warnLine: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly dangerLine: string;
  readonly ok: string;
  readonly okSoft: string;
  readonly okLine: string;
  readonly shadowOpacity: number;
  /** Shares of a context's hue, in per cent, and what its title is mixed with. */
  readonly contextFill: number;
  readonly contextBorder: number;
  readonly contextTitleHue: number;
  readonly contextTitleMix: string;
}

export const palettes: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    canvas: '#f7f8fa',
    surface: '#ffffff',
    surface2: '#f4f5f7',
    line: '#e2e5ea',
    line2: '#c9ced6',
    text: '#1a1e26',
    text2: '#4f5866',
    text3: '#626a78',
    edge: '#7c8593',
    accent: '#2b5fde',
    warn: '#8f5400',
    warnMark: '#bf7300',
    warnSoft: '#fef4e2',
    warnLine: '#ebcb93',
    danger: '#bc2430',
    dangerSoft: '#fdeeef',
    dangerLine: '#f1bbc0',
    ok: '#19713f',
    okSoft: '#e7f5ec',
    okLine: '#a9dabc',
    shadowOpacity: 0.06,
    contextFill: 6,
    contextBorder: 24,
    contextTitleHue: 72,
    contextTitleMix: '#14171d',
  },
  dark: {
    canvas: '#15181d',
    surface: '#1c1f26',
    surface2: '#242830',
    line: '#2d323b',
    line2: '#444b57',
    text: '#e8ebf0',
    text2: '#b1b8c4',
    text3: '#8d96a4',
    edge: '#7c8594',
    accent: '#82a8ff',
    warn: '#ebb057',
    warnMark: '#e0a03c',
    warnSoft: '#33291a',
    warnLine: '#6b5326',
    danger: '#ff868c',
    dangerSoft: '#39212a',
    dangerLine: '#7a3b44',
    ok: '#66c98f',
    okSoft: '#1a3026',
    okLine: '#2f6046',
    shadowOpacity: 0.35,
    contextFill: 9,
    contextBorder: 32,
    contextTitleHue: 60,
    contextTitleMix: '#ffffff',
  },
};

export const hues = ['#5566c9', '#12868c', '#a8691c', '#3f8a45', '#7a55c2', '#b84a78', '#5c6a7c'] as const;

export const fontFamily =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif";

/** Two colours as `#rrggbb`, so many per cent of the first. */
export function mix(first: string, second: string, percent: number): string {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return [1, 3, 5].reduce((mixed, at) => {
    const value = (channel(first, at) * percent + channel(second, at) * (100 - percent)) / 100;
    return mixed + Math.round(value).toString(16).padStart(2, '0');
  }, '#');
}

/** The three colours of a context's area. */
export function areaColours(hue: number, palette: Palette): { fill: string; border: string; title: string } {
  const colour = hues[hue] ?? hues[0];
  return {
    fill: mix(colour, palette.canvas, palette.contextFill),
    border: mix(colour, palette.canvas, palette.contextBorder),
    title: mix(colour, palette.contextTitleMix, palette.contextTitleHue),
  };
}
