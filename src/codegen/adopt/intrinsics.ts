import type { Json } from '../../model/design.js';

export type JsonMap = Readonly<Record<string, Json>>;

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The name and argument of a function of CloudFormation in its long form. */
export function intrinsicOf(value: Json): { readonly name: string; readonly argument: Json } | undefined {
  if (!isMap(value)) return undefined;
  const [entry, second] = Object.entries(value);
  if (entry === undefined || second !== undefined) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** The logical ids that a value refers to; names that `Fn::Sub` declares itself are none. */
export function* referencesIn(value: Json): Generator<string> {
  if (isList(value)) {
    for (const item of value) yield* referencesIn(item);
    return;
  }
  if (!isMap(value)) return;
  const intrinsic = intrinsicOf(value);
  if (intrinsic?.name === 'Ref' && typeof intrinsic.argument === 'string') yield intrinsic.argument;
  else if (intrinsic?.name === 'Fn::GetAtt') {
    const { argument } = intrinsic;
    const id = isList(argument) ? argument[0] : typeof argument === 'string' ? argument.split('.')[0] : undefined;
    if (typeof id === 'string') yield id;
  } else if (intrinsic?.name === 'Fn::Sub') {
    const { argument } = intrinsic;
    const [text, own] = isList(argument) ? argument : [argument];
    const declared = isMap(own) ? own : {};
    if (typeof text === 'string')
      for (const [, name = ''] of text.matchAll(/\$\{([^!${}][^${}]*)\}/g)) {
        const [id = ''] = name.trim().split('.');
        if (!Object.hasOwn(declared, name.trim())) yield id;
      }
    yield* referencesIn(declared);
  } else for (const item of Object.values(value)) yield* referencesIn(item);
}
