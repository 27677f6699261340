import { designVersion } from './design.js';

/**
 * Steps from one version of the document to the next, oldest first: step 0 makes version 2 of version 1. Append only;
 * each is pure and works on the plain document, never on today's types. Each version has a saved document in
 * test/documents.
 */
const steps: readonly ((document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[] = [];

/** The document in today's version. Version 1 to today's are accepted; the caller has checked the number. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  return steps.slice(version - 1).reduce<Readonly<Record<string, unknown>>>((migrated, step) => step(migrated), {
    ...document,
    version: designVersion,
  });
}
