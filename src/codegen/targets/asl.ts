import { isError } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import type { GenerateProject } from '../index.js';
import { planProject } from '../plan.js';

/** Whatever their folder. */
const isDefinition = (path: string): boolean => path.endsWith('.asl.json');
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Only the definitions of the state machines, with their `${Name}` as written: `orders.asl.json`. */
export const generateDefinitions: GenerateProject = (system, { language }) => {
  const nothing = { files: new Map<string, string>(), writtenOnce: new Set<string>(), filesOf: new Map() };
  const own = problemsOf(system);
  if (own.some(isError)) return { ...nothing, problems: own };
  const { plan, problems: found, subjects } = planProject(system, language);
  const problems = [...own, ...found];
  if (plan === undefined) return { ...nothing, problems };
  return {
    files: new Map(
      [...plan.assets].filter(([path]) => isDefinition(path)).map(([path, text]) => [baseName(path), text]),
    ),
    writtenOnce: new Set(),
    filesOf: new Map([...subjects].map(([subject, { files }]) => [subject, files.filter(isDefinition).map(baseName)])),
    problems,
  };
};
