import type { Problem } from '../../model/problems.js';

/** The connection that a problem is about as a whole; a field of it is not the whole. */
export function connectionAt({ connection, path }: Problem): string | undefined {
  const [section, id, key] = path ?? [];
  if (key === 'props') return undefined;
  return connection ?? (section === 'connections' && typeof id === 'string' ? id : undefined);
}
