import { autoLayout } from '../../editor/commands/auto-layout.js';
import { studio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { layoutMilliseconds } from './motion.js';

let running: AbortController | undefined;

/** Lays the design out anew, as one step; the cards travel to their places. Escape gives it up while it is being computed. */
export async function tidy(): Promise<void> {
  const { editor, system } = studio.getState();
  running?.abort();
  const own = new AbortController();
  running = own;
  const result = await untilEscape(own, async () => {
    const { layoutDesign } = await import('../../layout/layout.js');
    return layoutDesign(system.design, system.connections.values(), own.signal);
  });
  // Another design has come on screen meanwhile: it keeps its places.
  if (result === undefined || studio.getState().editor !== editor) return;
  canvasState.setState({ isTidying: true });
  editor.run(autoLayout, result);
  studio.getState().view?.fit();
  setTimeout(() => {
    canvasState.setState({ isTidying: false });
  }, layoutMilliseconds() + 50);
}

/** What the work gives, unless it is given up. */
async function untilEscape<Result>(control: AbortController, work: () => Promise<Result>): Promise<Result | undefined> {
  const watch = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) control.abort();
  };
  window.addEventListener('keydown', watch, true);
  try {
    const result = await work();
    return control.signal.aborted ? undefined : result;
  } catch (error) {
    if (control.signal.aborted) return undefined;
    throw error;
  } finally {
    window.removeEventListener('keydown', watch, true);
  }
}
