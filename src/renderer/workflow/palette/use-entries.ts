import { useEffect, useMemo, useState } from 'react';
import { loadSdkCatalog, type SdkCatalog } from '../../../sdk/catalog.js';
import type { WorkflowType } from '../../../sdk/optimized/define.js';
import { prepareSearch } from '../../../sdk/search.js';
import { nodeId } from '../../../model/design.js';
import type { System } from '../../../system/system.js';
import { useStudio } from '../../studio/studio.js';
import { patternEntry, resourceEntries, type PaletteEntry } from './entries.js';
import { statePatterns } from './patterns/index.js';
import { searchEntries, type Found, type SearchSource } from './search-entries.js';

let loaded: SdkCatalog | undefined;

/** The catalog of every AWS API, with its words made; undefined until it has arrived. */
export function useSdkCatalog(): SdkCatalog | undefined {
  const [catalog, setCatalog] = useState(loaded);
  useEffect(() => {
    if (catalog !== undefined) return undefined;
    let isShown = true;
    void loadSdkCatalog().then((arrived) => {
      prepareSearch(arrived);
      loaded = arrived;
      if (isShown) setCatalog(arrived);
    });
    return () => {
      isShown = false;
    };
  }, [catalog]);
  return catalog;
}

/** The type of a state machine: Express where its node says so. */
export const workflowTypeOf = (system: System, machine: string): WorkflowType =>
  system.node(nodeId(machine))?.props['type'] === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';

/** What can be put into the state machine that is open. */
export function useSearchSource(): SearchSource {
  const system = useStudio((state) => state.system);
  const machine = useStudio((state) => state.workflow?.node) ?? '';
  const catalog = useSdkCatalog();
  const workflow = workflowTypeOf(system, machine);
  const resources = useMemo(() => resourceEntries(system.nodes, machine), [system, machine]);
  return useMemo(
    () => ({
      catalog,
      workflow,
      resources,
      patterns: statePatterns.map((pattern): PaletteEntry => patternEntry(pattern, workflow)),
    }),
    [catalog, workflow, resources],
  );
}

/** What a query finds, for the palette and for every other place where a state is chosen. */
export function useFound(query: string): Found {
  const source = useSearchSource();
  return useMemo(() => searchEntries(query, source), [query, source]);
}
