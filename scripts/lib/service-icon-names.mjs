// The AWS icons that services name, for both builds: the renderer loads their files, the command line holds their texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const iconName = /\bicon:\s*'((?:architecture-service|resource)\/[A-Za-z0-9-]+)'/g;

/** The AWS icons that the services of a folder name, each once, in code unit order. */
export function iconsNamedIn(folder) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(iconName)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}

/** `virtual:service-icon-texts`: icon name -> the SVG exactly as AWS publishes it. */
export const iconTextsId = 'virtual:service-icon-texts';

/** The source of that module. */
export function iconTextsModule(folder) {
  const text = (name) => readFileSync(join(root, 'node_modules/aws-icons/icons', `${name}.svg`), 'utf8');
  const texts = Object.fromEntries(iconsNamedIn(folder).map((name) => [name, text(name)]));
  return `export const serviceIconTexts = ${JSON.stringify(texts)};`;
}
