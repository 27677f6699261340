/** A statement of a policy in a template, as one reads it. */
export interface PolicyStatement {
  /** The resource that holds it, without the hash of its logical id. */
  readonly in: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Of a resource policy. */
  readonly principal?: string;
  readonly when?: string;
}

type Value = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];

const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** What an intrinsic function stands for: `Orders.Arn`, `arn:{Partition}:s3:::...`. */
function read(value: unknown): string {
  if (!isObject(value)) return String(value);
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value;
  if (typeof ref === 'string') return ref.startsWith('AWS::') ? `{${ref.slice(5)}}` : withoutHash(ref);
  if (Array.isArray(attribute)) return `${withoutHash(String(attribute[0]))}.${String(attribute[1])}`;
  if (Array.isArray(join)) return listOf(join[1]).map(read).join(String(join[0]));
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${read(inner)}`)
    .join(', ');
}

function* statementsIn(value: unknown, holder: string): Generator<PolicyStatement> {
  if (Array.isArray(value)) for (const inner of value as readonly unknown[]) yield* statementsIn(inner, holder);
  if (!isObject(value)) return;
  const { Effect: effect, Action: action, Resource: resource, Principal: principal, Condition: condition } = value;
  // Who may assume a role is no permission of it.
  if (typeof effect === 'string' && action !== undefined && resource !== undefined) {
    yield {
      in: withoutHash(holder),
      effect,
      actions: listOf(action).map(String),
      resources: listOf(resource).map(read),
      ...(principal === undefined ? {} : { principal: read(principal) }),
      ...(condition === undefined ? {} : { when: read(condition) }),
    };
    return;
  }
  for (const inner of Object.values(value)) yield* statementsIn(inner, holder);
}

/** The statements of all policies of templates, in their order. */
export function policyStatementsOf(templates: Readonly<Record<string, unknown>>): readonly PolicyStatement[] {
  return Object.values(templates).flatMap((template) => {
    const resources = isObject(template) ? template['Resources'] : undefined;
    return Object.entries(isObject(resources) ? resources : {}).flatMap(([id, resource]) => [
      ...statementsIn(isObject(resource) ? resource['Properties'] : undefined, id),
    ]);
  });
}
