import type { ActionAnswer, ActionLookup } from '../asl/validate.js';
import type { SdkCatalog } from '../sdk/catalog.js';
import { findAction } from '../sdk/lookup.js';
import { optimizedServices } from '../sdk/optimized/index.js';

/** The catalog of AWS APIs and the optimized integrations, as validation of definitions asks for them. */
export const actionLookup = (catalog: SdkCatalog): ActionLookup => ({
  find: (kind, service, action) => (kind === 'sdk' ? ofSdk(catalog, service, action) : ofOptimized(service, action)),
});

function ofSdk(catalog: SdkCatalog, service: string, action: string): ActionAnswer {
  const found = findAction(catalog, service, action);
  if (found.action === undefined) {
    if (found.refusal === 'retired') return { status: 'retired' };
    const status = found.refusal === 'serviceUnknown' ? 'unknown-service' : 'unknown-action';
    return { status, ...(found.nearest === undefined ? {} : { nearest: found.nearest }) };
  }
  const { required, optional, errors, refusal } = found.action;
  const names = required.map(({ name }) => name);
  return {
    status: refusal === undefined ? 'known' : 'blocked',
    parameters: new Set([...names, ...optional.map(({ name }) => name)]),
    required: names,
    errors,
  };
}

function ofOptimized(service: string, action: string): ActionAnswer {
  const known = optimizedServices.get(service);
  if (known === undefined) return { status: 'unknown-service' };
  const found = Object.hasOwn(known.actions, action) ? known.actions[action] : undefined;
  if (found === undefined) return { status: 'unknown-action' };
  const patterns = (['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'] as const).filter((pattern) =>
    Object.hasOwn(found.patterns, pattern),
  );
  // A connection is named in InvocationConfig, or as it was before in Authentication.
  const required = found.required.filter((name) => service !== 'http' || name !== 'InvocationConfig');
  return { status: 'known', patterns, required };
}
