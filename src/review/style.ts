import { declarations, fontFamily, palettes } from '../pictures/theme.js';

/** The style sheet of the page: the system's theme decides the colours, and paper is light. */
export const reviewStyle = `
:root{color-scheme:light dark;${declarations(palettes.light)}}
@media screen and (prefers-color-scheme:dark){:root{${declarations(palettes.dark)}}}
*{box-sizing:border-box}
body{max-width:1120px;margin:0 auto;padding:32px 24px 64px;background:var(--surface);color:var(--text);font:14px/22px ${fontFamily};overflow-wrap:anywhere}
h1{margin:0 0 4px;font-size:26px;line-height:34px}
h2{margin:48px 0 12px;padding-bottom:8px;border-bottom:1px solid var(--line);font-size:19px;line-height:28px}
h3{margin:28px 0 8px;font-size:15px;line-height:22px}
p{margin:0 0 12px;white-space:pre-wrap}
header p,.hint{color:var(--text-2)}
.hint{font-size:12px;line-height:18px}
a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;margin:16px 0 0;padding:0;list-style:none}
main ul{margin:0 0 12px;padding-left:20px}
main li{margin:2px 0;white-space:pre-wrap}
figure{margin:0 0 8px;padding:8px;border:1px solid var(--line);border-radius:10px;background:var(--canvas)}
figure svg{display:block;width:100%;height:auto;max-height:80vh}
.table{overflow-x:auto}
table{width:100%;margin:0 0 12px;border-collapse:collapse;font-size:13px;line-height:20px}
th,td{min-width:72px;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;white-space:pre-wrap}
th{color:var(--text-2);font-weight:600}
td:last-child,th:last-child{padding-right:0}
.number{text-align:right;font-variant-numeric:tabular-nums}
code{font:12px/18px ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK JP',monospace}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@page{size:A4;margin:16mm 14mm}
@media print{body{max-width:none;padding:0;font-size:10pt;line-height:15pt}nav{display:none}h2,h3{break-after:avoid}tr,figure,li{break-inside:avoid}thead{display:table-header-group}.table{overflow:visible}table{font-size:9pt;line-height:13pt}figure svg{max-height:230mm}a{color:inherit;text-decoration:none}}
`;
