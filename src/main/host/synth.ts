import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plan, Project } from '../../codegen/index.js';
import { projectFiles } from '../../codegen/project-files.js';
import { isError, problem, type Problem } from '../../model/problems.js';
import type { SynthesisRequest } from './synth-app.js';
import type { SynthesisAnswer } from './synth-child.js';

export type SynthesisResult =
  { readonly templates: Readonly<Record<string, unknown>> } | { readonly problems: readonly Problem[] };

export interface Synthesiser {
  /** The CloudFormation templates of a project: stack name -> template. Never throws on what a design can cause. */
  synthesise(project: Project): Promise<SynthesisResult>;
  /** Ends the child process. */
  dispose(): void;
}

export interface SynthesiserOptions {
  /** A file in whose node_modules aws-cdk-lib is looked up; by default beside this one. */
  readonly libraryRoot?: string;
  /** Runs the library's own checks of the templates as well; slower by about two seconds the first time. */
  readonly validate?: boolean;
  readonly timeoutSeconds?: number;
}

const sourceFile = fileURLToPath(new URL('./synth-child.ts', import.meta.url));
const builtFile = fileURLToPath(new URL('./synth-child.js', import.meta.url));

/**
 * Synthesises in a child process that stays for the next time: the library is large (seconds to load), and whatever it
 * does to the process does not reach the app.
 */
export function createSynthesiser(options: SynthesiserOptions = {}): Synthesiser {
  const { timeoutSeconds = 60 } = options;
  let child: ChildProcess | undefined;
  let lastId = 0;
  const waiting = new Map<number, (answer: SynthesisAnswer) => void>();

  function failAll(message: string): void {
    for (const [id, answer] of waiting) answer({ id, failure: { message } });
    waiting.clear();
  }

  function start(): ChildProcess {
    if (child?.connected === true) return child;
    const isBuilt = existsSync(builtFile);
    const started = fork(isBuilt ? builtFile : sourceFile, {
      // Electron's binary acts as Node; an app's other arguments and inspector settings are not passed on.
      execArgv: isBuilt ? [] : ['--import', 'tsx'],
      env: {
        ...process.env,
        ELECTRON_RUN_AS_NODE: '1',
        JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
        NO_COLOR: '1',
        ...(options.validate === true ? {} : { CDK_VALIDATION: 'false' }),
        ...(options.libraryRoot === undefined ? {} : { SERVICEFULL_LIBRARY_ROOT: options.libraryRoot }),
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', (answer: SynthesisAnswer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
      // An idle child keeps no process alive.
      if (waiting.size === 0) {
        started.unref();
        started.channel?.unref();
      }
    });
    started.on('error', (error) => {
      failAll(error.message);
    });
    started.on('exit', (code) => {
      if (child === started) child = undefined;
      failAll(`the process ended with code ${String(code)}`);
    });
    child = started;
    return started;
  }

  function ask(project: Project, plan: Plan): Promise<SynthesisAnswer> {
    const id = ++lastId;
    const request = synthesisRequest(id, project, plan);
    return new Promise((resolve) => {
      const process = start();
      process.ref();
      process.channel?.ref();
      const timer = setTimeout(() => {
        process.kill('SIGKILL');
      }, timeoutSeconds * 1000);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      process.send(request, (error) => {
        if (error === null) return;
        waiting.delete(id);
        clearTimeout(timer);
        resolve({ id, failure: { message: error.message } });
      });
    });
  }

  return {
    async synthesise(project) {
      const { plan, problems } = project;
      if (plan === undefined) return { problems: problems.filter(isError) };
      const answer = await ask(project, plan);
      if ('templates' in answer) return { templates: answer.templates };
      const { message, stack } = answer.failure;
      return { problems: [problem('synthesis-failed', { stack: stack ?? plan.id, detail: message })] };
    },
    dispose() {
      child?.kill();
      child = undefined;
    },
  };
}

/** What a child needs to make the app of a project: its plan, with the files that are read on the way. */
export function synthesisRequest(id: number, { files }: Project, plan: Plan): SynthesisRequest {
  const used = [...plan.assets.keys(), ...[...plan.handlers.values()].map(({ path }) => path), 'package-lock.json'];
  return {
    id,
    stacks: plan.stacks,
    files: Object.fromEntries(used.map((path) => [path, files.get(path) ?? ''])),
    context: contextOfProject,
    tags: plan.tags,
    ...(plan.region === undefined ? {} : { region: plan.region }),
  };
}

const { context: contextOfProject } = JSON.parse(projectFiles['cdk.json']) as {
  readonly context: Readonly<Record<string, unknown>>;
};
