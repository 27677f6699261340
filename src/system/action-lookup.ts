import type { ActionAnswer, ActionLookup } from '../asl/validate.js';
import { optimizedAnswer } from '../asl/validate/optimized-answer.js';
import type { SdkCatalog } from '../sdk/catalog.js';
import { findAction } from '../sdk/lookup.js';

/** The catalog of AWS APIs and the optimized integrations, as validation of definitions asks for them. */
export const actionLookup = (catalog: SdkCatalog): ActionLookup => ({
  find: (kind, service, action) =>
    kind === 'sdk' ? ofSdk(catalog, service, action) : optimizedAnswer(service, action),
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
