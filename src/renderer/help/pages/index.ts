import type { HelpPage } from '../define.js';
import { advisor } from './advisor.js';
import { connecting } from './connecting.js';
import { drawing } from './drawing.js';
import { exporting } from './exporting.js';
import { files } from './files.js';
import { finding } from './finding.js';
import { firstSteps } from './first-steps.js';
import { problems } from './problems.js';
import { stateMachines } from './state-machines.js';

/** The written pages, in the order that one reads them in. */
export const guide: readonly HelpPage[] = [
  firstSteps,
  drawing,
  connecting,
  advisor,
  stateMachines,
  problems,
  finding,
  exporting,
  files,
];
