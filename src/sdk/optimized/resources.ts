import type { Statement } from './define.js';

/** What a call gives, as far as it is known before: texts, structures and lists of them. */
export type Given = Readonly<Record<string, unknown>>;

const pseudo = new Set(['partition', 'region', 'account']);
/** Letters that an ARN may hold; whatever else a person wrote does not get into a policy. */
const safe = /^[\w+=,.@:/$*{}!-]{1,2048}$/;

/** The value of an argument by its path; of a list the first element. JSONPath: `Name.$` is dynamic. */
function valueAt(given: Given, path: string): unknown {
  let value: unknown = given;
  for (const name of path.split('.')) {
    if (Array.isArray(value)) value = (value as readonly unknown[])[0];
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Given)[name];
  }
  return value;
}

const isStatic = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('{%') && safe.test(value);

/** The name at the end of an ARN, of a URL, or before the dots of a host. */
function nameIn(value: string): string {
  if (value.includes('.execute-api.')) return value.replace(/^https:\/\//, '').split('.')[0] ?? '*';
  return /^(?:arn:|https:)/.test(value) ? (value.split(/[:/]/).at(-1) ?? '*') : value;
}

function bucketOf(uri: unknown): string {
  const match = isStatic(uri) ? /^s3:\/\/(.+)$/.exec(uri) : null;
  return `arn:{partition}:s3:::${match?.[1] ?? '*'}`;
}

/** Undefined: the call does not give what the resource is named by, and does not need it. */
function resolve(resource: string, given: Given): string | undefined {
  const s3 = /^\{s3:([\w.]+)\}$/.exec(resource);
  if (s3 !== null) {
    const uri = valueAt(given, s3[1] ?? '') ?? valueAt(given, `${s3[1] ?? ''}.$`);
    return uri === undefined ? undefined : bucketOf(uri);
  }
  const last = /\{([A-Z][\w.]*)\}\*?$/.exec(resource)?.[1];
  const whole = last === undefined ? undefined : valueAt(given, last);
  // An argument that holds an ARN, or what stands for one, is the resource itself.
  if (isStatic(whole) && /^(?:arn:|\$\{[^}]+\}$)/.test(whole)) return whole;
  return resource.replace(/\{([\w.]+)\}/g, (placeholder, name: string) => {
    if (pseudo.has(name)) return placeholder;
    const value = valueAt(given, name);
    if (!isStatic(value)) return '*';
    // What stands for an ARN or a URL is no name that could stand inside of another ARN.
    return value.startsWith('${') && /(?:Arn|Url|Endpoint)$/.test(name) ? '*' : nameIn(value);
  });
}

/** The statements of a call with its arguments filled in; what is not known before the call is `*`. */
export function resolveStatements(statements: readonly Statement[], given: Given): readonly Statement[] {
  return statements.flatMap((statement) => {
    const resources = statement.resources.flatMap((resource) => resolve(resource, given) ?? []);
    return resources.length === 0 ? [] : [{ ...statement, resources }];
  });
}
