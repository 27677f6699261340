import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';

/** The name and argument of a function of CloudFormation in its long form. */
export function intrinsicOf(value: Json): { readonly name: string; readonly argument: Json } | undefined {
  if (!isMap(value)) return undefined;
  const [entry, second] = Object.entries(value);
  if (entry === undefined || second !== undefined) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}
