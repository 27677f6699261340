/** Escapes what a literal cannot hold as it is: control characters, line separators, halves of surrogate pairs. */
function escapeCharacters(text: string): string {
  return text.replace(
    // A directional control could make the text look like other code: https://trojansource.codes/
    /[\p{Control}\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu,
    (character) => {
      if (character === '\n') return '\\n';
      if (character === '\r') return '\\r';
      if (character === '\t') return '\\t';
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** A string literal in single quotes, or in double quotes where that needs fewer escapes. */
export function stringLiteral(text: string): string {
  const singles = text.split("'").length - 1;
  const doubles = text.split('"').length - 1;
  const quote = singles > doubles ? '"' : "'";
  return quote + escapeCharacters(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)) + quote;
}

/** The text part of a template literal, without its quotes. */
export function templateText(text: string): string {
  return escapeCharacters(text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${'));
}

export function numberLiteral(value: number): string {
  // -0 would print as 0; prettier writes exponents without the plus sign.
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
}

/** A key of an object literal. `__proto__` must be computed, or it would set the prototype. */
export function propertyKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) && !/[\u{10000}-\u{10ffff}]/u.test(key)
    ? key
    : stringLiteral(key);
}

/** Text that a person wrote as lines of a comment, in any language: nothing in them can end it. */
export const plainLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map((part) => part.replace(/[\p{Control}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim())
    .filter((part) => part !== '');

/** The same as line comments of TypeScript. */
export const commentLines = (text: string): string[] => plainLines(text).map((part) => `// ${part}`);
