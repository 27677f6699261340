import jsonata from 'jsonata';
import { faultOf, ownFault, type ExpressionFault } from './errors.js';

/** A node of the syntax tree of JSONata; what its declared type leaves out is read with care. */
export type ExpressionNode = Readonly<Record<string, unknown>>;

export type ParsedExpression = { readonly ast: ExpressionNode } | { readonly fault: ExpressionFault };

/** JSONata stands in strings as `{% ... %}`. */
export const isExpression = (text: string): boolean => text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;

/** What stands between `{%` and `%}`. */
export const innerText = (text: string): string => text.slice(2, -2);

/** Longer than what Step Functions takes in one state. */
const maxLength = 262_144;
/** A definition is validated at each keystroke; what did not change is not parsed again. */
const maxKnown = 5_000;
const known = new Map<string, ParsedExpression>();

/** `${Name}` is put in before the service reads the text; outside of quotes it can stand for any of these. */
const standIns = ['x', '0', '"x"'];

/** The syntax tree of an expression without its `{% %}`. Never throws. */
export function parseExpression(text: string): ParsedExpression {
  const found = known.get(text);
  if (found !== undefined) return found;
  const parsed = parseAfresh(text);
  if (known.size >= maxKnown) known.clear();
  known.set(text, parsed);
  return parsed;
}

function parseAfresh(text: string): ParsedExpression {
  if (text.length > maxLength) return { fault: ownFault('long') };
  const tries = text.includes('${') ? standIns.map((name) => text.replace(/\$\{[^}]*\}/g, name)) : [text];
  let first: ExpressionFault | undefined;
  for (const source of tries) {
    try {
      return { ast: jsonata(source).ast() as unknown as ExpressionNode };
    } catch (error) {
      // A border: the parser throws plain objects for what a person can cause.
      first ??= faultOf(error);
    }
  }
  return { fault: first ?? ownFault('other') };
}
