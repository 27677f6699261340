import { lookup, type Json } from '../../model/design.js';
import { iamActionsOf } from '../../sdk/iam.js';
import { isReadOnly } from '../../sdk/read-only.js';
import { call, lit, ref, type Expr } from '../../ts-ast/ast.js';
import { attributesOf } from '../attributes.js';
import type { Emitter, End, RoleOf, SdkAction } from '../define.js';
import { noResource, permissionsForActions } from '../permissions.js';
import type { RolePermission } from '../target-role.js';

type Role = RoleOf<'sdkTarget'>;

/** The actions of a service that EventBridge may call, the usual one first. */
export const callableActions = ({ actions, defaultAction }: Role): readonly string[] => {
  const found = Object.entries(actions).flatMap(([name, { writes, integrationOnly }]) =>
    writes && integrationOnly !== true && !isReadOnly(name) ? [name] : [],
  );
  const usual = found.filter((name) => name === defaultAction);
  return [...usual, ...found.filter((name) => name !== defaultAction)];
};

/** A call as its ARN names it: an action of the role, or `sqs:sendMessage` of any service. */
export interface ApiCall {
  readonly service: string;
  readonly action: string;
  /** What is known of it, where the role says it. */
  readonly known: SdkAction | undefined;
}

export function apiCallOf(role: Role, written: string | undefined): ApiCall | undefined {
  const name = (written ?? '').trim() === '' ? callableActions(role)[0] : written?.trim();
  if (name === undefined) return undefined;
  const [service = '', action] = name.includes(':') ? name.split(':') : [role.service, name];
  if (service === '' || action === undefined || action === '') return undefined;
  return { service, action, known: service === role.service ? lookup(role.actions, action) : undefined };
}

/** What the role of a call is allowed. */
export function callPermissions(to: End<'sdkTarget'>, { service, action, known }: ApiCall): readonly RolePermission[] {
  if (known !== undefined)
    return permissionsForActions(to.id, to, [action]).map(({ actions, resources, arns, anyResource, passedTo }) => ({
      actions,
      resources,
      ...(arns === undefined ? {} : { arns }),
      ...(anyResource === undefined ? {} : { anyResource }),
      ...(passedTo === undefined ? {} : { passedTo }),
    }));
  const { actions } = iamActionsOf(service, action);
  if (actions.length === 0) return [];
  return Object.hasOwn(attributesOf(to.service, to), 'arn')
    ? [{ actions, resources: [{ node: to.id, attribute: 'arn' }] }]
    : [{ actions, resources: [], anyResource: noResource }];
}

/** Parameters that the call needs and neither the node nor the written input gives. */
export function missingParameters(call: ApiCall, written: Readonly<Record<string, Json>>): readonly string[] {
  const given = new Set([...Object.keys(written), ...Object.keys(ownParameters(call))]);
  return (call.known?.required ?? []).filter((name) => !given.has(name));
}

/** What the node says of the call by itself: its name or ARN, and what is always the same. */
function ownParameters({ known }: ApiCall): Readonly<Record<string, Json>> {
  if (known === undefined) return {};
  const { resource, sample = {} } = known;
  const fixed = Object.entries(sample).filter(([, value]) => !JSON.stringify(value).includes('{%'));
  return {
    ...(resource === undefined ? {} : { [resource.parameter]: '{resource}' }),
    ...Object.fromEntries(fixed),
  };
}

const standIn = /^\{resource(?:\.(\w+))?\}$/;

/** The input of a call: what the node says by itself, and what a person wrote. */
export function callInput(
  to: End<'sdkTarget'>,
  { known, ...call }: ApiCall,
  written: Readonly<Record<string, Json>>,
  emitter: Emitter,
): Expr {
  const expression = (value: Json): Expr => {
    if (typeof value === 'string') {
      const match = standIn.exec(value);
      if (match === null) return lit(value);
      const attribute = match[1] ?? known?.resource?.attribute ?? 'arn';
      return Object.hasOwn(attributesOf(to.service, to), attribute) ? emitter.attribute(to.id, attribute) : lit(value);
    }
    if (Array.isArray(value)) return { type: 'array', items: (value as readonly Json[]).map(expression) };
    if (typeof value === 'object' && value !== null)
      return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, expression(item)] as const) };
    return lit(value);
  };
  return expression({ ...ownParameters({ known, ...call }), ...written });
}

/** An expression of JSON as a text, with what is only known when it is deployed. */
export const jsonText = (value: Expr): Expr => call(ref('this'), 'toJsonString', value);

/** What a new connection begins with: the parameters that only a person can give. */
export function initialInput(call: ApiCall | undefined): string | undefined {
  const missing = call === undefined ? [] : missingParameters(call, {});
  const sample = call?.known?.sample ?? {};
  const blank = (name: string): Json => {
    const value = lookup(sample, name);
    return Array.isArray(value) ? [] : typeof value === 'object' && value !== null ? {} : '';
  };
  return missing.length === 0
    ? undefined
    : JSON.stringify(Object.fromEntries(missing.map((name) => [name, blank(name)])), null, 2);
}
