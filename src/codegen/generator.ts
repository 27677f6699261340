import type { GenerateProject } from './index.js';
import { generateProject } from './targets/cdk-typescript.js';

/** Generates the projects of one system after the other. */
export function createGenerator(): GenerateProject {
  return generateProject;
}
