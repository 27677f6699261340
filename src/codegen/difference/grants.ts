import { isPlain, type Plain } from '../../model/equal.js';
import { readable } from './readable.js';
import type { Grant, PermissionDifference } from './template-difference.js';

/** Who may do what in a template, and what two templates differ in there. */

interface Holder {
  /** Undefined: the template only refers to it. */
  readonly type: string | undefined;
  readonly grants: Grant[];
}

const own = (value: unknown, key: string): unknown =>
  isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** Whom a policy resource gives its statements to, by the property that names them. */
const targetsOf: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Policy': ['Roles', 'Users', 'Groups'],
  'AWS::IAM::ManagedPolicy': ['Roles', 'Users', 'Groups'],
  'AWS::SQS::QueuePolicy': ['Queues'],
  'AWS::SQS::QueueInlinePolicy': ['Queue'],
  'AWS::SNS::TopicPolicy': ['Topics'],
  'AWS::SNS::TopicInlinePolicy': ['TopicArn'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::SecretsManager::ResourcePolicy': ['SecretId'],
};

/** Grants beyond this number are not compared one by one: the template was made to hurt. */
const most = 3000;

/** Everything that policies of a template say, by the role or resource that holds it. */
function holdersOf(template: unknown): ReadonlyMap<string, Holder> {
  const resources = own(template, 'Resources');
  const holders = new Map<string, Holder>();
  if (!isPlain(resources)) return holders;
  const holder = (id: string): Holder => {
    const known = holders.get(id);
    if (known !== undefined) return known;
    const type = own(own(resources, id), 'Type');
    const made: Holder = { type: typeof type === 'string' ? type : undefined, grants: [] };
    holders.set(id, made);
    return made;
  };
  for (const [id, resource] of Object.entries(resources)) {
    const [type, properties] = [own(resource, 'Type'), own(resource, 'Properties')];
    if (typeof type !== 'string') continue;
    if (type === 'AWS::Lambda::Permission') {
      holder(nameOf(own(properties, 'FunctionName'))).grants.push(permissionGrant(properties));
      continue;
    }
    const named = (Object.hasOwn(targetsOf, type) ? (targetsOf[type] ?? []) : []).flatMap((property) =>
      list(own(properties, property)).map(nameOf),
    );
    const grants = [...documentsIn(properties)].flatMap(grantsOf);
    for (const arn of list(own(properties, 'ManagedPolicyArns')))
      grants.push({ effect: 'Allow', action: 'ManagedPolicy', resource: readable(arn) });
    if (grants.length === 0) continue;
    for (const target of named.length === 0 ? [id] : new Set(named)) holder(target).grants.push(...grants);
  }
  return holders;
}

/** The logical id that a value refers to, else its text. */
function nameOf(value: unknown): string {
  const text = readable(value);
  return /^\$\{([A-Za-z0-9]+)(\.[A-Za-z0-9.]+)?\}$/.exec(text)?.[1] ?? text;
}

/** Policy documents, wherever in the properties of a resource they are. */
function* documentsIn(value: unknown, depth = 0): Generator<Plain> {
  if (depth > 12) return;
  if (Array.isArray(value)) for (const item of value) yield* documentsIn(item, depth + 1);
  if (!isPlain(value)) return;
  const isDocument = list(own(value, 'Statement')).some((one) => typeof own(one, 'Effect') === 'string');
  if (isDocument) yield value;
  else for (const item of Object.values(value)) yield* documentsIn(item, depth + 1);
}

function grantsOf(document: Plain): Grant[] {
  return list(own(document, 'Statement')).flatMap((statement) => {
    const effect = own(statement, 'Effect') === 'Deny' ? 'Deny' : 'Allow';
    const condition = own(statement, 'Condition');
    const texts = (name: string): readonly string[] => {
      const inverse = list(own(statement, `Not${name}`)).map((one) => `not ${readable(one)}`);
      return [...list(own(statement, name)).map((one) => readable(one)), ...inverse];
    };
    const principals = [...principalsOf(own(statement, 'Principal')), ...notPrincipals(statement)];
    const resources = texts('Resource');
    const grants: Grant[] = [];
    for (const action of texts('Action'))
      for (const resource of resources.length === 0 ? [''] : resources)
        for (const principal of principals.length === 0 ? [undefined] : principals) {
          if (grants.length >= most) return grants;
          grants.push({
            effect,
            action,
            resource,
            ...(principal === undefined ? {} : { principal }),
            ...(condition === undefined ? {} : { condition: readable(condition) }),
          });
        }
    return grants;
  });
}

const notPrincipals = (statement: unknown): readonly string[] =>
  principalsOf(own(statement, 'NotPrincipal')).map((one) => `not ${one}`);

/** `events.amazonaws.com`, an account, or `*`. */
function principalsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!isPlain(value)) return list(value).map((one) => readable(one));
  return Object.values(value).flatMap((found) => list(found).map((one) => readable(one)));
}

function permissionGrant(properties: unknown): Grant {
  const limits = Object.fromEntries(
    ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl']
      .map((name) => [name, own(properties, name)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return {
    effect: 'Allow',
    action: readable(own(properties, 'Action')),
    resource: readable(own(properties, 'FunctionName')),
    principal: readable(own(properties, 'Principal')),
    ...(Object.keys(limits).length === 0 ? {} : { condition: readable(limits) }),
  };
}

/** Whether a text fits a pattern with `*`; in time that grows with both lengths alone. */
export function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Whether whoever has the one has the other as well. */
const covers = (wide: Grant, narrow: Grant): boolean =>
  wide.effect === narrow.effect &&
  fits(wide.action.toLowerCase(), narrow.action.toLowerCase()) &&
  fits(wide.resource, narrow.resource) &&
  (wide.principal === narrow.principal || wide.principal === '*') &&
  (wide.condition === undefined || wide.condition === narrow.condition);

const keyOf = (grant: Grant): string =>
  JSON.stringify(grant, ['effect', 'action', 'resource', 'principal', 'condition']);

/** Those that nothing of the others covers. */
function beyond(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const known = new Set(others.map(keyOf));
  const fresh = [...new Map(grants.map((grant) => [keyOf(grant), grant])).values()].filter(
    (grant) => !known.has(keyOf(grant)),
  );
  if (fresh.length * others.length > most * most) return fresh;
  return fresh.filter((grant) => !others.some((other) => covers(other, grant)));
}

/** An AWS service that may do something for one resource of the app alone: what a drawn connection is made of. */
const isConfined = ({ principal, condition }: Grant): boolean =>
  principal !== undefined &&
  /^[a-z0-9.-]+\.amazonaws\.com$/.test(principal) &&
  condition !== undefined &&
  /SourceArn":"[^"*]*\$\{/.test(condition);

/** Anything at all, or everything of a service on everything. */
const isBoundless = ({ effect, action, resource, condition }: Grant): boolean =>
  effect === 'Allow' && condition === undefined && resource === '*' && (action === '*' || action.endsWith(':*'));

/** What roles, and the policies of resources, of one stack may do that they might not before, and the other way round. */
export function permissionDifferences(stack: string, before: unknown, after: unknown): readonly PermissionDifference[] {
  const [old, now] = [holdersOf(before), holdersOf(after)];
  const wasThere = (id: string): boolean => own(own(before, 'Resources'), id) !== undefined || old.has(id);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((logicalId) => {
    const [had, has] = [old.get(logicalId)?.grants ?? [], now.get(logicalId)?.grants ?? []];
    const [added, removed] = [beyond(has, had), beyond(had, has)];
    if (added.length + removed.length === 0) return [];
    const type = now.get(logicalId)?.type ?? old.get(logicalId)?.type;
    // What the template only refers to was there already, somewhere else.
    const isNew = type !== undefined && !wasThere(logicalId);
    // What is denied no more is allowed, as far as something else allows it.
    const isMore =
      added.some((grant) => grant.effect === 'Allow' && !isConfined(grant)) ||
      removed.some(({ effect }) => effect === 'Deny');
    const isGone = own(own(after, 'Resources'), logicalId) === undefined && !now.has(logicalId);
    return [
      {
        stack,
        logicalId,
        type: type ?? '',
        isNew,
        broader: (!isNew && !isGone && isMore) || added.some(isBoundless),
        added,
        removed,
      },
    ];
  });
}
