// What runs on Node: Electron's main process (ESM) and preload (CommonJS, as its sandbox wants), and the command line.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIfNewer, root } from './lib/run.mjs';
import { iconTextsId, iconTextsModule } from './lib/service-icon-names.mjs';

// Read their own data files from beside their modules, so they cannot be bundled.
const external = ['electron', 'aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '@aws-cdk/cloudformation-diff'];

const esm = {
  format: 'esm',
  // Bundled CommonJS packages ask for Node's modules with require().
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; globalThis.require ??= createRequireOf(import.meta.url);",
  },
};

// The child that synthesises stands beside the bundle that starts it.
const bundles = [
  { from: 'src/main/electron/entry.ts', to: 'dist/main/main.js', ...esm },
  { from: 'src/main/electron/preload.ts', to: 'dist/main/preload.cjs', format: 'cjs' },
  { from: 'src/main/host/synth-child.ts', to: 'dist/cli/synth-child.js', ...esm },
  { from: 'src/cli/servicefull.ts', to: 'dist/cli/servicefull.js', ...esm },
].filter(({ from }) => existsSync(join(root, from)));

/** The command line draws pictures wherever it is installed: it holds the icons itself. */
const iconTexts = {
  name: 'service-icon-texts',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${iconTextsId}$`) }, ({ path }) => ({ path, namespace: 'icon-texts' }));
    build.onLoad({ filter: /./, namespace: 'icon-texts' }, () => ({
      contents: iconTextsModule(join(root, 'src/catalog/services')),
    }));
  },
};

/** Written beside its place and renamed: another process may be starting from the old one. */
function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

async function bundleAll() {
  const esbuild = await import('esbuild');
  await Promise.all(
    bundles.map(async ({ from, to, format, banner = {} }) => {
      const { outputFiles } = await esbuild.build({
        absWorkingDir: root,
        entryPoints: [from],
        outfile: to,
        bundle: true,
        platform: 'node',
        target: 'node20',
        format,
        banner,
        external,
        plugins: [iconTexts],
        legalComments: 'none',
        // What went wrong is in the error.
        logLevel: 'silent',
        write: false,
      });
      for (const { path, contents } of outputFiles) replaceFile(path, contents);
    }),
  );
}

const sources = [
  'src',
  'scripts/build-main.mjs',
  'scripts/lib/service-icon-names.mjs',
  'package.json',
  'package-lock.json',
];

/** Builds the bundles that run on Node, unless they are as new as their sources. */
export const buildMain = ({ force = false } = {}) =>
  buildIfNewer({ name: 'main', outputs: bundles.map(({ to }) => to), sources, build: bundleAll, force });
