import type { Plugin } from 'vite';
import { iconsNamedIn, iconTextsId, iconTextsModule } from './lib/service-icon-names.mjs';

export { iconsNamedIn };

const moduleId = 'virtual:service-icons';

/** The source of `virtual:service-icons`: icon name -> URL of the SVG exactly as AWS publishes it. */
function iconUrlsModule(folder: string): string {
  const names = iconsNamedIn(folder);
  return [
    ...names.map((name, at) => `import icon${at} from 'aws-icons/icons/${name}.svg?url&no-inline';`),
    `export const serviceIcons = {`,
    ...names.map((name, at) => `  '${name}': icon${at},`),
    `};`,
  ].join('\n');
}

const modules: Readonly<Record<string, (folder: string) => string>> = {
  [moduleId]: iconUrlsModule,
  [iconTextsId]: iconTextsModule,
};

/** The icons as modules. A service names its icon in its own file, and nothing else has to know. */
export function serviceIcons(folder: string): Plugin {
  return {
    name: 'service-icons',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)]?.(folder) : undefined),
    hotUpdate({ file }) {
      if (!file.startsWith(folder)) return undefined;
      for (const id of Object.keys(modules)) {
        const module = this.environment.moduleGraph.getModuleById(`\0${id}`);
        if (module !== undefined) this.environment.moduleGraph.invalidateModule(module);
      }
      return undefined;
    },
  };
}
