import type { JsonField } from '../../../model/fields.js';
import { loadLater } from '../../ui/load-later.js';
import type { ControlProps } from '../fields/control.js';

/** The form of a CloudFormation resource; loaded when one is selected. */
export const ResourceForm = loadLater<ControlProps<JsonField>>(
  async () => (await import('./resource-form.js')).ResourceForm,
);
