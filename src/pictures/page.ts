import { translate, type Localized } from '../model/localized.js';
import type { System } from '../system/system.js';
import type { PictureIcons, PictureScene } from './define.js';
import { embeddedInHtml } from './embedded.js';
import { nodeDetails } from './page-details.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import { pictureSvg } from './svg.js';
import { texts } from './texts.js';
import { xmlAttribute, xmlText } from './xml.js';

export interface PageOptions {
  readonly icons: PictureIcons;
  /** Text of the design, so that the page can be opened again in the app. */
  readonly design?: string | undefined;
}

const words = {
  search: { en: 'Search nodes', ja: 'ノードを検索' },
  zoomIn: { en: 'Zoom in', ja: '拡大' },
  zoomOut: { en: 'Zoom out', ja: '縮小' },
  fit: { en: 'Zoom to fit', ja: '全体を表示' },
  drawing: { en: 'Drawing', ja: '図' },
  details: { en: 'Details', ja: '詳細' },
  close: { en: 'Close', ja: '閉じる' },
  settings: { en: 'Settings', ja: '設定' },
  connections: { en: 'Connections', ja: '接続' },
} as const satisfies Record<string, Localized>;

/** JSON inside of a page: no text of a design can end the element around it. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A policy that lets this script run and nothing else, and loads nothing. */
async function policy(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pageScript));
  const bytes = Array.from(new Uint8Array(hash), (byte) => String.fromCharCode(byte)).join('');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${btoa(bytes)}'; base-uri 'none'; form-action 'none'`;
}

/** A page that stands by itself: the drawing with pan, zoom, search and details of each node, in either theme. */
export async function picturePage(
  system: System,
  scene: PictureScene,
  { icons, design }: PageOptions,
): Promise<string> {
  const say = (text: Localized): string => xmlAttribute(translate(text, scene.language));
  const button = (id: string, sign: string, label: Localized): string =>
    `<button type="button" class="icon" id="${id}" aria-label="${say(label)}" title="${say(label)}">${sign}</button>`;
  const shown = {
    close: translate(words.close, scene.language),
    settings: translate(words.settings, scene.language),
    connections: translate(words.connections, scene.language),
  };
  const svg = pictureSvg(scene, { icons, background: 'transparent', isInPage: true });
  return `<!doctype html>
<html lang="${scene.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${xmlAttribute(await policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Servicefull Studio">
<title>${xmlText(scene.name)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${xmlText(scene.name)}</h1>
<span id="found" class="secondary" role="status"></span>
<input id="search" type="search" aria-label="${say(words.search)}" placeholder="${say(words.search)}">
${button('zoom-out', '−', words.zoomOut)}
${button('zoom-in', '+', words.zoomIn)}
<button type="button" id="fit">${say(words.fit)}</button>
</header>
<main>
<div id="drawing" role="region" aria-label="${say(words.drawing)}">
${svg}</div>
<aside id="details" aria-label="${say(words.details)}" tabindex="-1" hidden></aside>
</main>
<footer>${say(texts.icons)}</footer>
<script type="application/json" id="nodes">${json(nodeDetails(system, scene))}</script>
<script type="application/json" id="words">${json(shown)}</script>
${design === undefined ? '' : embeddedInHtml(design)}
<script>${pageScript}</script>
</body>
</html>
`;
}
