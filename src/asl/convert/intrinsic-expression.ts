import { demanded, pathExpression, textExpression, type Roots } from './path-expression.js';
import { notExact } from './refusal.js';

type Argument =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly source: string };

interface Call {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

/** Nesting that the service allows is 10. */
const maxDepth = 12;

/** The JSONata expression that gives what an intrinsic function gives for every value that it takes. */
export function intrinsicExpression(text: string, roots: Roots): string {
  const reader = { text, at: 0 };
  const call = readCall(reader, 0);
  if (call === undefined || text.slice(reader.at).trim() !== '') return notExact('function-unreadable', { text });
  return callExpression(call, roots);
}

/** The arguments of States.Array, whose list a template can write item by item. */
export function arrayItems(text: string, roots: Roots): readonly string[] | undefined {
  const reader = { text, at: 0 };
  const call = readCall(reader, 0);
  if (call?.name !== 'Array' || text.slice(reader.at).trim() !== '') return undefined;
  return call.arguments.map((argument) => argumentExpression(argument, roots));
}

interface Reader {
  readonly text: string;
  at: number;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text) ?? undefined;
  if (match !== undefined) reader.at += match[0].length;
  return match;
}

function readCall(reader: Reader, depth: number): Call | undefined {
  const name = take(reader, /\s*States\.([A-Za-z0-9]+)\s*\(\s*/y)?.[1];
  if (name === undefined || depth > maxDepth) return undefined;
  const list: Argument[] = [];
  if (take(reader, /\)/y) !== undefined) return { name, arguments: list };
  for (;;) {
    const argument = readArgument(reader, depth);
    if (argument === undefined) return undefined;
    list.push(argument);
    if (take(reader, /\s*\)/y) !== undefined) return { name, arguments: list };
    if (take(reader, /\s*,\s*/y) === undefined) return undefined;
  }
}

function readArgument(reader: Reader, depth: number): Argument | undefined {
  const text = take(reader, /'((?:[^'\\]|\\[\s\S])*)'/y)?.[1];
  if (text !== undefined) return { kind: 'text', text };
  const literal = take(reader, /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=\s*[,)])/y)?.[0];
  if (literal !== undefined) return { kind: 'literal', source: literal };
  const path = take(reader, /\$(?:[^,()'"\s[\]]|\[(?:'[^']*'|"[^"]*"|[^\]'"])*\])*/y)?.[0];
  if (path !== undefined) return { kind: 'path', path };
  const call = readCall(reader, depth + 1);
  return call && { kind: 'call', call };
}

const plainText = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

function argumentExpression(argument: Argument, roots: Roots): string {
  switch (argument.kind) {
    case 'call':
      return callExpression(argument.call, roots);
    case 'path':
      return pathExpression(argument.path, roots);
    case 'text':
      return textExpression(plainText(argument.text));
    case 'literal':
      return argument.source;
  }
}

/** An argument whose absence JSONata would pass over. */
const needed = (argument: Argument, roots: Roots): string =>
  argument.kind === 'path'
    ? demanded(pathExpression(argument.path, roots), argument.path)
    : argumentExpression(argument, roots);

const whole = (argument: Argument | undefined): boolean =>
  argument?.kind === 'literal' && /^-?\d+$/.test(argument.source);

function callExpression({ name, arguments: list }: Call, roots: Roots): string {
  const [first, second, third] = list;
  const differs = (): never => notExact('function-differs', { name });
  const written = list.map((argument) => needed(argument, roots));
  const [a = '', b = '', c = ''] = written;
  switch (name) {
    case 'Format':
      return formatExpression(list, roots) ?? differs();
    case 'StringToJson':
      // A blank text is null there.
      return `($trim(${a}) = "" ? null : $parse(${a}))`;
    case 'ArrayPartition':
      return `$partition(${a}, ${b})`;
    case 'ArrayRange':
      return list.every(whole) ? `$range(${a}, ${b}, ${c})` : differs();
    case 'ArrayLength':
      return `$count(${a})`;
    case 'ArrayUnique':
      return `$distinct(${a})`;
    // Lists and objects are compared by what they hold there, and by what they are here.
    case 'ArrayContains':
      return second?.kind === 'text' || second?.kind === 'literal' ? `${b} in ${a}` : differs();
    case 'ArrayGetItem':
      return first?.kind === 'path' && whole(second) ? `${pathExpression(first.path, roots)}[${b}]` : differs();
    case 'Hash':
      return `$hash(${a}, ${b})`;
    case 'JsonMerge':
      return third?.kind === 'literal' && third.source === 'false' ? `$merge([${a}, ${b}])` : differs();
    case 'MathAdd':
      return list.map((argument) => rounded(argument, needed(argument, roots))).join(' + ');
    case 'UUID':
      return '$uuid()';
    default:
      return differs();
  }
}

/** States.MathAdd rounds what it adds, halves up. */
const rounded = (argument: Argument, written: string): string =>
  whole(argument) ? written : `$floor(${written} + 0.5)`;

/** Lists and objects are no text: States.Format writes them in a way of its own, which nobody reads again. */
const scalar = (path: string, roots: Roots): string => {
  const written = pathExpression(path, roots);
  const types = '["string", "number", "boolean", "null"]';
  return `($type(${written}) in ${types} ? ${written} : $error(${textExpression(`No text or number at ${path}`)}))`;
};

/** `States.Format('{} of {}', ...)`. */
function formatExpression([template, ...values]: readonly Argument[], roots: Roots): string | undefined {
  if (template?.kind !== 'text') return undefined;
  const pieces = template.text.split(/(?<=(?:^|[^\\])(?:\\\\)*)\{\}/);
  if (pieces.length !== values.length + 1) return undefined;
  const parts = pieces.flatMap((piece, index): string[] => {
    const value = values[index];
    const fixed = piece === '' ? [] : [textExpression(plainText(piece))];
    if (value === undefined) return fixed;
    const written = value.kind === 'path' ? scalar(value.path, roots) : needed(value, roots);
    return [...fixed, value.kind === 'call' ? `(${written})` : written];
  });
  // Two parts at least, so that the result is a text.
  return parts.length < 2 ? ['""', ...parts].join(' & ') : parts.join(' & ');
}
