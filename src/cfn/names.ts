import { nearest } from '../sdk/names.js';

/** The name that was meant. One that only goes on (`QueueV2`) may be newer than the list. */
export function misspelt(name: string, names: readonly string[]): string | undefined {
  const near = nearest(name, names);
  return near === undefined || name.startsWith(near) ? undefined : near;
}
