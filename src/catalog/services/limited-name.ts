import type { NodeId } from '../../model/design.js';
import { callStatic, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';

/**
 * The name of a resource that must have one and may not be long: stack and construct id, each shortened so that it
 * stays unlike others. In ASCII letters, digits and separators; it begins with a letter.
 */
export function limitedName(constructId: string, maxLength: number, separator: '-' | '_' = '-'): Expr {
  const half = Math.floor((maxLength - 1) / 2);
  return template(
    callStatic(
      '',
      'Names.uniqueResourceName',
      ref('this'),
      object({ maxLength: lit(half), separator: lit(separator) }),
    ),
    `${separator}${shortened(constructId, half)}`,
  );
}

/** The same where only lower-case letters are allowed: the id, and eight digits that are the stack's own. */
export function lowerCaseName(id: NodeId, maxLength: number): Expr {
  const part = (index: number, separator: string, text: Expr): Expr =>
    callStatic('', 'Fn.select', lit(index), callStatic('', 'Fn.split', lit(separator), text));
  // arn:aws:cloudformation:region:account:stack/name/uuid
  const ownOfStack = part(0, '-', part(2, '/', member(ref('this'), 'stackId')));
  return template(`${shortened(id, maxLength - 9)}-`, ownOfStack);
}

/** A text with a name in it, as one template. */
export const around = (before: string, name: Expr, after = ''): Expr =>
  template(before, ...(name.type === 'template' ? name.parts : [name]), ...(after === '' ? [] : [after]));

/** Names that end alike keep the sum of what was cut off. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  const end = (sum >>> 0).toString(36);
  return `${text.slice(0, maxLength - end.length)}${end}`;
}
