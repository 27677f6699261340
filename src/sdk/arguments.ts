import type { ParameterType, SdkParameter } from './lookup.js';

/** A value of JSON, as the arguments of a Task hold it. */
export type ArgumentValue =
  string | number | boolean | readonly ArgumentValue[] | { readonly [name: string]: ArgumentValue };

/** Empty values for what a call has to give, nested as the API nests it. */
export function argumentSkeleton(required: readonly SdkParameter[]): Readonly<Record<string, ArgumentValue>> {
  return Object.fromEntries(required.map(({ name, type }) => [name, emptyValue(type)]));
}

function emptyValue(type: ParameterType): ArgumentValue {
  switch (type.kind) {
    case 'string':
    case 'timestamp':
    case 'binary':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'map':
    case 'any':
      return {};
    case 'list':
      // An element only where it says something: what each of them has to hold.
      return type.element.kind === 'structure' && type.element.required.length > 0 ? [emptyValue(type.element)] : [];
    case 'structure':
      return argumentSkeleton(type.required);
  }
}

/** The same, each value taken from the state's input: `TableName` from `tableName`. */
export function argumentsFromInput(
  required: readonly SdkParameter[],
  language: 'JSONata' | 'JSONPath',
): Readonly<Record<string, ArgumentValue>> {
  return Object.fromEntries(
    required.map(({ name }) => {
      const key = name.charAt(0).toLowerCase() + name.slice(1);
      return language === 'JSONata' ? [name, `{% $states.input.${key} %}`] : [`${name}.$`, `$.${key}`];
    }),
  );
}
