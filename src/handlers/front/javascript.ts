import { parse, type ParserPlugin } from '@babel/parser';
import type * as t from '@babel/types';
import type {
  Argument,
  ClassTree,
  Field,
  Param,
  Pattern,
  Program,
  Statement,
  StatementKind,
  Tree,
  TreeKind,
} from '../tree.js';

const plugins = (typescript: boolean, jsx: boolean): ParserPlugin[] => [
  ...(typescript ? (['typescript'] as const) : []),
  ...(jsx ? (['jsx'] as const) : []),
  'decorators-legacy',
];

/** Reads JavaScript or TypeScript. Nothing throws: what is no program is said in `broken`. */
export function readJavaScript(text: string, path: string): Program {
  const typescript = /\.[cm]?tsx?$/.test(path);
  let message = '';
  let line = 1;
  for (const jsx of typescript ? [path.endsWith('x')] : [true, false]) {
    try {
      const file = parse(text, {
        sourceType: 'unambiguous',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowImportExportEverywhere: true,
        allowUndeclaredExports: true,
        errorRecovery: true,
        attachComment: false,
        plugins: plugins(typescript, jsx),
      });
      const broken = (file.errors ?? [])
        .slice(0, 20)
        .map((error) => ({ line: lineOfError(error), message: `${error.code} ${error.reasonCode}` }));
      return { body: statements(file.program.body), broken };
    } catch (error) {
      message = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
      line = lineOfError(error);
    }
  }
  return { body: [], broken: [{ line, message }] };
}

function lineOfError(error: unknown): number {
  const loc = (error as { loc?: { line?: unknown } } | undefined)?.loc?.line;
  return typeof loc === 'number' ? loc : 1;
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const lineOf = (node: t.Node): number => node.loc?.start.line ?? 1;
const tree = (node: t.Node, kind: TreeKind): Tree => ({ line: lineOf(node), ...kind });
const unknown = (node: t.Node): Tree => tree(node, { k: 'unknown', what: node.type });
const constant = (node: t.Node, value: string | number | boolean | null): Tree => tree(node, { k: 'const', value });
const named = (node: t.Node, name: string): Tree => tree(node, { k: 'name', name });

const statements = (nodes: readonly t.Statement[]): readonly Statement[] => nodes.flatMap(statement);

const inBlock = (node: t.Statement | null | undefined): readonly Statement[] =>
  isAbsent(node) ? [] : node.type === 'BlockStatement' ? statements(node.body) : statement(node);

function statement(node: t.Statement): readonly Statement[] {
  const one = (kind: StatementKind): readonly Statement[] => [{ line: lineOf(node), ...kind }];
  switch (node.type) {
    case 'ExpressionStatement':
      return one({ s: 'expression', value: expression(node.expression) });
    case 'VariableDeclaration':
      return declarations(node);
    case 'FunctionDeclaration':
      return one({ s: 'function', name: node.id?.name ?? 'default', fn: functionTree(node), decorators: [] });
    case 'ClassDeclaration':
      return one({ s: 'class', definition: classTree(node, node.id?.name ?? 'default') });
    case 'ImportDeclaration':
      return one({
        s: 'import',
        from: node.source.value,
        names:
          node.importKind === 'type'
            ? []
            : node.specifiers.map((one) => ({
                as: one.local.name,
                what:
                  one.type === 'ImportSpecifier'
                    ? nameOf(one.imported)
                    : one.type === 'ImportDefaultSpecifier'
                      ? 'default'
                      : '*',
              })),
      });
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? one({
            s: 'import',
            from: stringOf(node.moduleReference.expression),
            names: [{ what: '*', as: node.id.name }],
          })
        : [];
    case 'TSExportAssignment':
      return one({ s: 'expression', value: exportsAssignment(node, undefined, expression(node.expression)) });
    case 'ExportNamedDeclaration':
      return exported(node);
    case 'ExportDefaultDeclaration':
      return exportedDefault(node);
    case 'ExportAllDeclaration':
      return one({ s: 'export', from: node.source.value, names: [{ local: '*', as: '*' }] });
    case 'IfStatement':
      return one({
        s: 'if',
        test: expression(node.test),
        then: inBlock(node.consequent),
        else: inBlock(node.alternate),
      });
    case 'ForOfStatement':
    case 'ForInStatement': {
      const declared = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
      const bind: Pattern = declared === undefined ? { p: 'name', name: '_' } : pattern(declared);
      return one({
        s: 'each',
        bind,
        over: expression(node.right),
        keys: node.type === 'ForInStatement',
        body: inBlock(node.body),
      });
    }
    case 'ForStatement':
      return [
        ...(isAbsent(node.init)
          ? []
          : node.init.type === 'VariableDeclaration'
            ? declarations(node.init)
            : one({ s: 'expression', value: expression(node.init) })),
        ...one({
          s: 'while',
          test: isAbsent(node.test) ? constant(node, true) : expression(node.test),
          body: inBlock(node.body),
          ...(isAbsent(node.update) ? {} : { step: expression(node.update) }),
        }),
      ];
    case 'WhileStatement':
    case 'DoWhileStatement':
      return one({ s: 'while', test: expression(node.test), body: inBlock(node.body) });
    case 'TryStatement':
      return one({
        s: 'try',
        body: inBlock(node.block),
        catches: isAbsent(node.handler)
          ? []
          : [
              {
                matches: [],
                ...(isAbsent(node.handler.param) ? {} : { name: pattern(node.handler.param) }),
                body: inBlock(node.handler.body),
              },
            ],
        last: inBlock(node.finalizer),
      });
    case 'ThrowStatement':
      return one({ s: 'throw', value: expression(node.argument) });
    case 'ReturnStatement':
      return one({ s: 'return', value: isAbsent(node.argument) ? undefined : expression(node.argument) });
    case 'BreakStatement':
    case 'ContinueStatement':
      return one({ s: 'leave', how: node.type === 'BreakStatement' ? 'break' : 'continue' });
    case 'BlockStatement':
      return one({ s: 'block', body: statements(node.body) });
    case 'LabeledStatement':
      return statement(node.body);
    case 'SwitchStatement':
      return switched(node);
    default:
      return [];
  }
}

const declarations = (node: t.VariableDeclaration): readonly Statement[] =>
  node.declarations.map((one) => ({
    line: lineOf(one),
    s: 'declare' as const,
    bind: pattern(one.id),
    value: isAbsent(one.init) ? undefined : withName(expression(one.init), one.id),
  }));

function withName(value: Tree, id: t.Node): Tree {
  return value.k === 'function' && value.name === undefined && id.type === 'Identifier'
    ? { ...value, name: id.name }
    : value;
}

function exported(node: t.ExportNamedDeclaration): readonly Statement[] {
  const line = lineOf(node);
  if (!isAbsent(node.declaration)) {
    const inner = statement(node.declaration);
    const names = inner.flatMap((one) =>
      one.s === 'declare'
        ? boundNames(one.bind)
        : one.s === 'function'
          ? [one.name]
          : one.s === 'class'
            ? [one.definition.name]
            : [],
    );
    return [...inner, { line, s: 'export', names: names.map((name) => ({ local: name, as: name })) }];
  }
  const names = node.specifiers.flatMap((one) =>
    one.type === 'ExportSpecifier'
      ? [{ local: one.local.name, as: nameOf(one.exported) }]
      : one.type === 'ExportNamespaceSpecifier'
        ? [{ local: '*', as: one.exported.name }]
        : [],
  );
  return [{ line, s: 'export', names, ...(isAbsent(node.source) ? {} : { from: node.source.value }) }];
}

function exportedDefault(node: t.ExportDefaultDeclaration): readonly Statement[] {
  const line = lineOf(node);
  const { declaration } = node;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    const name = declaration.id?.name ?? 'default';
    return [...statement(declaration), { line, s: 'export', names: [{ local: name, as: 'default' }] }];
  }
  if (declaration.type === 'TSDeclareFunction') return [];
  return [
    { line, s: 'declare', bind: { p: 'name', name: '*default*' }, value: expression(declaration) },
    { line, s: 'export', names: [{ local: '*default*', as: 'default' }] },
  ];
}

function boundNames(bind: Pattern): readonly string[] {
  switch (bind.p) {
    case 'name':
      return [bind.name];
    case 'object':
      return bind.fields.flatMap((field) => boundNames(field.bind));
    case 'array':
      return bind.items.flatMap((item) => (item === undefined ? [] : boundNames(item.bind)));
    case 'member':
      return [];
  }
}

/** A switch as a chain of tests; cases that fall through join the next. */
function switched(node: t.SwitchStatement): readonly Statement[] {
  const on = expression(node.discriminant);
  let rest: readonly Statement[] = [];
  const groups: {
    readonly tests: readonly Tree[];
    readonly isDefault: boolean;
    readonly body: readonly Statement[];
  }[] = [];
  let tests: Tree[] = [];
  let isDefault = false;
  for (const one of node.cases) {
    if (isAbsent(one.test)) isDefault = true;
    else tests.push(tree(one, { k: 'op', op: '===', args: [on, expression(one.test)] }));
    if (one.consequent.length === 0) continue;
    const body = statements(one.consequent).flatMap((inner) => (inner.s === 'block' ? inner.body : [inner]));
    groups.push({ tests, isDefault, body: body.filter((inner) => inner.s !== 'leave' || inner.how !== 'break') });
    tests = [];
    isDefault = false;
  }
  rest = groups.find((group) => group.isDefault)?.body ?? [];
  for (const group of groups.filter((one) => !one.isDefault).reverse()) {
    const [first, ...others] = group.tests;
    if (first === undefined) continue;
    const test = others.reduce((a, b) => tree(node, { k: 'op', op: '||', args: [a, b] }), first);
    rest = [{ line: first.line, s: 'if', test, then: group.body, else: rest }];
  }
  return rest;
}

const nameOf = (node: t.Identifier | t.StringLiteral): string => (node.type === 'Identifier' ? node.name : node.value);
const stringOf = (node: t.Node): string => (node.type === 'StringLiteral' ? node.value : '');

function pattern(node: t.Node): Pattern {
  switch (node.type) {
    case 'Identifier':
      return { p: 'name', name: node.name };
    case 'ObjectPattern': {
      const rest = node.properties.find((one) => one.type === 'RestElement');
      return {
        p: 'object',
        fields: node.properties.flatMap((one) => {
          if (one.type === 'RestElement') return [];
          return [{ key: keyOf(one.key, one.computed), ...defaulted(one.value) }];
        }),
        ...(rest === undefined ? {} : { rest: pattern(rest.argument) }),
      };
    }
    case 'ArrayPattern': {
      const last = node.elements.at(-1);
      const rest = last?.type === 'RestElement' ? last : undefined;
      const items = rest === undefined ? node.elements : node.elements.slice(0, -1);
      return {
        p: 'array',
        items: items.map((one) => (isAbsent(one) ? undefined : defaulted(one))),
        ...(rest === undefined ? {} : { rest: pattern(rest.argument) }),
      };
    }
    case 'AssignmentPattern':
      return pattern(node.left);
    case 'RestElement':
      return pattern(node.argument);
    case 'TSParameterProperty':
      return pattern(node.parameter);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return { p: 'member', target: expression(node) };
    default:
      return { p: 'name', name: '_' };
  }
}

const defaulted = (node: t.Node): { readonly bind: Pattern; readonly default?: Tree } =>
  node.type === 'AssignmentPattern'
    ? { bind: pattern(node.left), default: expression(node.right) }
    : { bind: pattern(node) };

const keyOf = (node: t.Node, computed: boolean | undefined): Tree =>
  computed !== true && node.type === 'Identifier'
    ? constant(node, node.name)
    : node.type === 'PrivateName'
      ? constant(node, `#${node.id.name}`)
      : node.type === 'NumericLiteral'
        ? constant(node, node.value)
        : expression(node);

/** `constructor(private readonly table: string)` sets a field. */
const ownParams = (nodes: readonly t.Node[]): readonly Statement[] =>
  nodes.flatMap((one) => {
    if (one.type !== 'TSParameterProperty') return [];
    return boundNames(pattern(one)).map((name): Statement => ({
      line: lineOf(one),
      s: 'expression',
      value: tree(one, {
        k: 'assign',
        op: '=',
        to: { p: 'member', target: tree(one, { k: 'member', of: tree(one, { k: 'this' }), key: constant(one, name) }) },
        value: named(one, name),
      }),
    }));
  });

const params = (nodes: readonly t.Node[]): readonly Param[] =>
  nodes
    .filter((one) => !(one.type === 'Identifier' && one.name === 'this'))
    .map((one) => ({ ...defaulted(one), ...(one.type === 'RestElement' ? { rest: 'array' as const } : {}) }));

function functionTree(
  node:
    | t.FunctionDeclaration
    | t.FunctionExpression
    | t.ArrowFunctionExpression
    | t.ObjectMethod
    | t.ClassMethod
    | t.ClassPrivateMethod,
): Tree {
  const { body } = node;
  const name = 'id' in node && !isAbsent(node.id) ? node.id.name : undefined;
  return tree(node, {
    k: 'function',
    ...(name === undefined ? {} : { name }),
    params: params(node.params),
    body:
      body.type === 'BlockStatement'
        ? [...ownParams(node.params), ...statements(body.body)]
        : [{ line: lineOf(body), s: 'return', value: expression(body) }],
  });
}

function classTree(node: t.ClassDeclaration | t.ClassExpression, name: string): ClassTree {
  const methods: ClassTree['methods'][number][] = [];
  const fields: ClassTree['fields'][number][] = [];
  for (const one of node.body.body) {
    const key = 'key' in one ? keyOf(one.key, 'computed' in one ? one.computed : false) : undefined;
    const label = key?.k === 'const' ? String(key.value) : undefined;
    if (label === undefined) continue;
    if (one.type === 'ClassMethod' || one.type === 'ClassPrivateMethod')
      methods.push({ name: label, fn: functionTree(one), decorators: decoratorsOf(one.decorators) });
    else if ((one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') && !isAbsent(one.value))
      fields.push({ name: label, value: expression(one.value) });
  }
  return {
    name,
    ...(isAbsent(node.superClass) ? {} : { base: expression(node.superClass) }),
    decorators: decoratorsOf(node.decorators),
    methods,
    fields,
  };
}

const decoratorsOf = (nodes: readonly t.Decorator[] | null | undefined): readonly Tree[] =>
  (nodes ?? []).map((one) => expression(one.expression));

const args = (nodes: readonly t.Node[]): readonly Argument[] =>
  nodes.map((one) =>
    one.type === 'SpreadElement'
      ? { value: expression(one.argument), spread: true }
      : { value: expression(one as t.Expression) },
  );

const exportsAssignment = (node: t.Node, key: string | undefined, value: Tree): Tree =>
  tree(node, {
    k: 'assign',
    op: '=',
    to: {
      p: 'member',
      target: tree(node, {
        k: 'member',
        of: named(node, key === undefined ? 'module' : 'exports'),
        key: constant(node, key ?? 'exports'),
      }),
    },
    value,
  });

function expression(node: t.Node): Tree {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return constant(node, node.value);
    case 'BigIntLiteral':
      return constant(node, Number(node.value));
    case 'NullLiteral':
      return constant(node, null);
    case 'RegExpLiteral':
      return tree(node, { k: 'regex', source: node.pattern });
    case 'Identifier':
      return node.name === 'undefined' ? constant(node, null) : named(node, node.name);
    case 'ThisExpression':
    case 'Super':
      return tree(node, { k: 'this' });
    case 'TemplateLiteral':
      return tree(node, {
        k: 'template',
        parts: node.quasis.flatMap((part, index) => {
          const text = part.value.cooked ?? part.value.raw;
          const next = node.expressions[index];
          return [...(text === '' ? [] : [constant(part, text)]), ...(next === undefined ? [] : [expression(next)])];
        }),
      });
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return tree(node, { k: 'member', of: expression(node.object), key: keyOf(node.property, node.computed) });
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return tree(node, {
        k: 'call',
        callee: expression(node.callee),
        args: args(node.arguments),
        ...(node.type === 'NewExpression' ? { isNew: true as const } : {}),
      });
    case 'ImportExpression':
      return tree(node, { k: 'call', callee: named(node, 'require'), args: args([node.source]) });
    case 'Import':
      return named(node, 'require');
    case 'TaggedTemplateExpression':
      return tree(node, {
        k: 'call',
        callee: expression(node.tag),
        args: args([node.quasi, ...node.quasi.expressions]),
      });
    case 'ObjectExpression':
      return tree(node, { k: 'object', fields: node.properties.map(objectField) });
    case 'ArrayExpression':
      return tree(node, { k: 'array', items: args(node.elements.filter((one) => one !== null)) });
    case 'BinaryExpression':
    case 'LogicalExpression':
      return tree(node, { k: 'op', op: node.operator, args: [expression(node.left), expression(node.right)] });
    case 'UnaryExpression':
      return tree(node, {
        k: 'op',
        op: node.operator === '-' ? 'neg' : node.operator === '+' ? 'number' : node.operator,
        args: [expression(node.argument)],
      });
    case 'UpdateExpression':
      return tree(node, {
        k: 'assign',
        to: pattern(node.argument),
        op: node.operator === '++' ? '+=' : '-=',
        value: constant(node, 1),
      });
    case 'AssignmentExpression':
      return tree(node, {
        k: 'assign',
        to: pattern(node.left),
        op: node.operator,
        value: withName(expression(node.right), node.left),
      });
    case 'ConditionalExpression':
      return tree(node, {
        k: 'choose',
        test: expression(node.test),
        then: expression(node.consequent),
        else: expression(node.alternate),
      });
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return functionTree(node);
    case 'ClassExpression':
      return tree(node, { k: 'class', definition: classTree(node, node.id?.name ?? 'anonymous') });
    case 'SequenceExpression':
      return tree(node, { k: 'sequence', items: node.expressions.map(expression) });
    case 'AwaitExpression':
      return expression(node.argument);
    case 'YieldExpression':
      return isAbsent(node.argument) ? constant(node, null) : expression(node.argument);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return expression(node.expression);
    default:
      return unknown(node);
  }
}

function objectField(node: t.ObjectMember | t.SpreadElement): Field {
  if (node.type === 'SpreadElement') return { key: undefined, value: expression(node.argument) };
  const key = keyOf(node.key, node.computed);
  return { key, value: node.type === 'ObjectMethod' ? functionTree(node) : expression(node.value) };
}
