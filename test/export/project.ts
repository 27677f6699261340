import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import '../../src/catalog/further.js';
import type { Project } from '../../src/codegen/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import type { Design } from '../../src/model/design.js';
import { invariant } from '../../src/model/invariant.js';
import type { Language } from '../../src/model/localized.js';
import { parseDesign } from '../../src/model/parse.js';
import { scaled } from '../helpers/scale.js';
import { isError, translateProblem } from './problem-text.js';
import { resolveSystem } from '../../src/system/resolve.js';

/** Whether everything runs (`npm run test:full`), or what `npm test` has time for. */
export const isFull = scaled(1) >= 20;

export const root = fileURLToPath(new URL('../..', import.meta.url));
const goldenFolder = join(root, 'test/golden');
const templatesFolder = join(root, 'templates/designs');

/** One idea each, with the exported files beside them. */
export const goldenCases = readdirSync(goldenFolder).sort();

/** Name -> file of every design that must export: golden cases and templates. */
export const designFiles: ReadonlyMap<string, string> = new Map([
  ...goldenCases.map((name) => [name, join(goldenFolder, name, 'design.yaml')] as const),
  ...(existsSync(templatesFolder) ? readdirSync(templatesFolder) : [])
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [`templates/${name}`, join(templatesFolder, name)] as const),
]);

export function readDesign(file: string): Design {
  const { design, problems } = parseDesign(readFileSync(file, 'utf8'));
  invariant(design !== undefined, problems.map(translateProblem).join('\n'));
  return design;
}

/** The project of a design that is expected to have no errors. */
export function exportDesign(design: Design, language: Language = 'en'): Project {
  const project = generateProject(resolveSystem(design), { language });
  invariant(!project.problems.some(isError), project.problems.map(translateProblem).join('\n'));
  return project;
}

export function writeProject(folder: string, { files }: Project): void {
  for (const [path, text] of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

/** Calls with a folder that is gone afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-export-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The node_modules that `npm ci` makes of the exported project's lock file: installed once per lock file, and linked
 * into each project, since all of them have the same dependencies.
 */
export function installedModules(): string {
  const source = join(root, 'templates/project');
  const lock = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
  const folder = join(root, 'node_modules/.cache/exported-project', lock);
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  const temporary = `${folder}.${String(process.pid)}`;
  mkdirSync(temporary, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(source, name), join(temporary, name));
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: temporary,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
  try {
    renameSync(temporary, folder);
  } catch {
    // Another test file was faster.
    rmSync(temporary, { recursive: true, force: true });
  }
  return modules;
}

export function linkModules(folder: string): void {
  symlinkSync(installedModules(), join(folder, 'node_modules'), 'junction');
}

const execute = promisify(execFile);

/** Runs a command in a folder; what it printed is in the error if it fails. */
export async function run(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await execute(command, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}
