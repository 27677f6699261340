import type { SdkCatalog, SdkService } from './catalog.js';
import { nearest } from './names.js';
import { isReadOnly } from './read-only.js';
import type { Refusal } from './refusals.js';
import type { Member } from './unpack.js';

/** What a parameter holds. */
export type ParameterType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'binary' | 'map' | 'any' }
  | { readonly kind: 'list'; readonly element: ParameterType }
  /** `required`: members that a call has to give, where the catalog knows them. */
  | { readonly kind: 'structure'; readonly required: readonly SdkParameter[] };

export interface SdkParameter {
  /** As ASL writes it: `TableName`. */
  readonly name: string;
  readonly type: ParameterType;
}

/** One action of an AWS API. */
export interface SdkAction {
  readonly service: SdkService;
  /** `putItem`. */
  readonly name: string;
  readonly resource: string;
  readonly required: readonly SdkParameter[];
  readonly optional: readonly SdkParameter[];
  /** IAM actions that the caller needs; empty: the API asks for none. Undefined: not known. */
  readonly iamActions: readonly string[] | undefined;
  /** Names for Retry and Catch: `DynamoDb.ConditionalCheckFailedException`. */
  readonly errors: readonly string[];
  /** Why Step Functions does not call it. */
  readonly refusal: Refusal | undefined;
  /** Whether EventBridge Scheduler and custom event buses refuse it. */
  readonly isReadOnly: boolean;
}

/** An action, or why there is none. `nearest`: the name that may have been meant. */
export type FoundAction =
  | { readonly action: SdkAction }
  | {
      readonly action: undefined;
      readonly refusal: 'retired' | 'serviceUnknown' | 'actionUnknown';
      readonly nearest?: string;
    };

/** Looks an action up by the words of a Resource: `aws-sdk:dynamodb:putItem`. */
export function findAction(catalog: SdkCatalog, serviceId: string, name: string): FoundAction {
  const service = catalog.services.get(serviceId);
  if (service === undefined) {
    if (catalog.retired.has(serviceId)) return { action: undefined, refusal: 'retired' };
    return miss('serviceUnknown', nearest(serviceId, [...catalog.services.keys()]));
  }
  const index = service.actions.indexOf(name);
  if (index < 0) return miss('actionUnknown', nearest(name, service.actions));
  return { action: actionAt(catalog, service, index) };
}

const miss = (refusal: 'serviceUnknown' | 'actionUnknown', near: string | undefined): FoundAction => ({
  action: undefined,
  refusal,
  ...(near === undefined ? {} : { nearest: near }),
});

function actionAt(catalog: SdkCatalog, service: SdkService, index: number): SdkAction {
  const packed = catalog.packed.get(service.id)?.body();
  const details = catalog.detailsOf(service.id);
  const operation = packed?.operations[index] ?? '';
  const name = service.actions[index] ?? '';
  const parameters = (members: readonly Member[] = []): readonly SdkParameter[] =>
    members.map((member) => ({ name: member.name, type: typeOf(member.type, details?.structures ?? []) }));
  return {
    service,
    name,
    resource: `arn:aws:states:::aws-sdk:${service.id}:${name}`,
    required: parameters(details?.calls[index]?.required),
    optional: parameters(details?.calls[index]?.optional),
    iamActions: packed?.iam.has(operation) === true ? packed.iam.get(operation) : [`${service.iamPrefix}:${operation}`],
    errors: (details?.errors[index] ?? []).map((error) => `${service.errorPrefix}.${error}`),
    refusal: refusalAt(catalog, service, index),
    isReadOnly: isReadOnly(name),
  };
}

/** Why Step Functions does not call an action, without reading the rest of it. */
export function refusalAt(catalog: SdkCatalog, service: SdkService, index: number): Refusal | undefined {
  const packed = catalog.packed.get(service.id)?.body();
  const operation = packed?.operations[index] ?? '';
  if (!service.isOffered) return 'notOffered';
  if (packed?.streaming.has(operation) === true) return 'streams';
  return packed?.excluded.has(operation) === true ? 'excluded' : undefined;
}

const letters: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'timestamp' | 'binary' | 'map'>> = {
  s: 'string',
  n: 'number',
  b: 'boolean',
  t: 'timestamp',
  x: 'binary',
  m: 'map',
};

function typeOf(
  code: string,
  structures: readonly (readonly Member[])[],
  above: readonly number[] = [],
): ParameterType {
  const letter = code.charAt(0);
  if (letter === 'l') return { kind: 'list', element: typeOf(code.slice(1), structures, above) };
  if (letter === 'o') {
    const number = code.length > 1 ? Number(code.slice(1)) : -1;
    // A structure that holds itself ends where it comes again.
    const members = above.includes(number) ? [] : (structures[number] ?? []);
    const required = members.map(({ name, type }) => ({ name, type: typeOf(type, structures, [...above, number]) }));
    return { kind: 'structure', required };
  }
  return { kind: Object.hasOwn(letters, letter) ? (letters[letter] ?? 'any') : 'any' };
}

/** What is wrong with the names of a call's arguments. */
export interface ParameterCheck {
  readonly unknown: readonly { readonly name: string; readonly nearest?: string }[];
  readonly missing: readonly string[];
}

/** Compares the arguments of a call with what the action takes. A name that ends in `.$` holds a path. */
export function checkParameters({ required, optional }: SdkAction, names: readonly string[]): ParameterCheck {
  const given = new Set(names.map((name) => name.replace(/\.\$$/, '')));
  const known = new Set([...required, ...optional].map(({ name }) => name));
  return {
    unknown: [...given]
      .filter((name) => !known.has(name))
      .map((name) => {
        const near = nearest(name, [...known]);
        return near === undefined ? { name } : { name, nearest: near };
      }),
    missing: required.map(({ name }) => name).filter((name) => !given.has(name)),
  };
}
