import { z } from 'zod';
import { generateProject } from '../../codegen/targets/cdk-typescript.js';
import type { Templates } from '../../codegen/difference/template-difference.js';
import type { Synthesiser } from '../../main/host/synth.js';
import type { Language } from '../../model/localized.js';
import { isError, type Problem } from '../../model/problems.js';
import type { System } from '../../system/system.js';

/** What came back from the child process is JSON. */
const templatesSchema = z.record(z.string(), z.json());

export type Synthesised = { readonly templates: Templates } | { readonly problems: readonly Problem[] };

/** The templates that the export of a design has. */
export async function synthesiseSystem(
  synthesiser: Synthesiser,
  system: System,
  language: Language,
): Promise<Synthesised> {
  const project = generateProject(system, { language });
  const errors = project.problems.filter(isError);
  if (errors.length > 0) return { problems: errors };
  const result = await synthesiser.synthesise(project);
  return 'problems' in result ? result : { templates: templatesSchema.parse(result.templates) };
}
