import type { PictureTheme } from './define.js';

/** The three colours of a context's area. */
interface AreaColours {
  readonly fill: string;
  readonly border: string;
  readonly title: string;
}

const colourNames = [
  ...([
    'canvas',
    'surface',
    'surface2',
    'line',
    'line2',
    'text',
    'text2',
    'text3',
    'edge',
    'accent',
    'accentSoft',
  ] as const),
  ...([
    'warn',
    'warnMark',
    'warnSoft',
    'warnLine',
    'danger',
    'dangerSoft',
    'dangerLine',
    'ok',
    'okSoft',
    'okLine',
  ] as const),
  // Of the black under a card: an opacity.
  'shadow',
] as const;
type Colours = Readonly<Record<(typeof colourNames)[number], string>>;

/** The colours of the canvas, since a picture leaves its style sheet behind. */
export interface Palette extends Colours {
  /** By hue. */
  readonly areas: readonly AreaColours[];
}

export const hues = ['#5566c9', '#12868c', '#a8691c', '#3f8a45', '#7a55c2', '#b84a78', '#5c6a7c'] as const;

/** Shares of a context's hue, in per cent, and what its title is mixed with. */
interface AreaShares {
  readonly fill: number;
  readonly border: number;
  readonly title: number;
  readonly titleMix: string;
}

/** Two colours as `#rrggbb`, so many per cent of the first. */
export function mix(first: string, second: string, percent: number): string {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return [1, 3, 5].reduce((mixed, at) => {
    const value = (channel(first, at) * percent + channel(second, at) * (100 - percent)) / 100;
    return mixed + Math.round(value).toString(16).padStart(2, '0');
  }, '#');
}

const areaColours = (canvas: string, shares: AreaShares): readonly AreaColours[] =>
  hues.map((hue) => ({
    fill: mix(hue, canvas, shares.fill),
    border: mix(hue, canvas, shares.border),
    title: mix(hue, shares.titleMix, shares.title),
  }));

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
    accentSoft: '#ecf1fe',
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
    shadow: '0.06',
    areas: areaColours('#f7f8fa', { fill: 6, border: 24, title: 72, titleMix: '#14171d' }),
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
    accentSoft: '#1f2b47',
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
    shadow: '0.35',
    areas: areaColours('#15181d', { fill: 9, border: 32, title: 60, titleMix: '#ffffff' }),
  },
};

export const fontFamily =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif";

const variableOf = (name: string): string => `--${name.replace(/[A-Z0-9]/g, (sign) => `-${sign.toLowerCase()}`)}`;
const areaVariable = (hue: number, part: keyof AreaColours): string => `--area-${String(hue)}-${part}`;
const areaParts = ['fill', 'border', 'title'] as const;

/** A palette as declarations of variables, for the style sheet of a page. */
export function declarations(palette: Palette): string {
  const colours = colourNames.map((name) => `${variableOf(name)}:${palette[name]};`);
  const areas = palette.areas.flatMap((area, hue) =>
    areaParts.map((part) => `${areaVariable(hue, part)}:${area[part]};`),
  );
  return [...colours, ...areas].join('');
}

/** The palette whose colours are those variables: one drawing serves both themes. */
export const variablePalette: Palette = {
  // fromEntries forgets the names.
  ...(Object.fromEntries(colourNames.map((name) => [name, `var(${variableOf(name)})`])) as Colours),
  areas: hues.map((_, hue) => ({
    fill: `var(${areaVariable(hue, 'fill')})`,
    border: `var(${areaVariable(hue, 'border')})`,
    title: `var(${areaVariable(hue, 'title')})`,
  })),
};
