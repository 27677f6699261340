import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The table of ARCHITECTURE.md: a folder of src may import itself and what is listed; `import type` counts too. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sdk: [],
  'ts-ast': [],
  host: [],
  cfn: ['model', 'sdk'],
  asl: ['model', 'sdk'],
  events: ['model'],
  layout: ['model'],
  catalog: ['model', 'asl', 'cfn', 'events', 'sdk', 'ts-ast'],
  system: ['model', 'asl', 'cfn', 'events', 'sdk', 'catalog'],
  handlers: ['model', 'sdk'],
  importers: ['model', 'asl', 'cfn', 'events', 'sdk', 'catalog', 'handlers'],
  advisor: ['model', 'handlers', 'asl', 'events', 'sdk', 'catalog', 'system'],
  pictures: ['model', 'asl', 'sdk', 'catalog', 'system', 'layout'],
  codegen: ['model', 'asl', 'events', 'sdk', 'catalog', 'system', 'ts-ast', 'layout', 'pictures'],
  review: ['model', 'asl', 'sdk', 'catalog', 'system', 'advisor', 'pictures'],
  editor: ['model', 'asl', 'events', 'sdk', 'catalog', 'system', 'advisor', 'layout'],
  renderer: [
    'model',
    'asl',
    'cfn',
    'events',
    'sdk',
    'ts-ast',
    'host',
    'layout',
    'catalog',
    'system',
    'advisor',
    'codegen',
    'pictures',
    'review',
    'editor',
    'handlers',
    'importers',
  ],
  main: ['host', 'model'],
  cli: [
    ...[
      'model',
      'asl',
      'cfn',
      'events',
      'sdk',
      'ts-ast',
      'host',
      'layout',
      'catalog',
      'system',
      'advisor',
      'codegen',
      'pictures',
      'review',
      'editor',
      'handlers',
      'importers',
    ],
    ...['main/app-root.ts', 'main/open-in-browser.ts', 'main/host', 'main/server'],
  ],
};

/** Files that may import more than their folder: synthesis evaluates the plan. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'main/host/synth.ts': ['codegen'],
  'main/host/synth-app.ts': ['codegen'],
  'main/host/evaluate.ts': ['ts-ast'],
};

/** Packages that only some folders may import. */
const packages: readonly { readonly name: RegExp; readonly only: readonly string[] }[] = [
  { name: /^node:/, only: ['main', 'cli'] },
  { name: /^electron$/, only: ['main/electron'] },
  { name: /^@aws-cdk\//, only: ['main', 'cli'] },
  { name: /^aws-cdk-lib|^constructs$/, only: ['main'] },
  { name: /^react(-dom)?(\/|$)|^@xyflow\/react/, only: ['renderer'] },
];

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
/** By the compiler's own scanner, so that an import inside a text is none. */
const importsOf = (source: string): readonly string[] =>
  ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);

function isAllowed(file: string, target: string): boolean {
  const [folder = ''] = file.split('/');
  if (isUnder(target, folder)) return true;
  return [...(mayImport[folder] ?? []), ...(exceptions[file.replace('.test.ts', '.ts')] ?? [])].some((allowed) =>
    isUnder(target, allowed),
  );
}

function isAllowedPackage(file: string, name: string): boolean {
  const isTest = /\.test\.tsx?$/.test(file);
  const rule = packages.find((one) => one.name.test(name) || (one.name.test('node:') && builtinModules.includes(name)));
  return (
    rule === undefined || (isTest && rule.name.test('node:fs')) || rule.only.some((folder) => isUnder(file, folder))
  );
}

/** Every import below a folder that the table does not allow, as `"from -> specifier"`. */
function wrongImports(root: string): readonly string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return importsOf(source)
      .filter((specifier) => {
        if (!specifier.startsWith('.')) return !isAllowedPackage(file, specifier);
        const target = posix.join(dirname(file), specifier).replace(/\.js$/, '.ts');
        // Outside src: package.json, templates and the helpers of tests.
        return !target.startsWith('..') && !isAllowed(file, target);
      })
      .map((specifier) => `"${file} -> ${specifier}"`);
  });
}

test('every folder imports only what the table allows', () => {
  expect(wrongImports('src')).toEqual([]);
});

test('every folder of src is in the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in mayImport))).toEqual([]);
});

test.each([
  ['catalog/connections.ts', `import { x } from '../renderer/x.js';`],
  ['model/a.ts', `import type {\n  A,\n  B,\n} from '../system/b.js';`],
  ['editor/a.ts', `const load = () => import('../codegen/plan.js');`],
  ['cli/a.ts', `export { open } from '../main/electron/windows.js';`],
  ['advisor/a.ts', `import { readFileSync } from 'node:fs';`],
  ['layout/a.ts', `import 'path';`],
  ['editor/b.ts', `import { useState } from 'react';`],
  ['main/host/files.ts', `import { plan } from '../../codegen/plan.js';`],
  ['main/server/a.ts', `import { app } from 'electron';`],
])('a wrong import planted in %s is found and named', (file, source) => {
  const root = mkdtempSync(join(tmpdir(), 'servicefull-architecture-'));
  try {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), `// A file like any other.\n${source}\n`);
    const specifier = /['"]([^'"]+)['"]/.exec(source)?.[1];
    expect(wrongImports(root)).toEqual([`"${relative('.', file)} -> ${specifier ?? ''}"`]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
