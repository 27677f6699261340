import type { Design } from '../../model/design.js';
import type { Facts, Localized } from '../../model/localized.js';
import type { Problem, ProblemCode } from '../../model/problems.js';
import type { System } from '../../system/system.js';

/** One way to mend a problem, in words, and what it makes of the design. Pure. */
export interface Fix {
  readonly label: Localized;
  readonly facts?: Facts;
  apply(design: Design): Design;
}

/** What can be done about problems of some codes, where the right thing is known. */
export interface FixDefinition {
  readonly id: string;
  readonly codes: readonly ProblemCode[];
  /** Best first; none where nothing fits. Cheap: it is asked for every problem on screen. */
  offer(system: System, problem: Problem): readonly Fix[];
  /** Sections of a design file that have such a problem: one test applies every fix to each. */
  readonly examples: readonly string[];
}

export const defineFix = (definition: FixDefinition): FixDefinition => definition;
