import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const moduleId = 'virtual:service-icons';
const resolvedId = `\0${moduleId}`;
const iconName = /\bicon:\s*'((?:architecture-service|resource)\/[A-Za-z0-9-]+)'/g;

/** The AWS icons that the services of a folder name, each once, in code unit order. */
export function iconsNamedIn(folder: string): readonly string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(iconName)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}

/**
 * `virtual:service-icons`: icon name -> URL of the SVG exactly as AWS publishes it. A service names its icon in its own
 * file, and nothing else has to know.
 */
export function serviceIcons(folder: string): Plugin {
  return {
    name: 'service-icons',
    resolveId: (id) => (id === moduleId ? resolvedId : undefined),
    load(id) {
      if (id !== resolvedId) return undefined;
      const names = iconsNamedIn(folder);
      return [
        ...names.map((name, at) => `import icon${at} from 'aws-icons/icons/${name}.svg?url&no-inline';`),
        `export const serviceIcons = {`,
        ...names.map((name, at) => `  '${name}': icon${at},`),
        `};`,
      ].join('\n');
    },
    hotUpdate({ file }) {
      if (!file.startsWith(folder)) return undefined;
      const module = this.environment.moduleGraph.getModuleById(resolvedId);
      if (module !== undefined) this.environment.moduleGraph.invalidateModule(module);
      return undefined;
    },
  };
}
