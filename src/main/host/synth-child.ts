import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp, StackError, type SynthesisRequest } from './synth-app.js';

export type SynthesisAnswer =
  | { readonly id: number; readonly templates: Readonly<Record<string, unknown>> }
  | { readonly id: number; readonly failure: { readonly stack?: string; readonly message: string } };

function synthesise(request: SynthesisRequest): SynthesisAnswer {
  const { id } = request;
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-synth-'));
  const home = process.cwd();
  try {
    const { stacks } = makeApp(request, folder).synth();
    return { id, templates: Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template])) };
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).replaceAll(folder, '.');
    return { id, failure: { message, ...(error instanceof StackError ? { stack: error.stackId } : {}) } };
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  }
}

// The parent is our own: what it sends has the type that synth.ts gives it.
process.on('message', (request: SynthesisRequest) => {
  process.send?.(synthesise(request));
});
process.on('disconnect', () => process.exit(0));
