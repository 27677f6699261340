import { toast } from './studio.js';

/** Shows a bug or a broken host as a message: the border where promises of the interface end. */
export function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    reportError(error);
    toast(
      { en: 'That did not work: {detail}', ja: '操作を完了できませんでした: {detail}' },
      { facts: { detail: error instanceof Error ? error.message : String(error) }, tone: 'danger' },
    );
  });
}
