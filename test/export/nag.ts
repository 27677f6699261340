import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Project } from '../../src/codegen/index.js';
import { synthesisRequest } from '../../src/main/host/synth.js';
import type { NagRequest } from './nag-child.js';

type Answer = { readonly id: number; readonly findings: readonly string[] } | { readonly id: number; failure: string };

export interface NagCheck {
  /** What cdk-nag says of a project: `AwsSolutions-SQS3 Shop/Orders/Resource`. */
  findingsOf(project: Project): Promise<readonly string[]>;
  dispose(): void;
}

/** The packs AwsSolutions and Serverless of cdk-nag, in a child process that evaluates the plan as synthesis does. */
export function createNagCheck(): NagCheck {
  const child = fork(fileURLToPath(new URL('./nag-child.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
      NO_COLOR: '1',
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  child.on('exit', (code) => {
    for (const [id, give] of waiting) give({ id, failure: `the process ended with code ${String(code)}` });
  });
  let last = 0;
  return {
    async findingsOf(project) {
      const { plan } = project;
      if (plan === undefined) throw new Error('a project without a plan');
      const id = ++last;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        const accepted = Object.fromEntries(plan.stacks.map(({ name, findings }) => [name, findings]));
        child.send({ ...synthesisRequest(id, project, plan), accepted } satisfies NagRequest);
      });
      waiting.delete(id);
      if ('failure' in answer) throw new Error(answer.failure);
      return answer.findings;
    },
    dispose: () => child.kill(),
  };
}
