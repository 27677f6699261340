import { autoLayout } from '../../editor/commands/auto-layout.js';
import { studio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { layoutMilliseconds } from './motion.js';

/** Lays the design out anew, as one step; the cards travel to their places. */
export async function tidy(): Promise<void> {
  const { editor, system } = studio.getState();
  const { layoutDesign } = await import('../../layout/layout.js');
  const result = await layoutDesign(system.design, system.connections.values());
  // Another design has come on screen meanwhile: it keeps its places.
  if (studio.getState().editor !== editor) return;
  canvasState.setState({ isTidying: true });
  editor.run(autoLayout, result);
  studio.getState().view?.fit();
  setTimeout(() => {
    canvasState.setState({ isTidying: false });
  }, layoutMilliseconds() + 50);
}
