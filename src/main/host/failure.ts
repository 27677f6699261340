/** Why the host did not do what it was asked: the caller's mistake, never a fault of the machine. */
export type RefusalCode =
  | 'unknown-method'
  | 'not-available'
  | 'invalid-arguments'
  | 'unknown-handle'
  | 'outside-folders'
  | 'invalid-name'
  | 'link-not-allowed';

/** Thrown inside the host and answered at its border as data. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The code of a system error such as `ENOENT`; undefined: not one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What the system said, for the detail of an answer. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
