import { translate } from '../../src/model/localized.js';
import { problemTexts, type Problem } from '../../src/model/problems.js';

export { isError } from '../../src/model/problems.js';

/** A problem as a person reads it, for the message of a failed test. */
export const translateProblem = ({ code, facts, node, connection }: Problem): string =>
  `${code} (${node ?? connection ?? 'design'}): ${translate(problemTexts[code].message, 'en', facts)}`;
