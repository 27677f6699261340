import type { JsonObject } from '../../../asl/definition.js';
import type { Json } from '../../../model/design.js';
import type { ParameterType, SdkParameter } from '../../../sdk/lookup.js';

/** A parameter of an action, as the form shows it. */
export interface ArgumentRow {
  readonly name: string;
  readonly type: ParameterType;
  readonly isRequired: boolean;
  /** No such parameter is known to the action. */
  readonly isUnknown: boolean;
}

export interface ArgumentForm {
  /** Required ones first, then what is given beside them, in the order of the text. */
  readonly rows: readonly ArgumentRow[];
  /** What can be added. */
  readonly others: readonly SdkParameter[];
}

interface Known {
  readonly required: readonly SdkParameter[];
  readonly optional: readonly SdkParameter[];
  readonly isComplete: boolean;
}

/** The parameters of a call by its arguments. A key that ends in `.$` gives its parameter by a path. */
export function argumentForm({ required, optional, isComplete }: Known, given: JsonObject): ArgumentForm {
  const names = new Set(Object.keys(given).map((key) => key.replace(/\.\$$/, '')));
  const byName = new Map([...required, ...optional].map((parameter) => [parameter.name, parameter]));
  const requiredNames = new Set(required.map(({ name }) => name));
  const beside = [...names].filter((name) => !requiredNames.has(name));
  return {
    rows: [
      ...required.map(({ name, type }) => ({ name, type, isRequired: true, isUnknown: false })),
      ...beside.map((name) => ({
        name,
        type: byName.get(name)?.type ?? typeOf(given[name]),
        isRequired: false,
        // A name with a substitution is only known later.
        isUnknown: isComplete && !byName.has(name) && !name.includes('${'),
      })),
    ],
    others: optional.filter(({ name }) => !names.has(name)),
  };
}

function typeOf(value: Json | undefined): ParameterType {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: typeof value } as ParameterType;
    default:
      return { kind: 'any' };
  }
}

/** Whether a value of the type is written as one line. */
export const isPlain = ({ kind }: ParameterType): boolean =>
  kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'timestamp' || kind === 'binary';
