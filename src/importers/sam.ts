import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import type { JsonMap, SourceResource, SourceTemplate } from './source.js';
import { listOf, mapOf, textOf } from './values.js';

/** What SAM adds to a template before CloudFormation sees it: `Globals` and the APIs that events ask for. */

const prefix = 'AWS::Serverless::';

/** The two APIs that SAM makes for events that name none. */
const implicitApis: readonly {
  readonly event: string;
  readonly api: string;
  readonly id: string;
  readonly type: string;
}[] = [
  { event: 'Api', api: 'RestApiId', id: 'ServerlessRestApi', type: 'AWS::Serverless::Api' },
  { event: 'HttpApi', api: 'ApiId', id: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi' },
];

/** The template with `Globals` in the effective properties and the implicit APIs among its resources. */
export function withSam(template: SourceTemplate): SourceTemplate {
  if (template.format !== 'sam') return template;
  const resources = new Map<string, SourceResource>();
  for (const [id, resource] of template.resources) resources.set(id, withGlobals(resource, template.globals));
  for (const { event, api, id, type } of implicitApis) {
    if (resources.has(id) || ![...resources.values()].some((one) => asksFor(one, event, api, id))) continue;
    const bare: SourceResource = {
      template: template.file,
      logicalId: id,
      type,
      properties: {},
      effective: {},
      attributes: {},
      implicit: true,
    };
    resources.set(id, withGlobals(bare, template.globals));
  }
  return { ...template, resources };
}

function asksFor({ type, effective }: SourceResource, event: string, api: string, id: string): boolean {
  if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine') return false;
  return Object.values(mapOf(lookup(effective, 'Events'))).some((one) => {
    if (!isMap(one) || lookup(one, 'Type') !== event) return false;
    const named = lookup(mapOf(lookup(one, 'Properties')), api);
    return named === undefined || (isMap(named) && lookup(named, 'Ref') === id);
  });
}

function withGlobals(resource: SourceResource, globals: JsonMap): SourceResource {
  const { type, effective, attributes } = resource;
  if (!type.startsWith(prefix)) return resource;
  const global = mapOf(lookup(globals, type.slice(prefix.length)));
  const ignored = lookup(attributes, 'IgnoreGlobals');
  if (ignored === '*') return resource;
  const kept = Object.entries(global).filter(([key]) => !listOf(ignored).includes(key));
  if (kept.length === 0) return resource;
  return { ...resource, effective: mapOf(merged(Object.fromEntries(kept), effective, 0)) };
}

const maxDepth = 100;

/** Maps are merged, lists are joined, and of anything else the resource's own counts. */
function merged(global: Json, own: Json, depth: number): Json {
  if (Array.isArray(global) && Array.isArray(own)) return [...(global as readonly Json[]), ...(own as readonly Json[])];
  if (!isPlainMap(global) || !isPlainMap(own) || depth > maxDepth) return own;
  const entries = new Map(Object.entries(global));
  for (const [key, value] of Object.entries(own)) {
    const below = entries.get(key);
    entries.set(key, below === undefined ? value : merged(below, value, depth + 1));
  }
  return Object.fromEntries(entries);
}

/** A map that is no function of CloudFormation. */
const isPlainMap = (value: Json): value is JsonMap => isMap(value) && functionName(value) === undefined;

/** The name of the function that a value calls: `Ref`, `Fn::Sub`. */
export function functionName(value: Json | undefined): string | undefined {
  if (!isMap(value)) return undefined;
  const keys = Object.keys(value);
  const [name] = keys;
  if (keys.length !== 1 || name === undefined) return undefined;
  return name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && textOf(value[name]) !== undefined)
    ? name
    : undefined;
}
