import { editCommands, editorCommands } from './edit.js';
import { fileCommands } from './file.js';
import { helpCommands } from './help.js';
import { pictureCommands } from './pictures.js';
import { viewCommands } from './view.js';
import { workflowCommands } from './workflow.js';
import type { StudioCommand } from './define.js';

export { sections, type StudioCommand } from './define.js';

/** Commands that buttons and menus name. */
export const appCommands = { ...fileCommands, ...pictureCommands, ...editCommands, ...helpCommands };

/** Every command that needs no arguments, in the order of the palette. */
export const allCommands: readonly StudioCommand[] = [
  ...Object.values<StudioCommand>(appCommands),
  ...editorCommands,
  ...workflowCommands,
  ...viewCommands,
];
