import type { TextField } from '../../../model/fields.js';
import { loadLater } from '../../ui/load-later.js';
import type { ControlProps } from '../fields/control.js';

/** A text with names to choose from; loaded when a form has one. */
export const NamesControl = loadLater<ControlProps<TextField>>(
  async () => (await import('./names-control.js')).NamesControl,
);
