import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type {
  Argument,
  ClassTree,
  Clause,
  Field,
  Param,
  Pattern,
  Program,
  Statement,
  Tree,
  TreeKind,
} from '../tree.js';
import { childrenOf, partedByCommas, pythonSource, unescaped, type PythonSource } from './python-cursor.js';

/** Reads Python. Nothing throws: what is no program is said in `broken`. */
export function readPython(text: string): Program {
  if (nesting(text) > 300) return { body: [], broken: [{ line: 1, message: 'NestingError' }] };
  const source = pythonSource(text);
  const top = parser.parse(text);
  const broken: { line: number; message: string }[] = [];
  top.iterate({
    enter(node) {
      if (node.type.isError && broken.length < 20)
        broken.push({ line: source.lineAt(node.from), message: 'SyntaxError' });
    },
  });
  return { body: new Reader(source).body(childrenOf(top.topNode)), broken };
}

/** How deep brackets are nested; those in strings count too, since nobody writes as many. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '(' || char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

class Reader {
  constructor(private readonly source: PythonSource) {}

  private text(node: SyntaxNode): string {
    return this.source.text.slice(node.from, node.to);
  }

  private line(node: SyntaxNode): number {
    return this.source.lineAt(node.from);
  }

  private tree(node: SyntaxNode, kind: TreeKind): Tree {
    return { line: this.line(node), ...kind };
  }

  private none(node: SyntaxNode): Tree {
    return this.tree(node, { k: 'const', value: null });
  }

  body(nodes: readonly SyntaxNode[]): readonly Statement[] {
    return nodes.flatMap((node) => (node.name === ':' ? [] : this.statement(node)));
  }

  private block(node: SyntaxNode | undefined): readonly Statement[] {
    return node === undefined ? [] : this.body(childrenOf(node));
  }

  private statement(node: SyntaxNode): readonly Statement[] {
    const line = this.line(node);
    const children = childrenOf(node);
    switch (node.name) {
      case 'StatementGroup':
        return this.body(children);
      case 'ExpressionStatement':
        return children.slice(0, 1).map((child) => ({ line, s: 'expression', value: this.expression(child) }));
      case 'AssignStatement':
        return this.assignment(node);
      case 'UpdateStatement': {
        const [to, op, value] = children;
        if (to === undefined || op === undefined || value === undefined) return [];
        const tree = this.tree(node, {
          k: 'assign',
          to: this.pattern(to),
          op: this.text(op),
          value: this.expression(value),
        });
        return [{ line, s: 'expression', value: tree }];
      }
      case 'DeleteStatement':
        return children.slice(1).map((child) => ({
          line,
          s: 'expression',
          value: this.tree(child, { k: 'op', op: 'delete', args: [this.expression(child)] }),
        }));
      case 'ReturnStatement':
        return [{ line, s: 'return', value: children.length > 1 ? this.listed(node, children.slice(1)) : undefined }];
      case 'YieldStatement':
        return children.slice(1).map((child) => ({ line, s: 'expression', value: this.expression(child) }));
      case 'RaiseStatement':
        return [{ line, s: 'throw', value: children[1] === undefined ? undefined : this.expression(children[1]) }];
      case 'BreakStatement':
      case 'ContinueStatement':
        return [{ line, s: 'leave', how: node.name === 'BreakStatement' ? 'break' : 'continue' }];
      case 'ImportStatement':
        return this.imported(node);
      case 'IfStatement':
        return this.branches(node, children);
      case 'WhileStatement': {
        const test = children[1];
        return test === undefined
          ? []
          : [
              {
                line,
                s: 'while',
                test: this.expression(test),
                body: this.block(children.find((one) => one.name === 'Body')),
              },
            ];
      }
      case 'ForStatement': {
        const start = children.findIndex((one) => one.name === 'for');
        const split = children.findIndex((one) => one.name === 'in');
        const bodies = children.filter((one) => one.name === 'Body');
        const over = children.slice(split + 1).filter((one) => one.name !== 'Body' && one.name !== 'else');
        return [
          {
            line,
            s: 'each',
            bind: this.patternOf(children.slice(start + 1, split)),
            over: this.listed(node, over),
            keys: false,
            body: this.block(bodies[0]),
          },
          ...this.block(bodies[1]),
        ];
      }
      case 'TryStatement':
        return [this.tried(line, children)];
      case 'WithStatement':
        return this.within(children);
      case 'FunctionDefinition':
        return [{ line, s: 'function', name: this.nameIn(children), fn: this.functionTree(node), decorators: [] }];
      case 'ClassDefinition':
        return [{ line, s: 'class', definition: this.classTree(node, []) }];
      case 'DecoratedStatement': {
        const decorators = children.filter((one) => one.name === 'Decorator').map((one) => this.decorator(one));
        const what = children.at(-1);
        if (what?.name === 'FunctionDefinition')
          return [
            { line, s: 'function', name: this.nameIn(childrenOf(what)), fn: this.functionTree(what), decorators },
          ];
        return what?.name === 'ClassDefinition'
          ? [{ line, s: 'class', definition: this.classTree(what, decorators) }]
          : [];
      }
      case 'MatchStatement':
        return this.matched(children);
      default:
        return [];
    }
  }

  private nameIn(children: readonly SyntaxNode[]): string {
    const found = children.find((one) => one.name === 'VariableName');
    return found === undefined ? '_' : this.text(found);
  }

  private decorator(node: SyntaxNode): Tree {
    const children = childrenOf(node).filter((one) => one.name !== 'At' && one.name !== '.');
    let tree: Tree = this.none(node);
    for (const [index, child] of children.entries()) {
      if (child.name === 'ArgList') tree = this.tree(node, { k: 'call', callee: tree, args: this.args(child) });
      else if (index === 0) tree = this.expression(child);
      else
        tree = this.tree(node, {
          k: 'member',
          of: tree,
          key: this.tree(child, { k: 'const', value: this.text(child) }),
        });
    }
    return tree;
  }

  private assignment(node: SyntaxNode): readonly Statement[] {
    const sides: SyntaxNode[][] = [[]];
    for (const child of childrenOf(node)) {
      if (child.name === 'AssignOp') sides.push([]);
      else if (child.name !== 'TypeDef') sides.at(-1)?.push(child);
    }
    const value = sides.at(-1);
    if (sides.length < 2 || value === undefined || value.length === 0) return [];
    const from = this.listed(node, value);
    return sides
      .slice(0, -1)
      .map((side) => ({ line: this.line(node), s: 'declare', bind: this.patternOf(side), value: from }));
  }

  /** One expression, or a tuple without brackets. */
  private listed(node: SyntaxNode, nodes: readonly SyntaxNode[]): Tree {
    const parts = partedByCommas(nodes);
    const only = parts[0]?.[0];
    if (parts.length === 1 && only !== undefined && !nodes.some((one) => one.name === ','))
      return this.expression(nodes[0] ?? only);
    return this.tree(node, { k: 'array', items: parts.map((part) => this.argument(part)) });
  }

  private imported(node: SyntaxNode): readonly Statement[] {
    const line = this.line(node);
    const children = childrenOf(node);
    const split = children.findIndex((one) => one.name === 'import');
    if (children[0]?.name === 'from') {
      const from = children
        .slice(1, split)
        .map((one) => this.text(one))
        .join('');
      const names = partedByCommas(children.slice(split + 1)).map((part) => {
        const what = part[0] === undefined ? '' : this.text(part[0]);
        const as = part[2] === undefined ? what : this.text(part[2]);
        return { what, as };
      });
      return [{ line, s: 'import', from, names }];
    }
    return partedByCommas(children.slice(split + 1)).map((part) => {
      const alias = part.findIndex((one) => one.name === 'as');
      const path = (alias < 0 ? part : part.slice(0, alias)).map((one) => this.text(one)).join('');
      const after = part[alias + 1];
      const as = alias >= 0 && after !== undefined ? this.text(after) : undefined;
      const root = path.split('.')[0] ?? path;
      return { line, s: 'import', from: as === undefined ? root : path, names: [{ what: '*', as: as ?? root }] };
    });
  }

  private branches(node: SyntaxNode, children: readonly SyntaxNode[]): readonly Statement[] {
    const arms: { readonly test: SyntaxNode | undefined; readonly body: SyntaxNode }[] = [];
    let test: SyntaxNode | undefined;
    for (const child of children) {
      if (child.name === 'Body') arms.push({ test, body: child });
      else if (child.name === 'if' || child.name === 'elif' || child.name === 'else') test = undefined;
      else test = child;
    }
    let rest: readonly Statement[] = [];
    for (const arm of arms.reverse()) {
      const body = this.block(arm.body);
      rest =
        arm.test === undefined
          ? body
          : [{ line: this.line(arm.test), s: 'if', test: this.expression(arm.test), then: body, else: rest }];
    }
    return rest.length === 0 ? [] : [{ ...rest[0], line: this.line(node) } as Statement, ...rest.slice(1)];
  }

  private tried(line: number, children: readonly SyntaxNode[]): Statement {
    let body: readonly Statement[] = [];
    let last: readonly Statement[] = [];
    const catches: Extract<Statement, { s: 'try' }>['catches'][number][] = [];
    let part = '';
    let head: SyntaxNode[] = [];
    for (const child of children) {
      if (/^(try|except|else|finally)$/.test(child.name)) {
        part = child.name;
        head = [];
      } else if (child.name !== 'Body') {
        head.push(child);
      } else if (part === 'except') {
        const alias = head.findIndex((one) => one.name === 'as');
        const types = (alias < 0 ? head : head.slice(0, alias)).filter((one) => one.name !== ',');
        const name = alias < 0 ? undefined : head[alias + 1];
        const matches = types.flatMap((one) =>
          one.name === 'TupleExpression'
            ? partedByCommas(childrenOf(one)).flatMap((inner) => inner.slice(0, 1))
            : [one],
        );
        catches.push({
          matches: matches.map((one) => this.expression(one)),
          ...(name === undefined ? {} : { name: this.pattern(name) }),
          body: this.block(child),
        });
      } else if (part === 'finally') last = this.block(child);
      else body = [...body, ...this.block(child)];
    }
    return { line, s: 'try', body, catches, last };
  }

  private within(children: readonly SyntaxNode[]): readonly Statement[] {
    const body = this.block(children.find((one) => one.name === 'Body'));
    const items = partedByCommas(children.filter((one) => !/^(with|async|Body)$/.test(one.name)));
    const opened = items.flatMap((part): readonly Statement[] => {
      const value = part[0];
      if (value === undefined) return [];
      const name = part[2];
      return name === undefined
        ? [{ line: this.line(value), s: 'expression', value: this.expression(value) }]
        : [{ line: this.line(value), s: 'declare', bind: this.pattern(name), value: this.expression(value) }];
    });
    return [...opened, ...body];
  }

  private matched(children: readonly SyntaxNode[]): readonly Statement[] {
    const on = children[1];
    const clauses = childrenOf(children.find((one) => one.name === 'MatchBody') ?? children[0] ?? (on as SyntaxNode));
    if (on === undefined) return [];
    let rest: readonly Statement[] = [];
    for (const clause of [...clauses].reverse()) {
      if (clause.name !== 'MatchClause') continue;
      const parts = childrenOf(clause);
      const what = parts[1];
      const body = this.block(parts.at(-1));
      if (what?.name === 'CapturePattern') {
        rest = body;
        continue;
      }
      const value = what === undefined ? undefined : (what.firstChild ?? undefined);
      const right = value === undefined ? this.none(clause) : this.expression(value);
      const test = this.tree(clause, { k: 'op', op: '==', args: [this.expression(on), right] });
      rest = [{ line: this.line(clause), s: 'if', test, then: body, else: rest }];
    }
    return rest;
  }

  private functionTree(node: SyntaxNode): Tree {
    const children = childrenOf(node);
    const list = children.find((one) => one.name === 'ParamList');
    const name = children.find((one) => one.name === 'VariableName');
    return this.tree(node, {
      k: 'function',
      ...(name === undefined ? {} : { name: this.text(name) }),
      params: list === undefined ? [] : this.params(list),
      body: this.block(children.find((one) => one.name === 'Body')),
    });
  }

  private params(list: SyntaxNode): readonly Param[] {
    return partedByCommas(childrenOf(list)).flatMap((part): readonly Param[] => {
      const name = part.find((one) => one.name === 'VariableName');
      if (name === undefined) return [];
      const bind: Pattern = { p: 'name', name: this.text(name) };
      const equals = part.findIndex((one) => one.name === 'AssignOp');
      const value = equals < 0 ? undefined : part[equals + 1];
      if (part[0]?.name === '*') return [{ bind, rest: 'array' }];
      if (part[0]?.name === '**') return [{ bind, rest: 'object' }];
      return [{ bind, ...(value === undefined ? {} : { default: this.expression(value) }) }];
    });
  }

  private classTree(node: SyntaxNode, decorators: readonly Tree[]): ClassTree {
    const children = childrenOf(node);
    const bases = children.find((one) => one.name === 'ArgList');
    const base = bases === undefined ? undefined : this.args(bases)[0]?.value;
    const methods: ClassTree['methods'][number][] = [];
    const fields: ClassTree['fields'][number][] = [];
    for (const one of this.block(children.find((child) => child.name === 'Body'))) {
      if (one.s === 'function') methods.push({ name: one.name, fn: one.fn, decorators: one.decorators });
      else if (one.s === 'declare' && one.bind.p === 'name' && one.value !== undefined)
        fields.push({ name: one.bind.name, value: one.value });
    }
    return { name: this.nameIn(children), ...(base === undefined ? {} : { base }), decorators, methods, fields };
  }

  private pattern(node: SyntaxNode): Pattern {
    if (node.name === 'VariableName') return { p: 'name', name: this.text(node) };
    if (node.name === 'MemberExpression') return { p: 'member', target: this.expression(node) };
    if (/^(Tuple|Array|Parenthesized)Expression$/.test(node.name)) {
      const parts = partedByCommas(childrenOf(node));
      const only = parts[0];
      return node.name === 'ParenthesizedExpression' && only !== undefined
        ? this.patternOf(only)
        : this.listPattern(parts);
    }
    return { p: 'name', name: '_' };
  }

  private patternOf(nodes: readonly SyntaxNode[]): Pattern {
    const first = nodes[0];
    if (nodes.length === 1 && first !== undefined) return this.pattern(first);
    return this.listPattern(partedByCommas(nodes));
  }

  private listPattern(parts: readonly (readonly SyntaxNode[])[]): Pattern {
    const starred = parts.at(-1);
    const rest = starred?.[0]?.name === '*' && starred[1] !== undefined ? this.pattern(starred[1]) : undefined;
    const items = rest === undefined ? parts : parts.slice(0, -1);
    return {
      p: 'array',
      items: items.map((part) => (part[0] === undefined ? undefined : { bind: this.pattern(part[0]) })),
      ...(rest === undefined ? {} : { rest }),
    };
  }

  private args(list: SyntaxNode): readonly Argument[] {
    const inner = childrenOf(list);
    if (inner.some((one) => one.name === 'for'))
      return [
        {
          value: this.comprehension(
            list,
            inner.filter((one) => one.name !== '(' && one.name !== ')'),
            'array',
          ),
        },
      ];
    return partedByCommas(inner).map((part) => this.argument(part));
  }

  private argument(part: readonly SyntaxNode[]): Argument {
    const [first, second, third] = part;
    if (first === undefined) throw new RangeError('empty argument');
    if ((first.name === '*' || first.name === '**') && second !== undefined)
      return { value: this.expression(second), spread: true };
    if (second?.name === 'AssignOp' && third !== undefined)
      return { name: this.text(first), value: this.expression(third) };
    return { value: this.expression(first) };
  }

  private comprehension(node: SyntaxNode, children: readonly SyntaxNode[], into: 'array' | 'object'): Tree {
    const first = children.findIndex((one) => one.name === 'for' || one.name === 'async');
    const head = children.slice(0, first);
    const clauses: Clause[] = [];
    let at = first;
    while (at < children.length) {
      if (children[at]?.name === 'async') at++;
      const split = children.findIndex((one, index) => index > at && one.name === 'in');
      if (split < 0) break;
      const over = children[split + 1];
      const tests: Tree[] = [];
      let next = split + 2;
      while (children[next]?.name === 'if') {
        const test = children[next + 1];
        if (test !== undefined) tests.push(this.expression(test));
        next += 2;
      }
      const bind = this.patternOf(children.slice(at + 1, split));
      if (over !== undefined) clauses.push({ bind, over: this.expression(over), tests });
      if (next <= at) break;
      at = next;
    }
    const colon = head.findIndex((one) => one.name === ':');
    const [key, value] = [head[0], head[colon + 1]];
    const item: Tree =
      into === 'object' && colon > 0 && key !== undefined && value !== undefined
        ? this.tree(node, { k: 'array', items: [{ value: this.expression(key) }, { value: this.expression(value) }] })
        : key === undefined
          ? this.none(node)
          : this.expression(key);
    return this.tree(node, { k: 'comprehension', item, clauses, into });
  }

  private inner(node: SyntaxNode): readonly SyntaxNode[] {
    return childrenOf(node).filter((one) => !/^[()[\]{}]$/.test(one.name));
  }

  private expression(node: SyntaxNode): Tree {
    const children = childrenOf(node);
    switch (node.name) {
      case 'VariableName':
        return this.tree(
          node,
          this.text(node) === 'self' || this.text(node) === 'cls'
            ? { k: 'this' }
            : { k: 'name', name: this.text(node) },
        );
      case 'Number': {
        const value = Number(this.text(node).replace(/_/g, ''));
        return this.tree(node, { k: 'const', value: Number.isFinite(value) ? value : 0 });
      }
      case 'Boolean':
        return this.tree(node, { k: 'const', value: this.text(node) === 'True' });
      case 'None':
      case 'Ellipsis':
        return this.none(node);
      case 'String':
      case 'FormatString':
        return this.string(node, children);
      case 'ContinuedString': {
        const parts = children.map((child) => this.expression(child));
        return parts.every((part) => part.k === 'const')
          ? this.tree(node, {
              k: 'const',
              value: parts.map((part) => String(part.value)).join(''),
            })
          : this.tree(node, {
              k: 'template',
              parts: parts.flatMap((part) => (part.k === 'template' ? part.parts : [part])),
            });
      }
      case 'ParenthesizedExpression': {
        const only = this.inner(node)[0];
        return only === undefined ? this.none(node) : this.expression(only);
      }
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'SetExpression':
        return this.tree(node, { k: 'array', items: partedByCommas(children).map((part) => this.argument(part)) });
      case 'DictionaryExpression':
        return this.tree(node, { k: 'object', fields: partedByCommas(children).flatMap((part) => this.field(part)) });
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'ComprehensionExpression':
        return this.comprehension(node, this.inner(node), 'array');
      case 'DictionaryComprehensionExpression':
        return this.comprehension(node, this.inner(node), 'object');
      case 'MemberExpression':
        return this.member(node, children);
      case 'CallExpression': {
        const [callee, list] = children;
        return callee === undefined
          ? this.none(node)
          : this.tree(node, {
              k: 'call',
              callee: this.expression(callee),
              args: list === undefined ? [] : this.args(list),
            });
      }
      case 'BinaryExpression': {
        const [left, right] = [children[0], children.at(-1)];
        if (left === undefined || right === undefined || children.length < 3) return this.none(node);
        const op = children
          .slice(1, -1)
          .map((one) => this.text(one))
          .join(' ');
        return this.tree(node, {
          k: 'op',
          op: operators[op] ?? op,
          args: [this.expression(left), this.expression(right)],
        });
      }
      case 'UnaryExpression': {
        const [op, value] = children;
        if (op === undefined || value === undefined) return this.none(node);
        const sign = this.text(op);
        return this.tree(node, {
          k: 'op',
          op: sign === 'not' ? '!' : sign === '-' ? 'neg' : sign,
          args: [this.expression(value)],
        });
      }
      case 'ConditionalExpression': {
        const [then, , test, , other] = children;
        if (then === undefined || test === undefined || other === undefined) return this.none(node);
        return this.tree(node, {
          k: 'choose',
          test: this.expression(test),
          then: this.expression(then),
          else: this.expression(other),
        });
      }
      case 'LambdaExpression': {
        const list = children.find((one) => one.name === 'ParamList');
        const value = children.at(-1);
        return this.tree(node, {
          k: 'function',
          params: list === undefined ? [] : this.params(list),
          body: value === undefined ? [] : [{ line: this.line(value), s: 'return', value: this.expression(value) }],
        });
      }
      case 'AwaitExpression':
      case 'YieldExpression': {
        const value = children.at(-1);
        return value === undefined || children.length < 2 ? this.none(node) : this.expression(value);
      }
      case 'NamedExpression': {
        const [to, , value] = children;
        return to === undefined || value === undefined
          ? this.none(node)
          : this.tree(node, { k: 'assign', to: this.pattern(to), op: '=', value: this.expression(value) });
      }
      default:
        return this.tree(node, { k: 'unknown', what: node.type.isError ? 'error' : node.name });
    }
  }

  private field(part: readonly SyntaxNode[]): readonly Field[] {
    const [first, second] = part;
    if (first === undefined) return [];
    if (first.name === '**') return second === undefined ? [] : [{ key: undefined, value: this.expression(second) }];
    const value = part[2];
    return value === undefined ? [] : [{ key: this.expression(first), value: this.expression(value) }];
  }

  private member(node: SyntaxNode, children: readonly SyntaxNode[]): Tree {
    const [of, ...rest] = children;
    if (of === undefined) return this.none(node);
    const target = this.expression(of);
    const property = rest.find((one) => one.name === 'PropertyName');
    if (property !== undefined)
      return this.tree(node, {
        k: 'member',
        of: target,
        key: this.tree(property, { k: 'const', value: this.text(property) }),
      });
    const inner = rest.filter((one) => one.name !== '[' && one.name !== ']');
    if (inner.some((one) => one.name === ':')) {
      const bounds: (Tree | undefined)[] = [undefined];
      for (const one of inner) {
        if (one.name === ':') bounds.push(undefined);
        else bounds[bounds.length - 1] = this.expression(one);
      }
      return this.tree(node, { k: 'slice', of: target, bounds });
    }
    const key = inner[0];
    return this.tree(node, {
      k: 'member',
      of: target,
      key: key === undefined ? this.none(node) : this.expression(key),
    });
  }

  private string(node: SyntaxNode, children: readonly SyntaxNode[]): Tree {
    const text = this.text(node);
    const [, prefix = '', quote = '"'] = /^([a-zA-Z]*)("""|'''|"|')/.exec(text) ?? [];
    if (/b/i.test(prefix)) return this.tree(node, { k: 'bytes' });
    const raw = /r/i.test(prefix);
    const start = node.from + prefix.length + quote.length;
    const end = Math.max(start, text.endsWith(quote) ? node.to - quote.length : node.to);
    const plain = (from: number, to: number): string =>
      unescaped(this.source.text.slice(from, to), raw).replace(
        node.name === 'FormatString' ? /\{\{|\}\}/g : /$^/g,
        (two) => two.charAt(0),
      );
    if (node.name === 'String') return this.tree(node, { k: 'const', value: plain(start, end) });
    const parts: Tree[] = [];
    let at = start;
    const literal = (to: number): void => {
      const value = plain(at, to);
      if (value !== '') parts.push(this.tree(node, { k: 'const', value }));
    };
    for (const child of children.filter((one) => one.name === 'FormatReplacement')) {
      literal(child.from);
      at = child.to;
      const value = childrenOf(child).find(
        (one) => !/^(\{|\}|FormatConversion|FormatSpec|FormatSelfDoc)$/.test(one.name),
      );
      if (value !== undefined) parts.push(this.expression(value));
    }
    literal(end);
    return this.tree(node, { k: 'template', parts });
  }
}

const operators: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  is: '==',
  'is not': '!=',
  'not in': 'notin',
};
