import { declarations, fontFamily, palettes } from './theme.js';

/** The style sheet of the page: the system's theme decides the colours. */
export const pageStyle = `
:root{color-scheme:light dark;${declarations(palettes.light)}}
@media(prefers-color-scheme:dark){:root{${declarations(palettes.dark)}}}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:var(--canvas);color:var(--text);font:13px/20px ${fontFamily}}
header{display:flex;align-items:center;gap:12px;min-height:44px;padding:8px 16px;border-bottom:1px solid var(--line);background:var(--surface)}
h1{flex:1;min-width:0;margin:0;overflow:hidden;font-size:15px;font-weight:600;text-overflow:ellipsis;white-space:nowrap}
h2{margin:0;font-size:14px;line-height:20px;overflow-wrap:anywhere}
h3{margin:16px 0 4px;font-size:12px;line-height:16px;color:var(--text-2)}
main{position:relative;display:flex;flex:1;min-height:0}
button,input{height:28px;padding:0 10px;border:1px solid var(--line-2);border-radius:6px;background:var(--surface);color:inherit;font:inherit}
button.icon{width:28px;padding:0}
input{width:220px;min-width:80px}
input::placeholder{color:var(--text-3);opacity:1}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
#drawing{flex:1;min-width:0;overflow:hidden;cursor:grab;touch-action:none}
#drawing:active{cursor:grabbing}
#drawing>svg{display:block;width:100%;height:100%;user-select:none}
[data-node]{cursor:pointer}
[data-node]:focus{outline:none}
[data-node]:focus>rect:nth-of-type(2),[data-node][data-chosen]>rect:nth-of-type(2){stroke:var(--accent);stroke-width:2}
[data-missed]{opacity:.35}
#details{flex:none;width:300px;padding:16px;overflow:auto;border-left:1px solid var(--line);background:var(--surface)}
#details[hidden]{display:none}
.top{display:flex;align-items:flex-start;gap:8px}
.top>div{flex:1;min-width:0}
.secondary{color:var(--text-2)}
#details p{margin:8px 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
dl{display:grid;gap:8px;margin:0}
dt{color:var(--text-3);font-size:12px;line-height:16px}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
ul{display:grid;gap:4px;margin:0;padding:0;list-style:none}
li button{width:100%;height:auto;min-height:28px;padding:4px 8px;text-align:left;overflow-wrap:anywhere}
footer{padding:4px 16px;border-top:1px solid var(--line);background:var(--surface);color:var(--text-3);font-size:11px;line-height:16px}
@media(max-width:700px){#details{position:absolute;right:0;top:0;bottom:0;max-width:100%}}
@media print{header,#details,footer{display:none}#drawing{overflow:visible}}
`;
