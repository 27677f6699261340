import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import type { SourceResource, SourceSystem, SourceTemplate } from './source.js';
import { mapOf, textOf } from './values.js';

/** What a name in a template means there: a resource, a value that is read on in some template, or nothing known. */
export type Found =
  | { readonly kind: 'resource'; readonly resource: SourceResource; readonly attribute: string | undefined }
  | { readonly kind: 'value'; readonly template: SourceTemplate; readonly value: Json }
  /** The value of the parameter that is stored under a name. */
  | { readonly kind: 'stored'; readonly template: SourceTemplate; readonly name: Json }
  | { readonly kind: 'unknown'; readonly name: string };

const nested: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** The names of a system's templates. */
export class Scopes {
  readonly #templates = new Map<string, SourceTemplate>();
  readonly #children = new Map<string, SourceTemplate>();

  constructor(readonly system: SourceSystem) {
    for (const template of system.templates) {
      this.#templates.set(template.file, template);
      if (template.parent !== undefined)
        this.#children.set(`${template.parent.template}\n${template.parent.logicalId}`, template);
    }
  }

  template(file: string): SourceTemplate | undefined {
    return this.#templates.get(file);
  }

  /** What a stack puts out, asked for by its name as the CDK does between stacks of one app. */
  output(stack: string, name: string): { readonly template: SourceTemplate; readonly value: Json } | undefined {
    const template = this.system.templates.find((one) => one.name === stack && one.parent === undefined);
    const value = template === undefined ? undefined : lookup(mapOf(lookup(template.outputs, name)), 'Value');
    return template === undefined || value === undefined ? undefined : { template, value };
  }

  /** What `Ref` means. */
  ref(template: SourceTemplate, name: string): Found {
    const resource = template.resources.get(name);
    if (resource !== undefined) return { kind: 'resource', resource, attribute: undefined };
    const parameter = lookup(template.parameters, name);
    if (parameter !== undefined) return this.#parameter(template, name, mapOf(parameter));
    return this.#madeBySam(template, name, undefined) ?? { kind: 'unknown', name };
  }

  /** What `Fn::GetAtt` means; outputs of a nested stack are what it says of them. */
  attribute(template: SourceTemplate, name: string, attribute: string): Found {
    const resource = template.resources.get(name);
    if (resource === undefined)
      return this.#madeBySam(template, name, attribute) ?? { kind: 'unknown', name: `${name}.${attribute}` };
    if (nested.has(resource.type) && attribute.startsWith('Outputs.')) {
      const child = this.#children.get(`${template.file}\n${name}`);
      const output = child === undefined ? undefined : lookup(child.outputs, attribute.slice('Outputs.'.length));
      const value = lookup(mapOf(output), 'Value');
      if (child !== undefined && value !== undefined) return { kind: 'value', template: child, value };
    }
    return { kind: 'resource', resource, attribute };
  }

  #parameter(template: SourceTemplate, name: string, parameter: Readonly<Record<string, Json>>): Found {
    const { parent } = template;
    const outer = parent === undefined ? undefined : this.#templates.get(parent.template);
    const handed = parent === undefined ? undefined : lookup(parent.parameters, name);
    const type = textOf(lookup(parameter, 'Type')) ?? '';
    const given =
      outer !== undefined && handed !== undefined
        ? ({ kind: 'value', template: outer, value: handed } as const)
        : lookup(parameter, 'Default') === undefined
          ? undefined
          : ({ kind: 'value', template, value: typed(type, lookup(parameter, 'Default') ?? '') } as const);
    if (given === undefined) return { kind: 'unknown', name };
    return type.startsWith('AWS::SSM::Parameter::Value<')
      ? { kind: 'stored', template: given.template, name: given.value }
      : given;
  }

  /**
   * Resources that SAM makes and that are named after what they are made for: `OrdersRole`, `OrdersUrl`, `Orders.Alias`,
   * `Orders.Version`, `Api.Stage`. The function or the API stands for them, except for the role.
   */
  #madeBySam(template: SourceTemplate, name: string, attribute: string | undefined): Found | undefined {
    const dot = name.indexOf('.');
    const base = dot > 0 ? name.slice(0, dot) : name.replace(/(?:Url|Stage)$/, '');
    if (base === name) return undefined;
    const resource = template.resources.get(base);
    if (resource?.type.startsWith('AWS::Serverless::') !== true) return undefined;
    return { kind: 'resource', resource, attribute: attribute ?? (dot > 0 ? name.slice(dot + 1) : undefined) };
  }
}

/** The default of a list parameter is one text with commas. */
function typed(type: string, value: Json): Json {
  const isList = type === 'CommaDelimitedList' || /^(?:List<|AWS::SSM::Parameter::Value<(?:List<|CommaD))/.test(type);
  if (!isList || typeof value !== 'string' || type.startsWith('AWS::SSM')) return value;
  return value.split(',').map((item) => item.trim());
}

/** The arguments of `Fn::GetAtt`, whose list may also be one text. */
export function attributeArguments(value: Json): readonly [name: string, attribute: Json] | undefined {
  if (typeof value === 'string') {
    const dot = value.indexOf('.');
    return dot < 0 ? undefined : [value.slice(0, dot), value.slice(dot + 1)];
  }
  if (!Array.isArray(value)) return undefined;
  const [name, ...attribute] = value as readonly Json[];
  if (typeof name !== 'string') return undefined;
  const [only] = attribute;
  if (attribute.length === 1 && only !== undefined && isMap(only)) return [name, only];
  return [name, attribute.filter((one) => typeof one === 'string').join('.')];
}
