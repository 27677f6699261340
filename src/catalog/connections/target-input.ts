import { array, callStatic, json, lit, template, type Expr } from '../../ts-ast/ast.js';

/** `<$.detail.id>`: a value of the event. */
const placeholder = /<(\$[^<>]*)>/g;
/** The same at one place only: a search from each `<` of a long text would never end. */
const placeholderHere = new RegExp(placeholder.source, 'y');

/**
 * The input of a rule's target from a template with `<$.path>`: JSON where it is JSON once the placeholders are values,
 * else text.
 */
export function targetInput(text: string): Expr {
  const paths: string[] = [];
  // JSON.parse needs a bare placeholder to be a text; inside a text it is one already.
  let inText = false;
  let quoted = '';
  for (let at = 0; at < text.length; at++) {
    placeholderHere.lastIndex = at;
    const match = placeholderHere.exec(text);
    if (match !== null) {
      const mark = `\u0001${String(paths.push(match[1] ?? '') - 1)}\u0002`;
      quoted += inText ? escaped(mark) : `"${escaped(mark)}"`;
      at += match[0].length - 1;
      continue;
    }
    const character = text.charAt(at);
    quoted += character;
    if (inText && character === '\\') {
      at++;
      quoted += text.charAt(at);
    } else if (character === '"') inText = !inText;
  }
  let value: unknown;
  try {
    value = JSON.parse(quoted);
  } catch {
    return callStatic('aws-events', 'RuleTargetInput.fromText', partsOf(text.replace(placeholder, mark(paths)), paths));
  }
  return callStatic('aws-events', 'RuleTargetInput.fromObject', withPaths(value, paths));
}

const escaped = (mark: string): string => JSON.stringify(mark).slice(1, -1);

const mark = (paths: string[]) => {
  paths.length = 0;
  return (_whole: string, path: string): string => `\u0001${String(paths.push(path) - 1)}\u0002`;
};

const fromPath = (path: string): Expr => callStatic('aws-events', 'EventField.fromPath', lit(path));

/** A text with its placeholders as expressions. */
function partsOf(text: string, paths: readonly string[]): Expr {
  const parts = text.split(/\u0001(\d+)\u0002/).map((part, index): string | Expr => {
    return index % 2 === 0 ? part : fromPath(paths[Number(part)] ?? '$');
  });
  const filled = parts.filter((part) => part !== '');
  const [only] = filled;
  if (filled.length <= 1) return only === undefined ? lit('') : typeof only === 'string' ? lit(only) : only;
  return template(...filled);
}

function withPaths(value: unknown, paths: readonly string[]): Expr {
  if (typeof value === 'string') return partsOf(value, paths);
  if (Array.isArray(value)) return array(value.map((item: unknown) => withPaths(item, paths)));
  if (typeof value === 'object' && value !== null)
    return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, withPaths(item, paths)]) };
  return json(value);
}
