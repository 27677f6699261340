import { parseDefinition } from '../../src/asl/definition.js';
import type { Format } from '../../src/asl/document.js';
import type { AslProblem } from '../../src/asl/problems.js';
import { validateDefinition, type ValidateOptions } from '../../src/asl/validate.js';

/** Everything wrong with the text of a definition. */
export function problemsIn(
  text: string,
  format: Format = 'json',
  options: ValidateOptions = {},
): readonly AslProblem[] {
  const { tree, problems } = parseDefinition(text, format);
  return tree === undefined ? problems : [...problems, ...validateDefinition(tree, options)];
}
