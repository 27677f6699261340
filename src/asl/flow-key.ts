import type { Path } from './document.js';

/** A path as one text: a JSON pointer, one to one. */
export type FlowKey = string;

export const flowKey = (path: Path): FlowKey =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The path that a key was made of. */
export const pathOfKey = (key: FlowKey): Path =>
  key
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
