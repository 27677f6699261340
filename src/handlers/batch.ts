import { analyseHandler, type HandlerAnalysis, type HandlerInput } from './analyse.js';

export interface BatchOptions {
  /** Called after each handler with how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked before each handler; an AbortSignal will do. */
  readonly signal?: { readonly aborted: boolean };
}

/** Reads handlers one after another and lets others run in between; a cancelled batch gives what it has. */
export async function analyseHandlers(
  inputs: ReadonlyMap<string, HandlerInput>,
  { onProgress, signal }: BatchOptions = {},
): Promise<ReadonlyMap<string, HandlerAnalysis>> {
  const results = new Map<string, HandlerAnalysis>();
  for (const [id, input] of inputs) {
    if (signal?.aborted === true) break;
    results.set(id, analyseHandler(input));
    onProgress?.(results.size, inputs.size);
    await Promise.resolve();
  }
  return results;
}
