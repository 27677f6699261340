import type { GenerateProject } from '../index.js';
import { generateDefinitions } from './asl.js';
import { generateProject } from './cdk-typescript.js';

/** What a design can be exported as, without a machine. `cfn` needs synthesis: see targets/cfn.ts. */
export const targets = {
  cdk: generateProject,
  asl: generateDefinitions,
} as const satisfies Readonly<Record<string, GenerateProject>>;

export type TargetId = keyof typeof targets | 'cfn';
