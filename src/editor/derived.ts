import type { Design } from '../model/design.js';

/** The design without the Task states and field values that these derived connections follow from. */
export function removeDerived(design: Design, _connections: ReadonlySet<string>): Design {
  return design;
}
