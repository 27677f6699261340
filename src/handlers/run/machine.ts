import { asExpr, constant, isExpr, nothing, type At, type Expr, type Obstacle, type Step, type Value } from '../ir.js';
import type { Argument, ClassTree, Param, Pattern, Program, Statement, Tree } from '../tree.js';
import { choose, memberOf, textOf, truth, withMember } from './access.js';
import { callLibrary } from './library.js';
import { callMethod } from './methods.js';
import {
  Exhausted,
  limits,
  Scope,
  type Changes,
  type ClassValue,
  type Closure,
  type Completion,
  type Instance,
  type Machine,
  type Module,
  type Note,
  type Router,
  type StepOf,
} from './state.js';

type Named = ReadonlyMap<string, Value>;

/** Reads a module by its path, where there is one. */
export type ReadModule = (
  path: string,
) => { readonly path: string; readonly program: Program; readonly language: Module['language'] } | undefined;
/** Finds the file that an import means. */
export type ResolveImport = (from: string, name: string, language: Module['language']) => string | undefined;

/** Walks a program without running it: every value is an expression over the event, every effect a step. */
export class Interpreter implements Machine {
  at: At = { file: '', line: 1 };
  phase: 'load' | 'handle' = 'load';
  defaults: Expr = nothing;
  readonly notes: Note[] = [];
  /** What callbacks were given. */
  readonly answers: Value[] = [];
  private out: Step[] = [];
  private count = 0;
  private ids = 0;
  private depth = 0;
  private readonly closures: Closure[] = [];
  private readonly classes: ClassValue[] = [];
  private readonly instances: Instance[] = [];
  private readonly routers: Router[] = [];
  private readonly modules = new Map<string, Module>();
  private readonly running: Tree[] = [];
  private journal: Changes | undefined;

  constructor(
    private readonly read: ReadModule,
    private readonly resolve: ResolveImport,
  ) {}

  nextId(): number {
    return ++this.ids;
  }

  note(kind: string, text: string): void {
    if (this.notes.length < 500) this.notes.push({ kind, text, at: this.at });
  }

  answer(value: Value): void {
    if (this.phase === 'handle' && this.answers.length < 50) this.answers.push(value);
  }

  either(test: Expr, then: Value, other: Value, act: (value: Value) => Value): Value {
    const at = this.at;
    let a: Value = nothing;
    let b: Value = nothing;
    const first = this.collect(() => (a = act(then)));
    const second = this.collect(() => (b = act(other)));
    if (first.length + second.length > 0) this.out.push({ ...at, t: 'if', test, then: first, else: second });
    return choose(test, a, b);
  }

  private tick(): void {
    if (++this.count > limits.steps) throw new Exhausted('steps');
  }

  emit(step: StepOf): number {
    this.tick();
    this.out.push({ ...step, ...this.at });
    return 'id' in step ? step.id : 0;
  }

  obstacle(why: Obstacle, what: string): void {
    this.emit({ t: 'obstacle', why, what });
  }

  collect(run: () => void): readonly Step[] {
    const outer = this.out;
    const inner: Step[] = [];
    this.out = inner;
    try {
      run();
    } finally {
      this.out = outer;
    }
    return inner;
  }

  under(build: (body: Step[]) => Expr | undefined): Expr | undefined {
    let found: Expr | undefined;
    this.collect(() => (found = build(this.out)));
    return found;
  }

  closure(id: number): Closure | undefined {
    return this.closures[id];
  }

  router(id: number): Router | undefined {
    return this.routers[id];
  }

  newRouter(): Value {
    this.routers.push({ routes: [] });
    return { k: 'router', id: this.routers.length - 1 };
  }

  load(path: string): Module | undefined {
    const known = this.modules.get(path);
    if (known !== undefined) return known;
    if (this.modules.size >= limits.modules) return undefined;
    const file = this.read(path);
    if (file === undefined) return undefined;
    const module: Module = { path: file.path, exports: new Map(), language: file.language };
    this.modules.set(path, module);
    const before = { at: this.at, phase: this.phase, journal: this.journal };
    this.phase = 'load';
    this.journal = undefined;
    const scope = new Scope(undefined, module);
    scope.values.set('exports', { k: 'module', path });
    scope.values.set('module', { k: 'module', path });
    try {
      this.statements(file.program.body, scope);
    } finally {
      this.at = before.at;
      this.phase = before.phase;
      this.journal = before.journal;
    }
    if (file.language === 'python')
      for (const [name, value] of scope.values) if (!module.exports.has(name)) module.exports.set(name, value);
    // Kept for handlers that are no export, as a last resort.
    for (const [name, value] of scope.values)
      if (!module.exports.has(name) && value.k === 'closure') module.exports.set(`(local) ${name}`, value);
    return module;
  }

  private write(map: Map<string, Value>, key: string, value: Value): void {
    if (this.journal !== undefined) {
      let changed = this.journal.get(map);
      if (changed === undefined) this.journal.set(map, (changed = new Map<string, Value | undefined>()));
      if (!changed.has(key)) changed.set(key, map.get(key));
    }
    map.set(key, value);
  }

  /** Runs a branch and takes back what it wrote; gives what it wrote. */
  private branch(run: () => Completion): { readonly completion: Completion; readonly wrote: Changes } {
    const outer = this.journal;
    this.journal = new Map();
    let completion: Completion = { ends: false };
    const wrote: Changes = new Map();
    try {
      completion = run();
    } finally {
      for (const [map, keys] of this.journal) {
        const now = new Map<string, Value | undefined>();
        for (const [key, old] of keys) {
          now.set(key, map.get(key));
          if (old === undefined) map.delete(key);
          else map.set(key, old);
        }
        wrote.set(map, now);
      }
      this.journal = outer;
    }
    return { completion, wrote };
  }

  private apply(wrote: Changes): void {
    for (const [map, keys] of wrote)
      for (const [key, value] of keys) if (value !== undefined) this.write(map, key, value);
  }

  private merge(test: Expr, a: Changes, b: Changes): void {
    for (const map of new Set([...a.keys(), ...b.keys()])) {
      const keys = new Set([...(a.get(map)?.keys() ?? []), ...(b.get(map)?.keys() ?? [])]);
      for (const key of keys) {
        const old = map.get(key);
        this.write(map, key, choose(test, a.get(map)?.get(key) ?? old, b.get(map)?.get(key) ?? old));
      }
    }
  }

  statements(body: readonly Statement[], scope: Scope): Completion {
    for (const one of body) {
      if (one.s !== 'function') continue;
      this.write(scope.values, one.name, this.newClosure(one.fn, scope, undefined));
      if (scope.module.language === 'python' && scope.parent === undefined) break;
    }
    const early: { readonly test: Expr; readonly value: Value | undefined }[] = [];
    const finish = (last: Completion): Completion => {
      const value = early.reduceRight<Value | undefined>(
        (rest, one) => (one.value === undefined ? rest : choose(one.test, one.value, rest)),
        last.value,
      );
      return value === undefined ? { ends: last.ends } : { ends: last.ends, value };
    };
    const outer = this.out;
    try {
      for (const one of body) {
        this.tick();
        this.at = { file: scope.module.path, line: one.line };
        if (one.s !== 'if') {
          const done = this.statement(one, scope);
          if (done.ends) return finish(done);
          if (done.value !== undefined) early.push({ test: { k: 'opaque', why: 'early' }, value: done.value });
          continue;
        }
        const test = asExpr(this.expression(one.test, scope));
        const settled = truth(test);
        if (settled !== undefined) {
          const done = this.statements(settled ? one.then : one.else, scope);
          if (done.ends) return finish(done);
          continue;
        }
        const at = this.at;
        const then: Step[] = [];
        const other: Step[] = [];
        const here = this.out;
        this.out = then;
        const a = this.branch(() => this.statements(one.then, scope));
        this.out = other;
        const b = this.branch(() => this.statements(one.else, scope));
        this.out = here;
        here.push({ ...at, t: 'if', test, then, else: other });
        if (a.completion.ends && b.completion.ends)
          return finish({ ends: true, value: choose(test, a.completion.value, b.completion.value) });
        if (a.completion.ends) {
          this.apply(b.wrote);
          early.push({ test, value: a.completion.value });
          this.out = other;
        } else if (b.completion.ends) {
          this.apply(a.wrote);
          early.push({ test: { k: 'op', op: '!', args: [test] }, value: b.completion.value });
          this.out = then;
        } else {
          this.merge(test, a.wrote, b.wrote);
          if (a.completion.value !== undefined || b.completion.value !== undefined)
            early.push({ test, value: choose(test, a.completion.value, b.completion.value) });
        }
      }
      return finish({ ends: false });
    } finally {
      this.out = outer;
    }
  }

  private statement(one: Exclude<Statement, { s: 'if' }>, scope: Scope): Completion {
    const on: Completion = { ends: false };
    switch (one.s) {
      case 'expression':
        this.expression(one.value, scope);
        return on;
      case 'declare':
        this.bind(one.bind, one.value === undefined ? nothing : this.expression(one.value, scope), scope, true);
        return on;
      case 'function': {
        const fn = this.newClosure(one.fn, scope, undefined);
        const value = one.decorators.reduceRight<Value>(
          (inner, decorator) => this.decorated(decorator, inner, scope),
          fn,
        );
        this.write(scope.values, one.name, value);
        return on;
      }
      case 'class':
        this.write(scope.values, one.definition.name, this.newClass(one.definition, scope));
        return on;
      case 'import':
        for (const { what, as } of one.names) {
          if (what === '*' && as === '*')
            for (const [key, value] of this.resolved(one.from, scope)?.exports ?? [])
              this.write(scope.values, key, value);
          else this.write(scope.values, as, this.imported(one.from, what, scope));
        }
        return on;
      case 'export':
        for (const { local, as } of one.names) {
          if (one.from !== undefined) {
            if (local === '*')
              for (const [key, value] of this.resolved(one.from, scope)?.exports ?? [])
                scope.module.exports.set(key, value);
            else scope.module.exports.set(as, this.imported(one.from, local, scope));
          } else scope.module.exports.set(as, scope.get(local) ?? nothing);
        }
        return on;
      case 'each':
        return this.each(one, scope);
      case 'while':
        return this.loop(one, scope);
      case 'try':
        return this.tried(one, scope);
      case 'throw':
        this.emit({ t: 'throw', value: one.value === undefined ? nothing : asExpr(this.expression(one.value, scope)) });
        return { ends: true };
      case 'return':
        return { ends: true, value: one.value === undefined ? nothing : this.expression(one.value, scope) };
      case 'leave':
        return { ends: true };
      case 'block':
        return this.statements(one.body, scope.module.language === 'python' ? scope : new Scope(scope, scope.module));
    }
  }

  private each(one: Extract<Statement, { s: 'each' }>, scope: Scope): Completion {
    const { at } = this;
    const over = asExpr(this.expression(one.over, scope));
    const id = this.nextId();
    const inner = scope.module.language === 'python' ? scope : new Scope(scope, scope.module);
    let completion: Completion = { ends: false };
    const body = this.collect(() => {
      this.unsettle(one.body, scope);
      this.bind(one.bind, { k: 'item', id, over }, inner, true);
      completion = this.statements(one.body, inner);
    });
    this.at = at;
    if (body.length > 0) this.emit({ t: 'each', item: id, over, body });
    return completion.value === undefined ? { ends: false } : { ends: false, value: completion.value };
  }

  private loop(one: Extract<Statement, { s: 'while' }>, scope: Scope): Completion {
    const { at } = this;
    this.unsettle(one.body, scope);
    if (one.step !== undefined) this.unsettle([{ line: one.line, s: 'expression', value: one.step }], scope);
    const test = asExpr(this.expression(one.test, scope));
    let completion: Completion = { ends: false };
    const body = this.collect(() => {
      completion = this.statements(one.body, new Scope(scope, scope.module));
    });
    this.at = at;
    if (body.length > 0) this.emit({ t: 'loop', test, body });
    return completion.value === undefined ? { ends: false } : { ends: false, value: completion.value };
  }

  /** Variables that a loop assigns are no longer what they were before it. */
  private unsettle(body: readonly Statement[], scope: Scope): void {
    const names = new Set<string>();
    assignedIn(body, names);
    for (const name of names) {
      const holder = scope.find(name);
      const value = holder?.values.get(name);
      if (holder === undefined || value === undefined || !isExpr(value)) continue;
      if (value.k === 'object' || value.k === 'array') continue;
      this.write(holder.values, name, { k: 'changing', name });
    }
  }

  private tried(one: Extract<Statement, { s: 'try' }>, scope: Scope): Completion {
    let done: Completion = { ends: false };
    const body = this.collect(
      () =>
        (done = this.statements(one.body, scope.module.language === 'python' ? scope : new Scope(scope, scope.module))),
    );
    const catches = one.catches.map((clause) =>
      this.collect(() => {
        this.branch(() => {
          const inner = new Scope(scope, scope.module);
          if (clause.name !== undefined) this.bind(clause.name, { k: 'error' }, inner, true);
          return this.statements(clause.body, inner);
        });
      }),
    );
    if (body.length > 0 || catches.some((steps) => steps.length > 0)) this.emit({ t: 'try', body, catches });
    const last = this.statements(one.last, scope);
    return last.ends ? last : done;
  }

  private decorated(decorator: Tree, fn: Value, scope: Scope): Value {
    const value = this.expression(decorator, scope);
    if (value.k === 'closure') {
      const result = this.call(value, [fn]);
      return result.k === 'closure' ? result : fn;
    }
    if (value.k === 'method' && value.of.k === 'router')
      this.router(value.of.id)?.routes.push({ path: value.name, handler: fn });
    if (value.k === 'library' || value.k === 'method')
      this.note('decorator', value.k === 'library' ? value.path : value.name);
    return fn;
  }

  private resolved(name: string, scope: Scope): Module | undefined {
    const path = this.resolve(scope.module.path, name, scope.module.language);
    return path === undefined ? undefined : this.load(path);
  }

  private imported(from: string, what: string, scope: Scope): Value {
    const path = this.resolve(scope.module.path, from, scope.module.language);
    const module = path === undefined ? undefined : this.load(path);
    if (module === undefined || path === undefined) {
      const inside =
        what === '*'
          ? undefined
          : this.resolve(scope.module.path, `${from}${from.endsWith('.') ? '' : '.'}${what}`, scope.module.language);
      if (scope.module.language === 'python' && inside !== undefined && this.load(inside) !== undefined)
        return { k: 'module', path: inside };
      return { k: 'library', path: what === '*' || what === 'default' ? `${from}#` : `${from}#${what}` };
    }
    if (what === '*') return { k: 'module', path };
    const found = module.exports.get(what);
    if (found !== undefined) return found;
    const inside =
      scope.module.language === 'python'
        ? this.resolve(scope.module.path, `${from}${from.endsWith('.') ? '' : '.'}${what}`, 'python')
        : undefined;
    if (inside !== undefined && this.load(inside) !== undefined) return { k: 'module', path: inside };
    return what === 'default' ? (module.exports.get('module.exports') ?? { k: 'module', path }) : nothing;
  }

  newClosure(fn: Tree, scope: Scope, self: Value | undefined): Value {
    if (fn.k !== 'function') return nothing;
    this.closures.push({ fn, scope, self });
    return { k: 'closure', id: this.closures.length - 1 };
  }

  private newClass(definition: ClassTree, scope: Scope): Value {
    this.classes.push({ definition, scope });
    return { k: 'class', id: this.classes.length - 1 };
  }

  newInstanceOf(value: Value, args: readonly Value[], named?: Named): Value {
    const found = value.k === 'class' ? this.classes[value.id] : undefined;
    if (found === undefined) return nothing;
    const instance: Instance = { of: found, fields: new Map() };
    this.instances.push(instance);
    const self: Value = { k: 'instance', id: this.instances.length - 1 };
    for (const one of this.lineage(found)) {
      for (const field of one.definition.fields)
        if (!instance.fields.has(field.name))
          instance.fields.set(field.name, this.expression(field.value, this.within(one, self)));
    }
    const build = this.method(found, self, 'constructor') ?? this.method(found, self, '__init__');
    if (build !== undefined) this.call(build, args, named);
    return self;
  }

  private within(of: ClassValue, self: Value): Scope {
    const scope = new Scope(of.scope, of.scope.module);
    scope.values.set('this', self);
    return scope;
  }

  private lineage(of: ClassValue): readonly ClassValue[] {
    const found = [of];
    let one = of;
    while (one.definition.base !== undefined && found.length < 8) {
      const base = this.expression(one.definition.base, one.scope);
      const next = base.k === 'class' ? this.classes[base.id] : undefined;
      if (next === undefined || found.includes(next)) break;
      found.push(next);
      one = next;
    }
    return found;
  }

  method(of: ClassValue, self: Value, name: string): Value | undefined {
    for (const one of this.lineage(of)) {
      const method = one.definition.methods.find((candidate) => candidate.name === name);
      if (method !== undefined) return this.newClosure(method.fn, this.within(one, self), self);
    }
    return undefined;
  }

  /** Every method of a class that could be the handler. */
  methodOf(value: Value, name: string): Value | undefined {
    const instance = value.k === 'instance' ? this.instances[value.id] : undefined;
    return instance === undefined ? undefined : (instance.fields.get(name) ?? this.method(instance.of, value, name));
  }

  /** The value that answers the caller: what is returned, or what callbacks are given. */
  answered(returned: Value): Value {
    const [first, ...rest] = this.answers;
    if (
      first === undefined ||
      returned.k === 'closure' ||
      (isExpr(returned) &&
        !(returned.k === 'const' && returned.value === null) &&
        returned.k !== 'result' &&
        returned.k !== 'pure')
    )
      return returned;
    return rest.reduce<Value>((sum, one) => choose({ k: 'opaque', why: 'answer' }, sum, one), first);
  }

  private bind(pattern: Pattern, value: Value, scope: Scope, declares: boolean): void {
    this.tick();
    switch (pattern.p) {
      case 'name': {
        const holder = declares ? scope : (scope.find(pattern.name) ?? scope);
        // What a module remembers from one event to the next.
        if (
          !declares &&
          this.phase === 'handle' &&
          holder.parent === undefined &&
          value.k !== 'const' &&
          value.k !== 'op'
        )
          this.note('caching', pattern.name);
        this.write(holder.values, pattern.name, value);
        return;
      }
      case 'member':
        this.assignMember(pattern.target, value, scope);
        return;
      case 'object':
        for (const field of pattern.fields) {
          const key = asExpr(this.expression(field.key, scope));
          const found = this.member(value, key);
          this.bind(field.bind, this.orDefault(found, field.default, scope), scope, declares);
        }
        if (pattern.rest !== undefined)
          this.bind(
            pattern.rest,
            isExpr(value) ? { k: 'pure', fn: 'rest', grade: 'mapping', args: [value] } : value,
            scope,
            declares,
          );
        return;
      case 'array':
        for (const [index, item] of pattern.items.entries())
          if (item !== undefined)
            this.bind(
              item.bind,
              this.orDefault(this.member(value, constant(index)), item.default, scope),
              scope,
              declares,
            );
        if (pattern.rest !== undefined)
          this.bind(pattern.rest, { k: 'pure', fn: 'slice', grade: 'mapping', args: [asExpr(value)] }, scope, declares);
    }
  }

  private orDefault(value: Value, fallback: Tree | undefined, scope: Scope): Value {
    if (fallback === undefined) return value;
    const other = this.expression(fallback, scope);
    if (value.k === 'const' && value.value === null) return other;
    return isExpr(value) && isExpr(other) ? { k: 'op', op: '??', args: [value, other] } : value;
  }

  private assignMember(target: Tree, value: Value, scope: Scope): void {
    if (target.k === 'slice') return this.assignMember(target.of, { k: 'opaque', why: 'slice' }, scope);
    if (target.k !== 'member') {
      if (target.k === 'name') this.write((scope.find(target.name) ?? scope).values, target.name, value);
      return;
    }
    const key = asExpr(this.expression(target.key, scope));
    const of = this.expression(target.of, scope);
    const name = key.k === 'const' ? String(key.value) : undefined;
    if (of.k === 'module') {
      const module = this.modules.get(of.path);
      if (module === undefined || name === undefined) return;
      if (name === 'exports' && target.of.k === 'name' && target.of.name === 'module') {
        module.exports.set('module.exports', value);
        if (value.k === 'object')
          for (const field of value.fields)
            if (field.key?.k === 'const') module.exports.set(String(field.key.value), field.value);
      } else module.exports.set(name, value);
      return;
    }
    if (of.k === 'instance') {
      const instance = this.instances[of.id];
      if (instance !== undefined && name !== undefined) this.write(instance.fields, name, value);
      return;
    }
    if (isExpr(of)) this.assignMember(target.of, withMember(of, key, value), scope);
  }

  private member(of: Value, key: Expr): Value {
    const name = key.k === 'const' && key.value !== null && typeof key.value !== 'boolean' ? key.value : undefined;
    if (isExpr(of)) {
      if (name !== undefined) return memberOf(of, name);
      return { k: 'index', of, key };
    }
    if (name === undefined) return { k: 'opaque', why: 'member' };
    const text = String(name);
    if (of.k === 'module') {
      if (text === 'exports') return of;
      const module = this.modules.get(of.path);
      return module?.exports.get(text) ?? (text === 'default' ? of : nothing);
    }
    if (of.k === 'library')
      return {
        k: 'library',
        path: of.path.endsWith('#') ? of.path + text : `${of.path}.${text}`,
        ...(of.args === undefined ? {} : { args: of.args }),
      };
    if (of.k === 'instance') return this.methodOf(of, text) ?? nothing;
    if (of.k === 'class') {
      const found = this.classes[of.id];
      const field = found?.definition.fields.find((one) => one.name === text);
      if (found !== undefined && field !== undefined) return this.expression(field.value, found.scope);
      return found === undefined ? nothing : (this.method(found, of, text) ?? nothing);
    }
    return { k: 'method', of, name: text };
  }

  expression(tree: Tree, scope: Scope): Value {
    this.tick();
    if (++this.depth > 400) throw new Exhausted('depth');
    try {
      return this.evaluate(tree, scope);
    } finally {
      this.depth--;
    }
  }

  private evaluate(tree: Tree, scope: Scope): Value {
    switch (tree.k) {
      case 'const':
        return tree;
      case 'name':
        return scope.get(tree.name) ?? { k: 'library', path: `global#${tree.name}` };
      case 'this':
        return scope.get('this') ?? nothing;
      case 'member': {
        const of = this.expression(tree.of, scope);
        const key = asExpr(this.expression(tree.key, scope));
        if (of.k === 'library' && key.k === 'const') {
          if (of.path === 'global#process' && key.value === 'env') return { k: 'library', path: 'global#process.env' };
          if (/^(global#process|os#)\.?env(iron)?$/.test(of.path)) return { k: 'env', name: String(key.value) };
        }
        return this.member(of, key);
      }
      case 'slice':
        return { k: 'pure', fn: 'slice', grade: 'mapping', args: [asExpr(this.expression(tree.of, scope))] };
      case 'object':
        return {
          k: 'object',
          fields: tree.fields.map((field) => ({
            key: field.key === undefined ? undefined : asExpr(this.expression(field.key, scope)),
            value: this.expression(field.value, scope),
          })),
        };
      case 'array':
        return {
          k: 'array',
          items: tree.items.map((item) => ({
            value: this.expression(item.value, scope),
            ...(item.spread ? { spread: true as const } : {}),
          })),
        };
      case 'template':
        return textOf(tree.parts.map((part) => asExpr(this.expression(part, scope))));
      case 'op':
        return this.operation(tree, scope);
      case 'choose': {
        const test = asExpr(this.expression(tree.test, scope));
        const settled = truth(test);
        if (settled !== undefined) return this.expression(settled ? tree.then : tree.else, scope);
        return choose(test, this.expression(tree.then, scope), this.expression(tree.else, scope));
      }
      case 'function':
        return this.newClosure(tree, scope, undefined);
      case 'class':
        return this.newClass(tree.definition, scope);
      case 'regex':
        return {
          k: 'pure',
          fn: 'regex',
          grade: tree.source.length > 80 ? 'program' : 'mapping',
          args: [constant(tree.source.slice(0, 200))],
        };
      case 'bytes':
        return constant('');
      case 'sequence':
        return tree.items.reduce<Value>((_, item) => this.expression(item, scope), nothing);
      case 'assign': {
        const value = this.expression(tree.value, scope);
        if (tree.op === '=' || tree.op === ':=') {
          this.bind(tree.to, value, scope, scope.module.language === 'python' && tree.to.p === 'name');
          return value;
        }
        const target: Tree | undefined =
          tree.to.p === 'name'
            ? { line: tree.line, k: 'name', name: tree.to.name }
            : tree.to.p === 'member'
              ? tree.to.target
              : undefined;
        const old = target === undefined ? nothing : this.expression(target, scope);
        const next = this.operate(tree.op.slice(0, -1), asExpr(old), asExpr(value));
        const result = /^(\|\||\?\?|&&)/.test(tree.op) && !isExpr(value) ? value : next;
        this.bind(tree.to, result, scope, false);
        return result;
      }
      case 'comprehension':
        return this.comprehension(tree, scope);
      case 'call':
        return this.called(tree, scope);
      case 'unknown':
        return { k: 'opaque', why: tree.what };
    }
  }

  private operation(tree: Extract<Tree, { k: 'op' }>, scope: Scope): Value {
    const [first, second] = tree.args;
    if (first === undefined) return nothing;
    if (tree.op === 'delete') {
      if (first.k === 'member') this.assignMember(first, nothing, scope);
      return nothing;
    }
    const left = this.expression(first, scope);
    if (tree.op === '||' || tree.op === '??' || tree.op === '&&') {
      if (second === undefined) return left;
      const settled = isExpr(left) ? truth(left) : true;
      if (settled !== undefined && tree.op !== '??')
        return settled === (tree.op === '||') ? left : this.expression(second, scope);
      const right = this.expression(second, scope);
      if (!isExpr(left)) return left;
      return isExpr(right) ? this.operate(tree.op, left, right) : right;
    }
    if (second === undefined) {
      if (tree.op === 'await' || tree.op === 'void') return left;
      if (tree.op === 'neg' && left.k === 'const') return constant(-Number(left.value));
      return { k: 'op', op: tree.op, args: [asExpr(left)] };
    }
    return this.operate(tree.op, asExpr(left), asExpr(this.expression(second, scope)));
  }

  private operate(op: string, left: Expr, right: Expr): Expr {
    const isText = (one: Expr): boolean => one.k === 'text' || (one.k === 'const' && typeof one.value === 'string');
    if (op === '+' && (isText(left) || isText(right))) return textOf([left, right]);
    if (op === '%' && isText(left))
      return textOf(right.k === 'array' ? [left, ...right.items.map((item) => asExpr(item.value))] : [left, right]);
    if (
      left.k === 'const' &&
      right.k === 'const' &&
      typeof left.value === 'number' &&
      typeof right.value === 'number'
    ) {
      const [a, b] = [left.value, right.value];
      if (op === '+') return constant(a + b);
      if (op === '-') return constant(a - b);
      if (op === '*') return constant(a * b);
    }
    return { k: 'op', op, args: [left, right] };
  }

  private comprehension(tree: Extract<Tree, { k: 'comprehension' }>, scope: Scope): Value {
    const inner = new Scope(scope, scope.module);
    const [first] = tree.clauses;
    if (first === undefined) return nothing;
    let over: Expr = nothing;
    let id = 0;
    let body: Expr = nothing;
    let filters: Expr[] = [];
    const steps = this.collect(() => {
      for (const clause of tree.clauses) {
        const list = asExpr(this.expression(clause.over, inner));
        const item = this.nextId();
        if (clause === first) {
          over = list;
          id = item;
        }
        this.bind(clause.bind, { k: 'item', id: item, over: list }, inner, true);
        filters = [...filters, ...clause.tests.map((test) => asExpr(this.expression(test, inner)))];
      }
      body = asExpr(this.expression(tree.item, inner));
    });
    if (steps.length > 0) this.emit({ t: 'each', item: id, over, body: steps });
    const list: Expr = { k: 'each', how: 'map', over, item: id, body };
    return filters.length === 0 && tree.into === 'array' && tree.clauses.length === 1
      ? list
      : { k: 'pure', fn: tree.into === 'object' ? 'dict' : 'filter', grade: 'mapping', args: [list, ...filters] };
  }

  private called(tree: Extract<Tree, { k: 'call' }>, scope: Scope): Value {
    const { args, named } = this.arguments(tree.args, scope);
    const line = tree.line;
    if (tree.callee.k === 'name' && tree.callee.name === 'require' && scope.get('require') === undefined) {
      const from = args[0];
      return from?.k === 'const' ? this.imported(String(from.value), '*', scope) : { k: 'opaque', why: 'require' };
    }
    if (tree.callee.k === 'member') {
      const of = this.expression(tree.callee.of, scope);
      const key = asExpr(this.expression(tree.callee.key, scope));
      this.at = { file: scope.module.path, line };
      if (key.k === 'const' && (isExpr(of) || of.k === 'closure')) {
        const found = of.k === 'object' ? memberOf(of, String(key.value)) : undefined;
        if (found !== undefined && !isExpr(found)) return this.call(found, args, named);
        const result = callMethod(this, of, String(key.value), args);
        if (result.becomes !== undefined) this.assignMember(tree.callee.of, result.becomes, scope);
        return result.value;
      }
      if (of.k === 'method' && key.k === 'const')
        return this.call({ k: 'method', of, name: String(key.value) }, args, named);
      return this.invoke(this.member(of, key), args, named, tree.isNew === true);
    }
    const callee = this.expression(tree.callee, scope);
    this.at = { file: scope.module.path, line };
    if (tree.callee.k === 'this') {
      // super(…): the base's constructor.
      return nothing;
    }
    return this.invoke(callee, args, named, tree.isNew === true);
  }

  private invoke(callee: Value, args: readonly Value[], named: Named, isNew: boolean): Value {
    if (callee.k === 'class') return this.newInstanceOf(callee, args, named);
    if (callee.k === 'library') return callLibrary(this, callee, args, named, isNew);
    return this.call(callee, args, named);
  }

  private arguments(
    list: readonly Argument[],
    scope: Scope,
  ): { readonly args: readonly Value[]; readonly named: Named } {
    const args: Value[] = [];
    const named = new Map<string, Value>();
    for (const one of list) {
      const value = this.expression(one.value, scope);
      if (one.name !== undefined) named.set(one.name, value);
      else if (one.spread && value.k === 'object')
        for (const field of value.fields) {
          if (field.key?.k === 'const') named.set(String(field.key.value), field.value);
          else named.set('…', field.value);
        }
      else if (one.spread && value.k === 'array') args.push(...value.items.map((item) => item.value));
      else if (one.spread) named.set('…', value);
      else args.push(value);
    }
    return { args, named };
  }

  call(callee: Value, args: readonly Value[], named: Named = new Map()): Value {
    this.tick();
    if (callee.k === 'closure') return this.enter(callee.id, args, named);
    if (callee.k === 'either')
      return this.either(callee.test, callee.then, callee.else, (one) => this.call(one, args, named));
    if (callee.k === 'library') return callLibrary(this, callee, args, named, false);
    if (callee.k === 'class') return this.newInstanceOf(callee, args, named);
    if (callee.k === 'method') return callLibrary(this, callee, args, named, false);
    if (callee.k === 'instance') {
      const method = this.methodOf(callee, '__call__');
      if (method !== undefined) return this.call(method, args, named);
    }
    if (callee.k === 'router' || callee.k === 'client') return callLibrary(this, callee, args, named, false);
    // A method that was taken off its object: `const read = reader.read`.
    if (callee.k === 'get' && typeof callee.key === 'string' && callee.of.k === 'pure')
      return callMethod(this, callee.of, callee.key, args).value;
    if (isExpr(callee)) return { k: 'pure', fn: 'unknown', grade: 'program', args: [callee, ...args.filter(isExpr)] };
    return nothing;
  }

  private enter(id: number, args: readonly Value[], named: Named): Value {
    const closure = this.closures[id];
    if (closure === undefined) return nothing;
    const times = this.running.filter((one) => one === closure.fn).length;
    if (times >= limits.recursion || this.running.length > limits.depth) return { k: 'opaque', why: 'recursion' };
    const at = this.at;
    this.running.push(closure.fn);
    try {
      const scope = new Scope(closure.scope, closure.scope.module);
      if (closure.self !== undefined) scope.values.set('this', closure.self);
      this.params(closure.fn.params, closure.self === undefined ? args : args, named, scope);
      return this.statements(closure.fn.body, scope).value ?? nothing;
    } finally {
      this.running.pop();
      this.at = at;
    }
  }

  private params(list: readonly Param[], args: readonly Value[], named: Named, scope: Scope): void {
    const first = list[0]?.bind;
    // Python's `self` is read as `this`.
    const own =
      scope.values.has('this') && first?.p === 'name' && (first.name === 'self' || first.name === 'cls')
        ? list.slice(1)
        : list;
    for (const [index, param] of own.entries()) {
      if (param.rest === 'array') {
        this.bind(param.bind, { k: 'array', items: args.slice(index).map((value) => ({ value })) }, scope, true);
        continue;
      }
      if (param.rest === 'object') {
        this.bind(
          param.bind,
          { k: 'object', fields: [...named].map(([key, value]) => ({ key: constant(key), value })) },
          scope,
          true,
        );
        continue;
      }
      const byName = param.bind.p === 'name' ? named.get(param.bind.name) : undefined;
      const given = args[index] ?? byName ?? nothing;
      const value =
        param.default !== undefined && args[index] === undefined && byName === undefined
          ? this.expression(param.default, scope)
          : this.orDefault(given, param.default, scope);
      this.bind(param.bind, value, scope, true);
    }
  }
}

/** Names that statements assign, also inside of what they hold; functions are their own business. */
function assignedIn(body: readonly Statement[], names: Set<string>): void {
  const rootOf = (target: Tree): string | undefined =>
    target.k === 'name' ? target.name : target.k === 'member' ? rootOf(target.of) : undefined;
  const pattern = (one: Pattern): void => {
    if (one.p === 'name') names.add(one.name);
    else if (one.p === 'member') {
      const root = rootOf(one.target);
      if (root !== undefined) names.add(root);
    } else if (one.p === 'array') one.items.forEach((item) => item !== undefined && pattern(item.bind));
    else
      one.fields.forEach((field) => {
        pattern(field.bind);
      });
  };
  for (const one of body) {
    if (one.s === 'declare') pattern(one.bind);
    else if (one.s === 'expression' && one.value.k === 'assign') pattern(one.value.to);
    else if (one.s === 'if') {
      assignedIn(one.then, names);
      assignedIn(one.else, names);
    } else if (one.s === 'each' || one.s === 'while' || one.s === 'block') assignedIn(one.body, names);
    else if (one.s === 'try') {
      assignedIn(one.body, names);
      for (const clause of one.catches) assignedIn(clause.body, names);
      assignedIn(one.last, names);
    }
  }
}
