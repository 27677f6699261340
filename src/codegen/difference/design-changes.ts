import { compareDesigns, type DesignChange } from '../../model/compare.js';
import type { Design } from '../../model/design.js';
import { renamesBetween, withRenames } from '../../model/renames.js';
import { nodeFields } from '../../system/node-fields.js';

/** What an export does to ids says nothing about the design. */
const silentFields: readonly string[] = ['idFixed'];

export interface DesignDifference {
  /** With the ids of the later version, where things were only given new ones. */
  readonly before: Design;
  readonly after: Design;
  readonly changes: readonly DesignChange[];
  /** How many things say the same and stand elsewhere in the drawing. */
  readonly moved: number;
}

/** What two versions of a design say differently; where things stand only counts. */
export function designDifference(given: Design, after: Design): DesignDifference {
  const before = withRenames(given, renamesBetween(given, after), nodeFields);
  const all = compareDesigns(before, after).flatMap((change): readonly DesignChange[] => {
    if (change.fields.length === 0) return [change];
    const fields = change.fields.filter(({ field }) => !silentFields.includes(field));
    return fields.length === 0 ? [] : [{ ...change, fields }];
  });
  const changes = all.filter(({ change }) => change !== 'moved');
  return { before, after, changes, moved: all.length - changes.length };
}
