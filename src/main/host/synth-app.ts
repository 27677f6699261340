import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import type { PlannedStack } from '../../codegen/index.js';
import { evaluateStatements, type Environment, type Variables } from './evaluate.js';

/** What the parent asks for: a plan as plain data, with the files that its statements name. */
export interface SynthesisRequest {
  readonly id: number;
  readonly stacks: readonly PlannedStack[];
  readonly files: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly region?: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface SynthesisApp {
  readonly node: { findChild(id: string): unknown };
  synth(): { readonly stacks: readonly { stackName: string; template: unknown }[] };
}

/** The parts of aws-cdk-lib that are used here, as they are in the version the app pins. */
interface Library {
  readonly App: new (props: object) => SynthesisApp;
  readonly Stack: new (scope: unknown, id: string, props: object) => unknown;
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'App' in value && 'Stack' in value;
}

const require = createRequire(process.env['SERVICEFULL_LIBRARY_ROOT'] ?? import.meta.url);
const loaded = new Map<string, unknown>();

function loadModule(name: string): unknown {
  const id = name === 'constructs' ? name : name === '' ? 'aws-cdk-lib' : `aws-cdk-lib/${name}`;
  if (!loaded.has(id)) loaded.set(id, require(id));
  return loaded.get(id);
}

/** A stack of the plan could not be made. */
export class StackError extends Error {
  constructor(
    readonly stackId: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * The app of a plan, made by evaluating its statements in a folder that gets its files. The folder becomes the current
 * one, since functions of Node.js look for a lock file from there.
 */
export function makeApp(request: SynthesisRequest, folder: string): SynthesisApp {
  const inFolder = (path: string): string => {
    const full = resolve(folder, path);
    if (!full.startsWith(folder + sep)) throw new Error(`${path} is outside of the project`);
    return full;
  };
  for (const [path, text] of Object.entries(request.files)) {
    const full = inFolder(path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
  process.chdir(folder);
  const library = loadModule('');
  if (!isLibrary(library)) throw new Error('aws-cdk-lib is not what was expected');
  const environment: Environment = {
    module: loadModule,
    path: inFolder,
    read: (path) => readFileSync(inFolder(path), 'utf8'),
  };
  const app = new library.App({
    outdir: join(folder, 'cdk.out'),
    analyticsReporting: false,
    context: { ...request.context, 'aws:cdk:bundling-stacks': [] },
  });
  const members = new Map<string, ReadonlyMap<string, unknown>>();
  for (const stack of request.stacks) {
    try {
      const props: Record<string, unknown> = {};
      for (const { name, stack: source } of stack.references) props[name] = members.get(source)?.get(name);
      const made = new library.Stack(app, stack.name, {
        ...(stack.description === '' ? {} : { description: stack.description }),
        ...(request.region === undefined ? {} : { env: { region: request.region } }),
        ...(Object.keys(request.tags).length === 0 ? {} : { tags: request.tags }),
      });
      const variables: Variables = new Map([
        ['this', made],
        ['props', props],
      ]);
      members.set(stack.id, evaluateStatements(stack.statements, variables, environment));
    } catch (error) {
      throw new StackError(stack.id, error);
    }
  }
  return app;
}
