import type { Json } from '../../model/design.js';
import type { SdkAction } from '../define.js';

/** An action of an API that knows no resource of one's own: what its sample gives is what it requires. */
export const apiAction = (
  iam: string,
  sample: Readonly<Record<string, Json>>,
  more: Partial<SdkAction> = {},
): SdkAction => ({ iam: [iam], required: Object.keys(sample), sample, writes: false, ...more });

/** Actions on the drawn resource, which a parameter of each names by an attribute. */
export const actionsOn =
  (parameter: string, attribute: string, arn: NonNullable<SdkAction['arn']> = { attribute: 'arn' }) =>
  (iam: string, required: readonly string[], more: Partial<SdkAction> = {}): SdkAction => ({
    iam: [iam],
    required: [parameter, ...required],
    resource: { parameter, attribute },
    arn,
    writes: false,
    ...more,
  });
