import type { CommonResource, Emitter, NodeView } from '../catalog/define.js';
import { lookup, operationsOf, type NodeId, type OperationsProfile } from '../model/design.js';
import type { Fields, PropsOf } from '../model/fields.js';
import { invariant } from '../model/invariant.js';
import { translate, type Language } from '../model/localized.js';
import { byCodeUnit, camelCase, constructIdOf, idFromLabel, pascalCase, variableOf } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import type { System, SystemNode } from '../system/system.js';
import { lit, member, ref, type Expr, type Statement } from '../ts-ast/ast.js';
import { rewrite } from '../ts-ast/walk.js';
import { commonStatements, commonWords } from './common.js';
import type { Adoption } from './adopt/adoption.js';
import { adoptedValue, existingStatements } from './existing.js';
import { isSameList, type MadeStack, type MadeUnit, type Memory } from './memory.js';
import { StackState } from './stack-state.js';
import type { Stacks } from './stacks.js';
import { reservedNames } from './ts/imports.js';
import { nodeKey, ranks, roleKey, stableView, type Unit } from './units.js';

/** An id of a connection with words behind it stays whole: what tells two apart must not be cut off. */
const longestConstructId = 200;

/** Where the construct of a node is, for a unit. */
type Place = 'existing' | 'own' | 'other';

/** What a definition asked while it emitted, with what was answered: asked again, it shows whether anything changed. */
export type Call =
  | { readonly ask: 'construct'; readonly id: NodeId; readonly place: Place }
  | {
      readonly ask: 'attribute';
      readonly id: NodeId;
      readonly attribute: string;
      readonly found: Expr | undefined;
      /** Undefined: the attribute does not come from the construct. */
      readonly place: Place | undefined;
    }
  | { readonly ask: 'role'; readonly id: NodeId; readonly variable: string }
  | { readonly ask: 'common'; readonly kind: CommonResource; readonly variable: string }
  | { readonly ask: 'construct-id' | 'variable'; readonly words: readonly string[]; readonly name: string }
  | { readonly ask: 'file'; readonly path: string; readonly text: string }
  | { readonly ask: 'same-stack'; readonly a: NodeId; readonly b: NodeId; readonly same: boolean };

/** A unit was taken over from the last generation, and asked again it got another answer: planning begins anew. */
export class OutdatedUnit extends Error {
  constructor(readonly key: string) {
    super(`the unit ${key} has to be made anew`);
  }
}

/** Everything emitted so far: stacks with their units, names and files. */
export class Emission {
  readonly units = new Map<string, Unit>();
  private readonly states = new Map<string, StackState>();
  private readonly nodeVariables: ReadonlySet<string>;
  private readonly nodeConstructIds: ReadonlySet<string>;

  constructor(
    readonly system: System,
    readonly stacks: Stacks,
    readonly language: Language,
    private readonly memory: Memory,
    private readonly adoption?: Adoption,
  ) {
    const ids = [...system.nodes.keys()];
    this.nodeVariables = memory.made('node-variables', ids, () => new Set(ids.map(nodeVariable)));
    this.nodeConstructIds = memory.made('node-construct-ids', ids, () => new Set(ids.map(constructIdOf)));
  }

  private get operations(): OperationsProfile {
    return operationsOf(this.system.design.settings);
  }

  /** The stacks that something was emitted into, in the order of their ids. */
  stackIds(): readonly string[] {
    return [...this.states.keys()].sort(byCodeUnit);
  }

  stateOf(stack: string): StackState {
    const known = this.states.get(stack);
    if (known !== undefined) return known;
    const state = new StackState();
    this.states.set(stack, state);
    return state;
  }

  /** All files that were added. */
  get assets(): ReadonlyMap<string, string> {
    const all = new Map<string, string>();
    for (const stack of this.stackIds())
      for (const [path, text] of this.stateOf(stack).assets) {
        const there = all.get(path);
        invariant(there === undefined || there === text, `two files with the path ${path}`);
        all.set(path, text);
      }
    return all;
  }

  get problems(): readonly Problem[] {
    return this.stackIds().flatMap((stack) => this.stateOf(stack).problems);
  }

  /**
   * Emits the nodes and connections of a stack. One whose inputs, and whatever it looked at in other stacks, are as in
   * the last generation is taken over whole.
   */
  emitStack(stack: string, inputs: readonly unknown[], emit: () => void): void {
    const all = [this.language, this.operations, ...inputs];
    const known = this.memory.stack(stack);
    if (known !== undefined && isSameList(known.inputs, all) && this.isAsBefore(known)) {
      const state = known.state.copy(known);
      this.states.set(stack, state);
      for (const unit of state.units.values()) this.units.set(unit.key, unit);
      this.memory.keepStack(stack, known);
      return;
    }
    const state = this.stateOf(stack);
    emit();
    const seen = new Map([...state.reads].map((id) => [id, { node: this.system.node(id), stack: this.stacks.of(id) }]));
    const made: MadeStack = { inputs: all, seen, state };
    this.memory.keepStack(stack, made);
    // What comes later changes the state: the one that is kept must not change with it.
    this.states.set(stack, state.copy(made));
    for (const unit of this.stateOf(stack).units.values()) this.units.set(unit.key, unit);
  }

  private isAsBefore({ seen, state }: MadeStack): boolean {
    for (const [id, { node, stack }] of seen)
      if (this.system.node(id) !== node || this.stacks.of(id) !== stack) return false;
    // A name may be taken now, or free again.
    for (const name of this.memory.changedNames(this.system)) if (state.asked.has(name)) return false;
    return true;
  }

  view(node: SystemNode): NodeView<PropsOf<Fields>> {
    return stableView(node, this.system.design);
  }

  open(unit: Omit<Unit, 'needs' | 'references' | 'files' | 'statements'>): Unit {
    const opened: Unit = { ...unit, needs: new Set(), references: new Set(), files: new Set(), statements: [] };
    const state = this.stateOf(unit.stack);
    this.units.set(unit.key, opened);
    state.units.set(unit.key, opened);
    if (unit.variable !== undefined) state.keysByVariable.set(unit.variable, unit.key);
    return opened;
  }

  /**
   * Fills a unit with statements; without any it is taken out again. What the last generation made from the same inputs
   * is taken over if everything that it asked is answered as before.
   */
  fill(
    unit: Unit,
    inputs: readonly unknown[],
    make: (emitter: Emitter, before: readonly Statement[]) => readonly Statement[] | undefined,
  ): void {
    const known = this.memory.unit(unit.key);
    const isSame = known?.stack === unit.stack && isSameList(known.inputs, [this.language, this.operations, ...inputs]);
    if (isSame && !known.calls.every((call) => this.isAnsweredAgain(unit, call))) throw new OutdatedUnit(unit.key);
    const made = isSame ? known : this.make(unit, inputs, make);
    this.memory.keepUnit(unit.key, made);
    const state = this.stateOf(unit.stack);
    state.made.push(made);
    if (made.statements === undefined || made.statements.length === 0) {
      this.units.delete(unit.key);
      state.units.delete(unit.key);
    }
    unit.statements = made.statements ?? [];
  }

  private make(
    unit: Unit,
    inputs: readonly unknown[],
    make: (emitter: Emitter, before: readonly Statement[]) => readonly Statement[] | undefined,
  ): MadeUnit {
    const calls: Call[] = [];
    const before: Statement[] = [];
    const statements = make(this.emitterFor(unit, calls, before), before);
    return {
      stack: unit.stack,
      inputs: [this.language, this.operations, ...inputs],
      calls,
      statements: statements === undefined ? undefined : [...before, ...statements],
    };
  }

  /** Does again what a call did, and says whether the answer is the same. */
  private isAnsweredAgain(unit: Unit, call: Call): boolean {
    switch (call.ask) {
      case 'construct':
        return this.place(unit, call.id) === call.place;
      case 'attribute':
        return (
          this.attributeOf(unit, call.id, call.attribute) === call.found &&
          (call.place === undefined || this.place(unit, call.id) === call.place)
        );
      case 'role':
        return this.roleFor(unit, call.id) === call.variable;
      case 'common':
        return this.commonFor(unit, call.kind) === call.variable;
      case 'construct-id':
        return this.constructId(unit.stack, call.words) === call.name;
      case 'variable':
        return this.variable(unit.stack, call.words) === call.name;
      case 'file':
        this.addFile(unit, call.path, call.text);
        return true;
      case 'same-stack':
        return this.sameStack(unit, call.a, call.b) === call.same;
    }
  }

  /** Records that a resource gets a value of others after it was declared: to CloudFormation it depends on them. */
  waits(stack: string, variable: string, others: readonly string[]): void {
    const { keysByVariable, waiting } = this.stateOf(stack);
    const key = keysByVariable.get(variable);
    if (key === undefined) return;
    const keys = waiting.get(key) ?? new Set();
    for (const name of others) {
      const other = keysByVariable.get(name);
      if (other !== undefined) keys.add(other);
    }
    waiting.set(key, keys);
  }

  /** Notes that CloudFormation makes a unit after another, although no statement says so. */
  waitsFor(stack: string, key: string, other: string): void {
    const { waiting } = this.stateOf(stack);
    waiting.set(key, (waiting.get(key) ?? new Set()).add(other));
  }

  /** Units that must exist before a unit, to CDK or to CloudFormation. */
  *dependencies(key: string): Generator<string> {
    const unit = this.units.get(key);
    if (unit === undefined) return;
    yield* unit.needs;
    yield* this.stateOf(unit.stack).waiting.get(key) ?? [];
  }

  /** Notes that a stack depends on what a node is and where it lives. */
  reads(stack: string, id: NodeId): void {
    this.stateOf(stack).reads.add(id);
  }

  systemNode(id: NodeId): SystemNode {
    const found = this.system.node(id);
    invariant(found !== undefined, `a definition refers to the node ${id}, which the system does not have`);
    return found;
  }

  /** A name that no other variable of the stack has. */
  variableIn(stack: string, words: readonly string[]): string {
    return this.variable(stack, words);
  }

  /** Whether the construct of a node that is drawn, and not imported, has this id. */
  isDrawnConstruct(constructId: string): boolean {
    for (const id of this.system.nodes.keys())
      if (this.adoption?.resources.has(id) !== true && constructIdOf(id) === constructId) return true;
    return false;
  }

  private constructId(stack: string, words: readonly string[]): string {
    const { constructIds, asked } = this.stateOf(stack);
    const isTaken = (word: string): boolean => {
      const id = pascalCase(word);
      asked.add(id);
      return constructIds.has(id) || this.nodeConstructIds.has(id);
    };
    const id = pascalCase(idFromLabel(words.join(' '), isTaken, 'resource', longestConstructId));
    constructIds.add(id);
    return id;
  }

  private variable(stack: string, words: readonly string[]): string {
    const { variables, asked } = this.stateOf(stack);
    const isTaken = (id: string): boolean => {
      const name = camelCase(id);
      asked.add(name);
      return variables.has(name) || this.nodeVariables.has(name) || variableOf(id, reservedNames) !== name;
    };
    const name = camelCase(idFromLabel(words.join(' '), isTaken, 'resource'));
    variables.add(name);
    return name;
  }

  /** Where the construct of a node is for a unit, which from now on depends on it. */
  private place(unit: Unit, id: NodeId): Place {
    const node = this.systemNode(id);
    this.reads(unit.stack, id);
    if (node.node.origin === 'existing') {
      unit.needs.add(this.existing(node, unit.stack).key);
      return 'existing';
    }
    if (this.stacks.of(id) === unit.stack) {
      unit.needs.add(nodeKey(id));
      return 'own';
    }
    unit.references.add(id);
    return 'other';
  }

  private attributeOf(unit: Unit, id: NodeId, attribute: string): Expr | undefined {
    const node = this.systemNode(id);
    this.reads(unit.stack, id);
    const found = lookup(attributesOf(node, this.view(node)), attribute);
    // A person wrote this name: in a substitution of a definition.
    if (found === undefined)
      this.stateOf(unit.stack).problems.push(
        problem('substitution-unknown', { name: attribute, label: node.label }, { node: id }),
      );
    return found;
  }

  private sameStack(unit: Unit, a: NodeId, b: NodeId): boolean {
    this.reads(unit.stack, a);
    this.reads(unit.stack, b);
    return this.stacks.same(a, b);
  }

  private roleFor(unit: Unit, id: NodeId): string {
    this.reads(unit.stack, id);
    const role = this.role(this.systemNode(id), unit.stack);
    invariant(
      role.stack === unit.stack || this.systemNode(id).node.origin === 'existing',
      `the role of ${id} is used in another stack`,
    );
    unit.needs.add(role.key);
    return role.variable ?? '';
  }

  private commonFor(unit: Unit, kind: CommonResource): string {
    const common = this.common(unit.stack, kind);
    unit.needs.add(common.key);
    return common.variable ?? '';
  }

  /** What a stack has once for all of its nodes. */
  private common(stack: string, kind: CommonResource): Unit {
    const key = `common:${stack}:${kind}`;
    const there = this.units.get(key);
    if (there !== undefined) return there;
    const variable = this.variable(stack, commonWords[kind]);
    const alarms = kind !== 'alarms' && this.operations === 'production' ? this.common(stack, 'alarms') : undefined;
    const unit = this.open({ key, stack, rank: ranks.common, variable, subjects: [] });
    unit.statements = commonStatements(kind, {
      variable,
      constructId: this.constructId(stack, commonWords[kind]),
      operations: this.operations,
      alarms: alarms?.variable === undefined ? undefined : ref(alarms.variable),
      text: (text) => translate(text, this.language),
    });
    if (alarms !== undefined) unit.needs.add(alarms.key);
    return unit;
  }

  private addFile(unit: Unit, path: string, text: string): void {
    const { assets } = this.stateOf(unit.stack);
    const there = assets.get(path);
    invariant(there === undefined || there === text, `two files with the path ${path}`);
    assets.set(path, text);
    unit.files.add(path);
  }

  /** What is lent to a definition while it emits a unit; writes down what it asks. */
  private emitterFor(unit: Unit, calls: Call[], before: Statement[]): Emitter {
    const file = (path: string, text: string): void => {
      this.addFile(unit, path, text);
      calls.push({ ask: 'file', path, text });
    };
    return {
      construct: (id) => {
        const place = this.place(unit, id);
        calls.push({ ask: 'construct', id, place });
        return constructAt(place, id);
      },
      attribute: (id, attribute) => {
        const found = this.attributeOf(unit, id, attribute);
        let place: Place | undefined;
        const value =
          found === undefined
            ? lit('')
            : rewrite(found, (expr) => {
                if (expr !== self) return undefined;
                place = this.place(unit, id);
                return constructAt(place, id);
              });
        calls.push({ ask: 'attribute', id, attribute, found, place });
        return value;
      },
      operations: this.operations,
      common: (kind) => {
        const variable = this.commonFor(unit, kind);
        calls.push({ ask: 'common', kind, variable });
        return ref(variable);
      },
      role: (id) => {
        const variable = this.roleFor(unit, id);
        calls.push({ ask: 'role', id, variable });
        return ref(variable);
      },
      constructId: (...words) => {
        const name = this.constructId(unit.stack, words);
        calls.push({ ask: 'construct-id', words, name });
        return name;
      },
      variable: (...words) => {
        const name = this.variable(unit.stack, words);
        calls.push({ ask: 'variable', words, name });
        return name;
      },
      before: (...statements) => {
        before.push(...statements);
      },
      file: (path, text) => {
        file(path, text);
        return { type: 'project-file', path };
      },
      templateFile: (path, text, substitutions) => {
        file(path, text);
        return { type: 'load-template', path, substitutions: Object.entries(substitutions) };
      },
      sameStack: (a, b) => {
        const same = this.sameStack(unit, a, b);
        calls.push({ ask: 'same-stack', a, b, same });
        return same;
      },
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
    const variable = nodeVariable(node.id);
    const unit = this.open({ key, stack, rank: ranks.node, variable, subjects: [node.id] });
    const adopted = this.adoption?.resources.get(node.id);
    if (adopted !== undefined) {
      this.adoptedLookup(node, unit, adopted);
      return unit;
    }
    const statements = existingStatements(node, variable);
    if (statements === undefined) {
      const code = node.service.fromExisting === undefined ? 'existing-not-possible' : 'existing-reference-missing';
      const facts = { label: node.label, service: node.service.label };
      this.stateOf(stack).problems.push(problem(code, facts, { node: node.id }));
    } else {
      unit.statements = statements;
    }
    return unit;
  }

  /** An imported resource as what is drawn refers to it: by the resource in its stack. */
  private adoptedLookup(
    node: SystemNode,
    unit: Unit,
    adopted: { readonly stack: string; readonly logicalId: string; readonly type: string },
  ): void {
    const key = nodeKey(node.id);
    const resource = this.units.get(key)?.variable;
    const isOwn = adopted.stack === unit.stack;
    if (!isOwn) unit.references.add(node.id);
    else if (resource !== undefined) unit.needs.add(key);
    const constructId = this.constructId(unit.stack, [node.id, 'reference']);
    const value =
      resource === undefined && !isOwn
        ? undefined
        : adoptedValue(
            node,
            adopted,
            constructId,
            resource === undefined ? undefined : isOwn ? ref(resource) : member(ref('props'), resource),
          );
    if (value !== undefined) unit.statements = [{ type: 'const', name: nodeVariable(node.id), value }];
    else {
      const facts = { label: node.label, service: node.service.label };
      this.stateOf(unit.stack).problems.push(problem('adopted-not-reachable', facts, { node: node.id }));
    }
  }
}

const self = ref('self');

const nodeVariables = new Map<NodeId, string>();

/** The variable of a node, made once for each id. */
export function nodeVariable(id: NodeId): string {
  const known = nodeVariables.get(id);
  if (known !== undefined) return known;
  // Ids come from files: what is remembered stays small.
  if (nodeVariables.size > 50_000) nodeVariables.clear();
  const variable = variableOf(id, reservedNames);
  nodeVariables.set(id, variable);
  return variable;
}

const constructAt = (place: Place, id: NodeId): Expr =>
  place === 'other' ? member(ref('props'), nodeVariable(id)) : ref(nodeVariable(id));

const attributes = new WeakMap<SystemNode, Readonly<Record<string, Expr>>>();

function attributesOf(node: SystemNode, view: NodeView<PropsOf<Fields>>): Readonly<Record<string, Expr>> {
  const known = attributes.get(node) ?? node.service.attributes(view, self);
  attributes.set(node, known);
  return known;
}
