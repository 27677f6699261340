import type { SdkCatalog } from '../catalog.js';
import { findAction } from '../lookup.js';
import { optimizedServices } from './index.js';

/**
 * The errors that an optimized integration raises, for Retry and Catch. Those of the API where it is known how the
 * integration begins their names.
 */
export function optimizedErrors(catalog: SdkCatalog, serviceId: string, action: string): readonly string[] {
  const service = optimizedServices.get(serviceId);
  if (service === undefined) return [];
  const own = service.errors ?? [];
  if (service.errorPrefix === undefined || service.api === undefined) return own;
  const ofApi = findAction(catalog, service.api, action).action?.errors ?? [];
  const prefix = service.errorPrefix;
  return [...new Set([...own, ...ofApi.map((error) => `${prefix}${error.slice(error.indexOf('.'))}`)])];
}
