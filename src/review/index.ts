export type { ReviewDocument } from './define.js';
export { reviewDocument } from './document.js';
export { reviewHtml } from './html.js';
export { reviewMarkdown } from './markdown.js';
