import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Files } from '../../src/codegen/index.js';
import { installedModules, root } from './project.js';

/**
 * Finds what TypeScript says against exported projects, each as one line with its project and file. All of them are one
 * program that nobody writes to disk, so that the library is read once.
 */
export function createTypeCheck(): { errorsOf(projects: ReadonlyMap<string, Files>): string[] } {
  const folder = join(dirname(installedModules()), 'virtual');
  const { config } = ts.readConfigFile(join(root, 'templates/project/tsconfig.json'), (path) =>
    readFileSync(path, 'utf8'),
  ) as { readonly config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const libraries = new Map<string, ts.SourceFile | undefined>();

  return {
    errorsOf(projects) {
      const names = new Map<string, string>();
      const texts = new Map<string, string>();
      const folders = new Set<string>();
      [...projects].forEach(([name, files], index) => {
        for (const [path, text] of files) {
          const full = join(folder, String(index), path);
          texts.set(full, text);
          names.set(full, `${name}: ${path}`);
          for (let at = dirname(full); at !== dirname(folder); at = dirname(at)) folders.add(at);
        }
      });
      const host = ts.createCompilerHost(options);
      const real = { ...host };
      host.getCurrentDirectory = () => folder;
      host.fileExists = (path) => texts.has(path) || real.fileExists(path);
      host.readFile = (path) => texts.get(path) ?? real.readFile(path);
      host.directoryExists = (path) => folders.has(path) || (real.directoryExists?.(path) ?? false);
      host.getSourceFile = (path, languageVersion, onError) => {
        const text = texts.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, languageVersion);
        if (!libraries.has(path)) libraries.set(path, real.getSourceFile(path, languageVersion, onError));
        return libraries.get(path);
      };
      const rootNames = [...texts.keys()].filter((path) => path.endsWith('.ts'));
      const program = ts.createProgram({ rootNames, options, host });
      return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
        const text = ts.flattenDiagnosticMessageText(messageText, ' ');
        if (file === undefined) return text;
        const line = file.getLineAndCharacterOfPosition(start).line + 1;
        return `${names.get(file.fileName) ?? file.fileName}:${String(line)} ${text}`;
      });
    },
  };
}
