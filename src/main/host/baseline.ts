import { isProjectPath } from './project-paths.js';

/**
 * What the last export generated, kept beside the project: a changed file is compared with what was generated for it,
 * and a design with the one that was exported. Texts end in `.txt`, so that no compiler, linter or test runner of the
 * project takes them for its own.
 */

export const baselineFolder = '.servicefull';

/** The design that was exported last. */
export const lastDesignPath = `${baselineFolder}/design.yaml`;

/** Where the text is kept that was generated last for a file; undefined: its name would be too long. */
export function lastTextPath(path: string): string | undefined {
  const kept = `${baselineFolder}/generated/${path}.txt`;
  return isProjectPath(kept) ? kept : undefined;
}

/** Reviewers of a pull request see what changed in the project, not in its copy. */
export const attributesPath = `${baselineFolder}/.gitattributes`;
export const attributes = '* linguist-generated=true\n';

export const isBaseline = (path: string): boolean => path === baselineFolder || path.startsWith(`${baselineFolder}/`);
