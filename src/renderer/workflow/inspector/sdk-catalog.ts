import { useEffect, useState } from 'react';
import { loadSdkCatalog, type SdkCatalog } from '../../../sdk/catalog.js';
import { learnTypesOf } from '../../../system/known-resource-types.js';
import { report } from '../../studio/files.js';
import { studio } from '../../studio/studio.js';

let loaded: SdkCatalog | undefined;

/** The catalog of AWS APIs, if a form has loaded it. */
export const loadedCatalog = (): SdkCatalog | undefined => loaded;

/** The same, for a component: it is loaded when the first one asks for it. */
export function useSdkCatalog(): SdkCatalog | undefined {
  const [catalog, setCatalog] = useState(loaded);
  useEffect(() => {
    if (catalog !== undefined) return undefined;
    let isShown = true;
    report(
      // The attributes of drawn resources are offered beside the parameters that take them.
      Promise.all([loadSdkCatalog(), learnTypesOf(Object.values(studio.getState().design.nodes))]).then(([found]) => {
        loaded = found;
        if (isShown) setCatalog(found);
      }),
    );
    return () => {
      isShown = false;
    };
  }, [catalog]);
  return catalog;
}
