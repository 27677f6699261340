import type { SourceFiles } from '../../host/source-files.js';

/** Names of files that say nothing of the system in them. */
const plainNames = /^(?:template|templates|packaged|sam|cloudformation|stack|main|index|app|serverless)$/i;

/** What the design of an import is called: by the folder, or by the file where that says something. */
export function designName({ name, isFolder, folder = '' }: SourceFiles): string {
  if (isFolder) return name;
  const own = name.replace(/\.(?:ya?ml|json|template|asl)$/i, '').replace(/[._-](?:template|asl)$/i, '');
  return (plainNames.test(own) && folder !== '') || own === '' ? folder || name : own;
}
