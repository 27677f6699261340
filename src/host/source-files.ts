/** What an import looks at in a folder: the same on Node, in a browser's upload and in a drop. */

/** A file of what was opened for an import; its path is relative, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Absent: only its name is known. */
  readonly text?: string;
  /** Why a text that would have been read was not. */
  readonly unread?: 'too-large' | 'too-much' | 'not-text' | 'not-readable';
  /** Nobody opened it: a template names it. */
  readonly isNamed?: boolean;
}

/** All that was opened for one import. */
export interface SourceFiles {
  /** Of the file or the folder. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Of a file: the folder that it lies in, without what is above. */
  readonly folder?: string;
  readonly files: readonly SourceFile[];
  /** There are more files than are looked at. */
  readonly isCut: boolean;
}

const megabyte = 1024 * 1024;

/** Of a folder: more than the largest monorepo has templates, little enough to hold in memory. */
export const sourceLimits = {
  paths: 50_000,
  fileBytes: 20 * megabyte,
  allBytes: 100 * megabyte,
  depth: 40,
} as const;

/** Folders that hold what tools fetched or made: nothing in them was written by the people whose system it is. */
const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '__pycache__',
  'venv',
  'site-packages',
  'dist',
  'build',
  'out',
  'target',
  'coverage',
]);

const cdkOutput = 'cdk.out';

/**
 * Whether a folder inside of the opened one is passed over. What `cdk synth` made is read where it is all there is to
 * read: in the folder of a CDK app. One that was opened itself is never asked about.
 */
export function isSkippedFolder(name: string, siblings: ReadonlySet<string>): boolean {
  if (name === cdkOutput) return !siblings.has('cdk.json');
  return skippedFolders.has(name) || name.startsWith('.');
}

const textExtension = /\.(?:ya?ml|json|template|asl|vtl|graphqls?|gql)$/i;
/** They say nothing of a system, and are long. */
const uselessText = /(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|tsconfig[^/]*)\.json$/i;

/** Whether the text of a file may say something of a system: templates, definitions, schemas, mappings. */
export const isSourceText = (path: string): boolean => textExtension.test(path) && !uselessText.test(path);
