/**
 * Runs something once nothing more urgent waits: input, answers of the worker. Gives back what calls it off. Where the
 * browser knows no priorities it comes in its turn.
 */
export function whenFree(run: () => void): () => void {
  if ('scheduler' in globalThis) {
    const controller = new AbortController();
    // Rejects when it is called off, which is no error.
    scheduler.postTask(run, { priority: 'background', signal: controller.signal }).catch((error: unknown) => {
      if (!controller.signal.aborted) reportError(error);
    });
    return () => {
      controller.abort();
    };
  }
  const timer = setTimeout(run);
  return () => {
    clearTimeout(timer);
  };
}
