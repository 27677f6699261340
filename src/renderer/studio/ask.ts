import type { Dialog } from './dialogs.js';
import { studio } from './studio.js';

/**
 * Puts a question on screen, and what was there before back again once it is answered. Whoever waits for it always gets
 * an answer: where another dialog takes its place, such as that of a dropped file that is no design, it is `left`.
 */
export function ask<Answer>(question: (answer: (choice: Answer) => void) => Dialog, left: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const { dialog: replaced } = studio.getState();
    // Another question is left by now: nobody waits for it any more.
    const before = replaced !== undefined && 'answer' in replaced ? undefined : replaced;
    const answer = (choice: Answer): void => {
      stop();
      if (studio.getState().dialog === dialog) studio.setState({ dialog: before });
      resolve(choice);
    };
    const dialog = question(answer);
    const stop = studio.subscribe((state) => {
      if (state.dialog !== dialog) answer(left);
    });
    studio.setState({ dialog });
  });
}
