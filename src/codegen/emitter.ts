import type { Emitter, NodeView, ServiceDefinition } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import { lookup } from '../model/design.js';
import type { Fields, PropsOf } from '../model/fields.js';
import { invariant } from '../model/invariant.js';
import { translate, type Language } from '../model/localized.js';
import { camelCase, constructIdOf, idFromLabel, pascalCase, variableOf } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import type { System, SystemNode } from '../system/system.js';
import { callStatic, lit, member, ref, type Expr } from '../ts-ast/ast.js';
import { rewrite } from '../ts-ast/walk.js';
import type { Stacks } from './stacks.js';
import { reservedNames } from './ts/imports.js';
import { nodeKey, ranks, roleKey, stableView, type Unit } from './units.js';

/** Everything emitted so far: units, names taken in each stack, files. */
export class Emission {
  readonly units = new Map<string, Unit>();
  readonly assets = new Map<string, string>();
  readonly problems: Problem[] = [];
  private readonly keysByVariable = new Map<string, string>();
  private readonly waiting = new Map<string, Set<string>>();
  private readonly takenConstructIds = new Map<string, Set<string>>();
  private readonly takenVariables = new Map<string, Set<string>>();
  private readonly nodeVariables: ReadonlySet<string>;

  constructor(
    readonly system: System,
    readonly stacks: Stacks,
    private readonly language: Language,
  ) {
    this.nodeVariables = new Set([...system.nodes.keys()].map((id) => variableOf(id, reservedNames)));
  }

  view(node: SystemNode): NodeView<PropsOf<Fields>> {
    return stableView(node, this.system.design);
  }

  open(unit: Omit<Unit, 'needs' | 'references' | 'files' | 'statements'>): Unit {
    const opened: Unit = { ...unit, needs: new Set(), references: new Set(), files: new Set(), statements: [] };
    this.units.set(unit.key, opened);
    if (unit.variable !== undefined) this.keysByVariable.set(`${unit.stack} ${unit.variable}`, unit.key);
    return opened;
  }

  /** Records that a resource gets a value of others after it was declared: to CloudFormation it depends on them. */
  waits(stack: string, variable: string, others: readonly string[]): void {
    const key = this.keysByVariable.get(`${stack} ${variable}`);
    if (key === undefined) return;
    const waiting = this.waiting.get(key) ?? new Set();
    for (const name of others) {
      const other = this.keysByVariable.get(`${stack} ${name}`);
      if (other !== undefined) waiting.add(other);
    }
    this.waiting.set(key, waiting);
  }

  /** Units that must exist before a unit, to CDK or to CloudFormation. */
  dependencies(key: string): string[] {
    return [...(this.units.get(key)?.needs ?? []), ...(this.waiting.get(key) ?? [])];
  }

  systemNode(id: NodeId): SystemNode {
    const found = this.system.node(id);
    invariant(found !== undefined, `a definition refers to the node ${id}, which the system does not have`);
    return found;
  }

  constructId(stack: string, words: readonly string[]): string {
    const taken = this.takenConstructIds.get(stack) ?? new Set([...this.system.nodes.keys()].map(constructIdOf));
    this.takenConstructIds.set(stack, taken);
    const id = pascalCase(idFromLabel(words.join(' '), (word) => taken.has(pascalCase(word)), 'resource'));
    taken.add(id);
    return id;
  }

  variable(stack: string, words: readonly string[]): string {
    const taken = this.takenVariables.get(stack) ?? new Set<string>();
    this.takenVariables.set(stack, taken);
    const isTaken = (id: string): boolean => {
      const name = camelCase(id);
      return taken.has(name) || this.nodeVariables.has(name) || variableOf(id, reservedNames) !== name;
    };
    const name = camelCase(idFromLabel(words.join(' '), isTaken, 'resource'));
    taken.add(name);
    return name;
  }

  /** What is lent to a definition while it emits a unit. */
  emitterFor(unit: Unit): Emitter {
    const construct = (id: NodeId): Expr => {
      const node = this.systemNode(id);
      const variable = variableOf(id, reservedNames);
      if (node.node.origin === 'existing') {
        unit.needs.add(this.existing(node, unit.stack).key);
        return ref(variable);
      }
      if (this.stacks.of(id) === unit.stack) {
        unit.needs.add(nodeKey(id));
        return ref(variable);
      }
      unit.references.add(id);
      return member(ref('props'), variable);
    };
    const addFile = (path: string, text: string): void => {
      const there = this.assets.get(path);
      invariant(there === undefined || there === text, `two files with the path ${path}`);
      this.assets.set(path, text);
      unit.files.add(path);
    };
    return {
      construct,
      attribute: (id, attribute) => {
        const node = this.systemNode(id);
        const found = lookup(node.service.attributes(this.view(node), self), attribute);
        if (found === undefined) {
          // A person wrote this name: in a substitution of a definition.
          this.problems.push(problem('substitution-unknown', { name: attribute, label: node.label }, { node: id }));
          return lit('');
        }
        return rewrite(found, (expr) => (expr === self ? construct(id) : undefined));
      },
      role: (id) => {
        const role = this.role(this.systemNode(id), unit.stack);
        invariant(
          role.stack === unit.stack || this.systemNode(id).node.origin === 'existing',
          `the role of ${id} is used in another stack`,
        );
        unit.needs.add(role.key);
        return ref(role.variable ?? '');
      },
      constructId: (...words) => this.constructId(unit.stack, words),
      variable: (...words) => this.variable(unit.stack, words),
      file: (path, text) => {
        addFile(path, text);
        return { type: 'project-file', path };
      },
      templateFile: (path, text, substitutions) => {
        addFile(path, text);
        return { type: 'load-template', path, substitutions: Object.entries(substitutions) };
      },
      sameStack: (a, b) => this.stacks.same(a, b),
      text: (text) => translate(text, this.language),
    };
  }

  /** The role of a node whose service acts by one that is made for it; filled in with its permissions later. */
  private role(node: SystemNode, user: string): Unit {
    const key = roleKey(node.id);
    const there = this.units.get(key);
    if (there !== undefined) return there;
    // An existing one has no stack of its own, and is reported: none can act by a role that is made here.
    const stack = node.node.origin === 'existing' ? user : this.stacks.of(node.id);
    return this.open({
      key,
      stack,
      rank: ranks.role,
      variable: this.variable(stack, [node.id, 'role']),
      subjects: [node.id],
    });
  }

  /** An existing resource as one stack sees it. */
  private existing(node: SystemNode, stack: string): Unit {
    const key = `existing:${stack}:${node.id}`;
    const there = this.units.get(key);
    if (there !== undefined) return there;
    const variable = variableOf(node.id, reservedNames);
    const unit = this.open({ key, stack, rank: ranks.node, variable, subjects: [node.id] });
    const value = existingValue(node.service, node);
    if (value === undefined) {
      const code = node.service.fromExisting === undefined ? 'existing-not-possible' : 'existing-reference-missing';
      const facts = { label: node.label, service: node.service.label };
      this.problems.push(problem(code, facts, { node: node.id }));
    } else {
      unit.statements = [{ type: 'const', name: variable, value }];
    }
    return unit;
  }
}

const self = ref('self');

function existingValue(service: ServiceDefinition, { id, node }: SystemNode): Expr | undefined {
  const { existing } = node;
  if (existing === undefined || service.fromExisting === undefined) return undefined;
  const constructId = constructIdOf(id);
  switch (existing.by) {
    case 'name':
    case 'arn':
      return service.fromExisting({ constructId, by: existing.by, value: lit(existing.value) });
    // Neither says whether it holds a name or an ARN: its own name mostly does.
    case 'ssm-parameter':
      return service.fromExisting({
        constructId,
        by: holds(existing.value),
        value: callStatic('aws-ssm', 'StringParameter.valueForStringParameter', ref('this'), lit(existing.value)),
      });
    case 'export':
      return service.fromExisting({
        constructId,
        by: holds(existing.value),
        value: callStatic('', 'Fn.importValue', lit(existing.value)),
      });
  }
}

const holds = (name: string): 'arn' | 'name' => (/arn$/i.test(name) ? 'arn' : 'name');
