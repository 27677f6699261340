import { nodeId, type Json } from '../../model/design.js';
import { idFromLabel, pascalCase } from '../../model/names.js';
import {
  array,
  call,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  sym,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import type { Emission } from '../emitter.js';
import { nodeKey, ranks, type Unit } from '../units.js';
import type { Adoption } from './adoption.js';
import type { AssembledResource, AssembledTemplate } from './assemble.js';
import { conditionExpr, conditionsIn } from './conditions.js';
import { isList, isMap, type JsonMap } from '../../model/json.js';
import { parameterProps } from './parameters.js';
import { textExpr, valueExpr } from './values.js';

type StackTemplate = Adoption['templates'][number];

/** Writes what was imported into the stacks of its templates: the resources as CloudFormation has them, ids kept. */
export function emitAdopted(emission: Emission, adoption: Adoption): void {
  for (const template of adoption.templates) new TemplateEmission(emission, adoption, template).emit();
}

class TemplateEmission {
  private readonly constructIds = new Set<string>();
  private readonly conditions = new Map<string, { readonly key: string; readonly variable: string }>();
  private readonly primaries: ReadonlyMap<string, string>;

  constructor(
    private readonly emission: Emission,
    adoption: Adoption,
    private readonly template: StackTemplate,
  ) {
    this.primaries = new Map(
      [...adoption.resources]
        .filter(([, { stack }]) => stack === template.stack)
        .map(([node, { logicalId }]) => [logicalId, node]),
    );
    for (const id of adoption.system.nodes.keys())
      if (!adoption.resources.has(id)) this.constructIds.add(pascalCase(id));
    // Resources keep the names that they have; other sections give way.
    for (const { logicalId } of template.resources) this.constructIds.add(logicalId);
  }

  emit(): void {
    const { origin, parameters, conditions, outputs } = this.template;
    this.settings(origin.rest ?? {});
    this.sections(this.template);
    for (const [name, value] of Object.entries(parameters)) this.parameter(name, value);
    for (const [name, value] of Object.entries(origin.mappings ?? {})) this.mapping(name, value);
    const names = Object.keys(conditions).filter((name) => isPlainName(name));
    for (const name of names)
      this.conditions.set(name, { key: this.key('3', 'condition', name), variable: this.variable(name, 'condition') });
    for (const name of names) this.condition(name, conditions[name] ?? null);
    for (const resource of this.template.resources) this.resource(resource);
    for (const [name, value] of Object.entries(outputs)) this.output(name, value);
  }

  private key(order: string, section: string, name: string): string {
    return `adopted:${order}:${section}:${this.template.stack}:${name}`;
  }

  private variable(...words: string[]): string {
    return this.emission.variableIn(this.template.stack, words);
  }

  private open(key: string, rank: number, statements: readonly Statement[], more: Partial<Unit> = {}): Unit {
    const unit = this.emission.open({ key, stack: this.template.stack, rank, subjects: [], ...more });
    unit.statements = statements;
    return unit;
  }

  /** The id of a construct beside the resources; where it is not the logical id, that is set apart. */
  private constructId(name: string, section: string): string {
    const wanted = this.constructIds.has(name) || !isPlainName(name) || name === 'Default' ? `${name}${section}` : name;
    const id = pascalCase(idFromLabel(wanted, (word) => this.constructIds.has(pascalCase(word)), section, 200));
    const free = wanted === name ? name : id;
    this.constructIds.add(free);
    return free;
  }

  private settings(rest: JsonMap): void {
    const options = member(ref('this'), 'templateOptions');
    const assign = (name: string, value: Expr): Statement => ({ type: 'assign', object: options, name, value });
    const transforms = [rest['Transform'] ?? []].flat().filter((one): one is string => typeof one === 'string');
    const version = rest['AWSTemplateFormatVersion'];
    const metadata = rest['Metadata'];
    const statements = [
      ...(typeof version === 'string' ? [assign('templateFormatVersion', lit(version))] : []),
      ...(transforms.length > 0 ? [assign('transforms', array(transforms.map(lit)))] : []),
      ...(isMap(metadata) ? [assign('metadata', valueExpr(metadata))] : []),
    ];
    if (statements.length > 0) this.open(this.key('0', 'settings', ''), ranks.adopted, statements);
  }

  /** Sections that the CDK has no class for. */
  private sections({ origin, conditions, parameters }: AssembledTemplate): void {
    const others = Object.entries(origin.rest ?? {}).filter(
      ([name, value]) =>
        !knownSections.has(name) || (name === 'Description' && !fitsStack(typeof value === 'string' ? value : '')),
    );
    const unnamed = (all: JsonMap): JsonMap =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !isPlainName(name)));
    const all: [string, Json][] = [
      ...(origin.globals === undefined ? [] : [['Globals', origin.globals] as [string, Json]]),
      ['Conditions', unnamed(conditions)],
      ['Parameters', unnamed(parameters)],
      ['Mappings', unnamed(origin.mappings ?? {})],
      ...others,
    ];
    for (const [name, value] of all) {
      if (isMap(value) && Object.keys(value).length === 0) continue;
      const add: Expr = {
        type: 'support',
        name: 'addSection',
        args: [ref('this'), lit(name), valueExpr(value)],
        means: lit(null),
      };
      this.open(this.key('1', 'section', name), ranks.adopted, [{ type: 'do', expression: add }]);
    }
  }

  private parameter(name: string, value: Json): void {
    if (!isPlainName(name)) return;
    this.declare('2', 'parameter', 'Parameter', name, 'CfnParameter', parameterProps(isMap(value) ? value : {}));
  }

  private mapping(name: string, value: Json): void {
    if (!isPlainName(name)) return;
    this.declare('2', 'mapping', 'Mapping', name, 'CfnMapping', object({ mapping: valueExpr(value) }));
  }

  private condition(name: string, value: Json): void {
    const { key, variable } = this.conditions.get(name) ?? { key: '', variable: '' };
    const expression = conditionExpr(value, (other) => {
      const found = this.conditions.get(other);
      return found === undefined ? undefined : ref(found.variable);
    });
    const id = this.constructId(name, 'Condition');
    const unit = this.open(
      key,
      ranks.adopted,
      [
        {
          type: 'const',
          name: variable,
          value: create(cdk('', 'CfnCondition'), ref('this'), lit(id), object({ expression })),
        },
        ...overridden(variable, id, name),
      ],
      { variable },
    );
    for (const other of conditionsIn(value)) {
      const found = this.conditions.get(other);
      if (found !== undefined && other !== name) unit.needs.add(found.key);
    }
  }

  private output(name: string, value: Json): void {
    if (!isMap(value)) return;
    const { Value, Description, Export, Condition } = value;
    const exported = isMap(Export) ? Export['Name'] : undefined;
    const condition = typeof Condition === 'string' ? this.conditions.get(Condition) : undefined;
    const unit = this.declare(
      '5',
      'output',
      'Output',
      name,
      'CfnOutput',
      object({
        value: textExpr(Value ?? ''),
        description: typeof Description === 'string' ? lit(Description) : undefined,
        exportName: exported === undefined ? undefined : textExpr(exported),
        condition: condition === undefined ? undefined : ref(condition.variable),
      }),
      ranks.adoptedLast,
    );
    if (condition !== undefined) unit.needs.add(condition.key);
  }

  private declare(
    order: string,
    section: string,
    word: string,
    name: string,
    className: string,
    props: Expr,
    rank: number = ranks.adopted,
  ): Unit {
    const id = this.constructId(name, word);
    const made = create(cdk('', className), ref('this'), lit(id), props);
    const expression = id === name ? made : call(made, 'overrideLogicalId', lit(name));
    return this.open(this.key(order, section, name), rank, [{ type: 'do', expression }]);
  }

  private resource({ logicalId, resource }: AssembledResource): void {
    const { type, properties, attributes = {} } = resource;
    const node = this.primaries.get(logicalId);
    const variable = this.variable('cfn', logicalId);
    const isTaken = this.isDrawnId(logicalId) || logicalId === 'Default' || logicalId.includes('/');
    const id = isTaken ? this.constructId(`${logicalId}Resource`, 'Resource') : logicalId;
    const value = create(
      cdk('', 'CfnResource'),
      ref('this'),
      lit(id),
      object({ type: lit(type), properties: properties === undefined ? undefined : valueExpr(properties) }),
    );
    const needs: string[] = [];
    const statements: Statement[] = [
      { type: 'const', name: variable, value },
      ...overridden(variable, id, logicalId),
      ...Object.entries(attributes).map(([name, given]) => this.attribute(variable, name, given, needs)),
    ];
    const key = node === undefined ? this.key('4', 'resource', logicalId) : nodeKey(node);
    const subjects = node === undefined ? [] : [nodeId(node)];
    const unit = this.open(key, ranks.adoptedResource, statements, { variable, subjects });
    for (const other of needs) unit.needs.add(other);
  }

  private isDrawnId(logicalId: string): boolean {
    return this.emission.isDrawnConstruct(logicalId);
  }

  private attribute(variable: string, name: string, value: Json, needs: string[]): Statement {
    const resource = ref(variable);
    const option = (key: string, expr: Expr): Statement => ({
      type: 'assign',
      object: member(resource, 'cfnOptions'),
      name: key,
      value: expr,
    });
    const condition = name === 'Condition' && typeof value === 'string' ? this.conditions.get(value) : undefined;
    if (condition !== undefined) {
      needs.push(condition.key);
      return option('condition', ref(condition.variable));
    }
    const policy = typeof value === 'string' ? deletionPolicies.get(value) : undefined;
    if (name === 'DeletionPolicy' && policy !== undefined) return option('deletionPolicy', policy);
    if (name === 'UpdateReplacePolicy' && policy !== undefined) return option('updateReplacePolicy', policy);
    if (name === 'Metadata' && isMap(value)) return option('metadata', valueExpr(value));
    return {
      type: 'do',
      expression: call(
        resource,
        'addOverride',
        lit(name),
        isList(value) || isMap(value) ? valueExpr(value) : lit(value),
      ),
    };
  }
}

const overridden = (variable: string, id: string, logicalId: string): Statement[] =>
  id === logicalId ? [] : [{ type: 'do', expression: call(ref(variable), 'overrideLogicalId', lit(logicalId)) }];

const deletionPolicies: ReadonlyMap<string, Expr> = new Map(
  [
    ['Delete', 'DELETE'],
    ['Retain', 'RETAIN'],
    ['RetainExceptOnCreate', 'RETAIN_EXCEPT_ON_CREATE'],
    ['Snapshot', 'SNAPSHOT'],
  ].map(([policy = '', name = '']) => [policy, sym('', `CfnDeletionPolicy.${name}`)]),
);

const knownSections: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Transform',
]);

/** Logical ids are letters and digits: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html */
const isPlainName = (name: string): boolean => /^[A-Za-z0-9]{1,255}$/.test(name);

/** The CDK refuses what is longer, which CloudFormation takes. */
const fitsStack = (description: string): boolean => description.length <= 512;

/** The description of its stack. */
export const descriptionOf = ({ origin }: AssembledTemplate): string => {
  const description = origin.rest?.['Description'];
  return typeof description === 'string' && fitsStack(description) ? description : '';
};
