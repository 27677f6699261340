import type { ActionLookup } from '../asl/validate.js';
import { loadSdkCatalog } from '../sdk/catalog.js';
import { actionLookup } from './action-lookup.js';

let known: ActionLookup | undefined;

/**
 * Reads the catalog of AWS APIs, so that problems of definitions from then on name unknown actions and parameters. Only
 * who checks designs asks for it: worker, command line. Without it the optimized integrations alone are known.
 */
export async function learnActions(): Promise<void> {
  known ??= actionLookup(await loadSdkCatalog());
}

export const knownActions = (): ActionLookup | undefined => known;
