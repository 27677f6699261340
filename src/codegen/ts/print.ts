import type { Expr, Statement } from '../../ts-ast/ast.js';
import {
  anyOf,
  group,
  hardline,
  indent,
  join,
  layOut,
  line,
  softline,
  textWidth,
  trailingComma,
  willBreak,
  type Doc,
} from './doc.js';
import type { Imports } from './imports.js';
import { supportPath } from './support.js';
import { commentLines, numberLiteral, propertyKey, stringLiteral, templateText } from './text.js';

/** The width of the exported project's code, as in prettier's `printWidth`. */
export const printWidth = 120;

/**
 * Prints expressions and statements as prettier would (singleQuote, printWidth 120), and collects the imports they
 * need. Where prettier leaves a choice (an object on one line or several) objects of up to two plain values stay on one.
 */
export class Printer {
  constructor(
    private readonly imports: Imports,
    /** From the printed file to the root of the project: `..`. */
    private readonly root: string,
  ) {}

  expression(expr: Expr): Doc {
    switch (expr.type) {
      case 'literal':
        return typeof expr.value === 'string'
          ? stringLiteral(expr.value)
          : typeof expr.value === 'number'
            ? numberLiteral(expr.value)
            : String(expr.value);
      case 'ref':
        return expr.name;
      case 'cdk':
        return this.imports.cdk(expr.name);
      case 'new':
        return [`new ${this.imports.cdk(expr.class)}`, this.args(expr.args)];
      case 'call':
        return [this.expression(expr.callee), this.args(expr.args)];
      case 'member':
        return [
          expr.object.type === 'as' ? ['(', this.expression(expr.object), ')'] : this.expression(expr.object),
          /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(expr.name) ? `.${expr.name}` : `[${stringLiteral(expr.name)}]`,
        ];
      case 'as':
        return [this.expression(expr.value), ' as ', this.imports.cdk(expr.class, true)];
      case 'array':
        return this.array(expr.items);
      case 'object':
        return this.object(expr.entries);
      case 'template':
        return [
          '`',
          ...expr.parts.map((part) =>
            typeof part === 'string'
              ? templateText(part)
              : `\${${layOut(this.expression(part), Number.POSITIVE_INFINITY)}}`,
          ),
          '`',
        ];
      case 'project-file':
        this.imports.add('node:path', 'join');
        return ['join', this.printedArgs(['__dirname', stringLiteral(`${this.root}/${expr.path}`)])];
      case 'load-template': {
        this.imports.add('./support/load-template', 'loadTemplate');
        const path: Expr = { type: 'literal', value: expr.path };
        return [
          'loadTemplate',
          this.args(expr.substitutions.length === 0 ? [path] : [path, { type: 'object', entries: expr.substitutions }]),
        ];
      }
      case 'support':
        this.imports.add(supportPath(expr.name), expr.name);
        return [expr.name, this.args(expr.args)];
    }
  }

  statement(statement: Statement): Doc {
    switch (statement.type) {
      case 'const':
        return [
          comment(statement.comment),
          this.assignment(`const ${statement.name}`, ' =', statement.value, false),
          ';',
        ];
      case 'expose':
        return [
          comment(statement.comment),
          this.assignment(`this.${statement.name}`, ' =', statement.value, false),
          ';',
        ];
      case 'do':
        return [comment(statement.comment), this.expression(statement.expression), ';'];
      case 'assign':
        return [
          comment(statement.comment),
          this.assignment([this.expression(statement.object), `.${statement.name}`], ' =', statement.value, false),
          ';',
        ];
    }
  }

  private args(args: readonly Expr[]): Doc {
    const last = args.at(-1);
    const hugsLast =
      last !== undefined &&
      ((last.type === 'object' && last.entries.length > 0) ||
        (last.type === 'array' && last.items.length > 0 && !(args.length > 1 && isNumbers(last.items)))) &&
      args.at(-2)?.type !== last.type;
    return this.printedArgs(
      args.map((arg) => this.expression(arg)),
      hugsLast,
    );
  }

  private printedArgs(docs: readonly Doc[], hugsLast = false): Doc {
    if (docs.length === 0) return '()';
    const separated = join([',', line], docs);
    const brokenOut = group(['(', indent([softline, separated]), trailingComma, softline, ')'], true);
    const last = docs.at(-1);
    if (!hugsLast || last === undefined) {
      return group(['(', indent([softline, separated]), trailingComma, softline, ')']);
    }
    const before = docs.slice(0, -1);
    if (before.some(willBreak)) return brokenOut;
    const leading = before.flatMap((doc) => [doc, ', ']);
    return anyOf(['(', ...leading, last, ')'], ['(', ...leading, broken(last), ')'], brokenOut);
  }

  private array(items: readonly Expr[]): Doc {
    if (items.length === 0) return '[]';
    const severalEach = (type: 'object' | 'array'): boolean =>
      items.length > 1 &&
      items.every((item) => item.type === type && (item.type === 'object' ? item.entries : item.items).length > 1);
    return group(
      [
        '[',
        indent([
          softline,
          join(
            [',', line],
            items.map((item) => this.expression(item)),
          ),
        ]),
        trailingComma,
        softline,
        ']',
      ],
      severalEach('object') || severalEach('array'),
    );
  }

  private object(entries: readonly (readonly [string, Expr])[]): Doc {
    if (entries.length === 0) return '{}';
    const nested = entries.some(
      ([, value]) =>
        (value.type === 'object' && value.entries.length > 0) ||
        (value.type === 'new' && value.args.some((arg) => arg.type === 'object' && arg.entries.length > 0)),
    );
    return group(
      [
        '{',
        indent([
          line,
          join(
            [',', line],
            entries.map(([key, value]) => {
              const printed = propertyKey(key);
              return value.type === 'ref' && value.name === printed
                ? printed
                : this.assignment(printed, ':', value, textWidth(printed) < shortKey);
            }),
          ),
        ]),
        trailingComma,
        line,
        '}',
      ],
      entries.length > 2 || nested,
    );
  }

  /** Strings and plain chains may go to the next line; all else breaks within itself. */
  private assignment(left: Doc, operator: string, value: Expr, isShort: boolean): Doc {
    const right = this.expression(value);
    const isString = value.type === 'literal' && typeof value.value === 'string';
    if (!isShort && (isString || isPlainChain(value))) {
      return group([left, operator, group(indent([line, right]))]);
    }
    return [left, operator, ' ', right];
  }
}

/** Prettier keeps a string beside a key this short: a break would win nothing. */
const shortKey = 5;

const isNumbers = (items: readonly Expr[]): boolean =>
  items.length > 1 && items.every((item) => item.type === 'literal' && typeof item.value === 'number');

/** `a.b.c`, `a.b().c('short')`: nothing in it that could break well. */
function isPlainChain(expr: Expr, deep = false): boolean {
  switch (expr.type) {
    case 'member':
      return isPlainChain(expr.object, true);
    case 'cdk':
      return deep || expr.name.module !== '' || expr.name.name.includes('.');
    case 'ref':
      return deep;
    case 'call': {
      const [argument, ...others] = expr.args;
      return others.length === 0 && (argument === undefined || isShort(argument)) && isPlainChain(expr.callee, true);
    }
    default:
      return false;
  }
}

function isShort(argument: Expr): boolean {
  const limit = printWidth / 4;
  switch (argument.type) {
    case 'literal':
      return typeof argument.value !== 'string' || stringLiteral(argument.value).length <= limit;
    case 'ref':
      return argument.name.length <= limit;
    case 'object':
      return argument.entries.length === 0;
    case 'array':
      return argument.items.length === 0;
    default:
      return false;
  }
}

/** The layout with its outermost group broken. */
const broken = (doc: Doc): Doc =>
  typeof doc !== 'string' && 'type' in doc && doc.type === 'group' ? { ...doc, broken: true } : doc;

const comment = (text: string | undefined): Doc =>
  text === undefined ? '' : commentLines(text).flatMap((part) => [part, hardline]);
