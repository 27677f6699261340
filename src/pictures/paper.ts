import { xmlText } from './xml.js';

/** A page that is as large as a drawing, for a browser that makes a PDF or a PNG of it. */

/** No PDF has a longer side: 200 inches. */
const longestSide = 19_200;

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a sheet for a drawing, in CSS pixels: as large as it, as far as paper goes. */
export function paperFor({ width, height }: PaperSize): PaperSize {
  const scale = Math.min(1, longestSide / Math.max(width, height, 1));
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

/** HTML with nothing but the drawing: what is around it is transparent. */
export function paperPage(svg: string, size: PaperSize, title: string, language: string): string {
  const { width, height } = size;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${xmlText(title)}</title>
<style>
@page{size:${String(width)}px ${String(height)}px;margin:0}
html,body{margin:0;background:transparent}
svg:not(svg svg){display:block;width:${String(width)}px;height:${String(height)}px}
</style>
</head>
<body>${svg}</body>
</html>
`;
}
