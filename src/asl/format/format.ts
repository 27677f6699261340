import { readText, type Format } from '../document.js';
import { isAslError, type AslProblem } from '../problems.js';
import { withStandIns } from '../stand-ins.js';
import { formatJson } from './json.js';
import { formatYaml } from './yaml.js';

/** The formatted text; the reasons where the text cannot be read. */
export type Formatted = { readonly text: string } | { readonly problems: readonly AslProblem[] };

/** Keys said twice are a matter of validation: formatting keeps them. */
const kept = new Set<AslProblem['code']>(['duplicate-key']);

/**
 * Formats a definition: indentation and line breaks change; comments, numbers, texts and the order of keys stay as they
 * were written. Never throws; what it gives is its own fixed point.
 */
export function formatDefinition(text: string, format: Format): Formatted {
  const { document, problems } = readText(format === 'json' ? withStandIns(text) : text, format);
  const stopping = problems.filter((problem) => isAslError(problem) && !kept.has(problem.code));
  if (document === undefined || stopping.length > 0) return { problems: stopping.length > 0 ? stopping : problems };
  return { text: format === 'json' ? formatJson(text) : formatYaml(text) };
}
